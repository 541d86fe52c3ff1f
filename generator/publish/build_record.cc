#include "generator/publish/build_record.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <type_traits>
#include <utility>

namespace gongshi {
namespace {

constexpr std::string_view kFormat = "gongshi build record 1\n";

// Numbers are eight bytes, the lowest first; texts and lists have their length in front.
class RecordWriter {
 public:
  template <class Number>
  requires std::is_integral_v<Number>
  void put(Number value) {
    auto rest = static_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, rest >>= 8U) bytes_ += static_cast<char>(rest & 0xFFU);
  }

  void put(std::string_view text) {
    put(text.size());
    bytes_ += text;
  }

  void put(const Sha256& digest) {
    bytes_.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  }

  void put(Instant instant) { put(instant.utc.time_since_epoch().count()); }

  void put(const FileStamp& stamp) {
    put(stamp.inode);
    put(stamp.mode);
    put(stamp.bytes);
    put(stamp.modified_at);
    put(stamp.changed_at);
  }

  void put(const KnownFile& file) {
    put(file.path);
    put(file.stamp);
    put(file.digest);
    put(file.note);
  }

  void put(const KnownFiles& known) {
    put(known.looked_at);
    put(known.files);
  }

  void put(const Diagnostic& problem) {
    put(problem.place.file);
    put(problem.place.line);
    put(problem.place.column);
    put(problem.level == Level::Error);
    put(problem.code);
    put(problem.message);
  }

  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }

  template <class T>
  void put(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put(value);
  }

  void add(std::string_view bytes) { bytes_ += bytes; }
  std::string& bytes() { return bytes_; }

 private:
  std::string bytes_;
};

// Takes from the front of what there is. After the first thing that is not there, everything it
// gives is empty, and is_whole() false.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

  bool is_whole() const { return is_good_ && rest_.empty(); }

  template <class Number>
  requires std::is_integral_v<Number>
  void get(Number& value) {
    std::uint64_t number = 0;
    const std::string_view taken = take(8);
    for (std::size_t i = taken.size(); i > 0; --i) {
      number = (number << 8U) | static_cast<unsigned char>(taken[i - 1]);
    }
    value = static_cast<Number>(number);
    // One spelling for each value: what does not fit was not written so.
    is_good_ = is_good_ && static_cast<std::uint64_t>(value) == number;
  }

  void get(std::string& text) { text = take(length(1)); }

  void get(Sha256& digest) {
    const std::string_view taken = take(digest.size());
    if (taken.size() == digest.size()) std::memcpy(digest.data(), taken.data(), digest.size());
  }

  void get(Instant& instant) {
    std::int64_t seconds = 0;
    get(seconds);
    instant.utc = std::chrono::sys_seconds(std::chrono::seconds(seconds));
  }

  void get(FileStamp& stamp) {
    get(stamp.inode);
    get(stamp.mode);
    get(stamp.bytes);
    get(stamp.modified_at);
    get(stamp.changed_at);
  }

  void get(KnownFile& file) {
    get(file.path);
    get(file.stamp);
    get(file.digest);
    get(file.note);
  }

  void get(KnownFiles& known) {
    get(known.looked_at);
    get(known.files);
  }

  void get(Diagnostic& problem) {
    bool is_error = false;
    get(problem.place.file);
    get(problem.place.line);
    get(problem.place.column);
    get(is_error);
    problem.level = is_error ? Level::Error : Level::Warning;
    get(problem.code);
    get(problem.message);
  }

  template <class T>
  void get(std::optional<T>& value) {
    bool is_there = false;
    get(is_there);
    if (is_there) get(value.emplace());
  }

  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t count = length(8);  // nothing is smaller than a number
    values.reserve(count);
    for (std::size_t i = 0; i < count && is_good_; ++i) get(values.emplace_back());
  }

 private:
  // How many follow, of at least `bytes` each: never more than there are bytes for.
  std::size_t length(std::size_t bytes) {
    std::size_t count = 0;
    get(count);
    is_good_ = is_good_ && count <= rest_.size() / bytes;
    return is_good_ ? count : 0;
  }

  std::string_view take(std::size_t bytes) {
    is_good_ = is_good_ && bytes <= rest_.size();
    const std::string_view taken = rest_.substr(0, is_good_ ? bytes : 0);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
  bool is_good_ = true;
};

// One list of the fields for both directions, so that they cannot differ.
template <class Stream, class Record>
void each_field(Record& record, Stream stream) {
  stream(record.made_by);
  stream(record.as_of);
  stream(record.until);
  stream(record.next_change);
  stream(record.notices);
  stream(record.root);
  stream(record.warnings);
  stream(record.contacts);
  stream(record.content);
  stream(record.templates);
  stream(record.site);
}

std::string_view text_of(const Sha256& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

bool are_in_order(const KnownFiles& known) {
  const auto not_after = [](const KnownFile& a, const KnownFile& b) { return b.path <= a.path; };
  return std::ranges::adjacent_find(known.files, not_after) == known.files.end();
}

}  // namespace

bool BuildRecord::holds_at(Instant instant) const {
  return as_of <= instant && (!until || instant < *until);
}

std::string write_build_record(const BuildRecord& record) {
  constexpr std::size_t kBytesOfAFile = 192;  // about; more is asked for when it is not enough
  RecordWriter writer;
  writer.bytes().reserve((record.content.files.size() + record.site.files.size()) * kBytesOfAFile);
  writer.add(kFormat);
  each_field(record, [&](const auto& field) { writer.put(field); });
  const Sha256 digest = sha256(writer.bytes());
  writer.add(text_of(digest));
  return std::move(writer.bytes());
}

std::optional<BuildRecord> read_build_record(std::string_view bytes) {
  if (!bytes.starts_with(kFormat) || bytes.size() < kFormat.size() + Sha256().size()) {
    return std::nullopt;
  }
  const std::string_view body = bytes.substr(0, bytes.size() - Sha256().size());
  if (text_of(sha256(body)) != bytes.substr(body.size())) return std::nullopt;
  RecordReader reader(body.substr(kFormat.size()));
  BuildRecord record;
  each_field(record, [&](auto& field) { reader.get(field); });
  const bool is_sound = reader.is_whole() && are_in_order(record.content) &&
                        are_in_order(record.templates) && are_in_order(record.site);
  if (!is_sound) return std::nullopt;
  return record;
}

}  // namespace gongshi
