#include "intake/filing/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <system_error>

#include "intake/filing/limits.h"

namespace gongshi {
namespace {

constexpr std::string_view kVersionLine = "gongshi/objection/v1\n";
constexpr std::string_view kLateLine = "late: yes\n";

std::string header(std::string_view key, std::string_view value) {
  assert(value.find('\n') == std::string_view::npos);
  return value.empty() ? fmt::format("{}:\n", key) : fmt::format("{}: {}\n", key, value);
}

// Takes header lines off the front, in their order. After the first that is not there, `missing`
// names it and every further value is empty.
struct HeaderReader {
  std::string_view rest;
  std::string_view missing;

  // Takes the line if it stands here.
  bool take_line(std::string_view line) {
    const bool stands = missing.empty() && rest.starts_with(line);
    if (stands) rest.remove_prefix(line.size());
    return stands;
  }

  // Whether the next line is one of `key`.
  bool is_next(std::string_view key) const {
    return missing.empty() && rest.starts_with(key) && rest.substr(key.size()).starts_with(":");
  }

  std::string_view take(std::string_view key) {
    const auto end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    const bool fits = end != std::string_view::npos && line.starts_with(key) &&
                      line.substr(key.size()).starts_with(":");
    if (!fits && missing.empty()) missing = key;
    if (!missing.empty()) return {};
    rest.remove_prefix(end + 1);
    line.remove_prefix(key.size() + 1);
    return line.starts_with(' ') ? line.substr(1) : line;
  }
};

tl::unexpected<Error> corrupt(std::string_view what) {
  return failure(ErrorKind::Corrupt, fmt::format("this is not an objection's record: {}", what));
}

tl::unexpected<Error> bad_line(std::string_view key) {
  return corrupt(fmt::format("its line \"{}:\" is missing or holds no value that it may", key));
}

// As in FormReading: an empty candidate is the whole notice.
std::optional<CandidateId> parse_candidate(std::string_view text) {
  if (text.empty()) return CandidateId{};
  const auto id = CandidateId::parse(text);
  if (!id) return std::nullopt;
  return *id;
}

std::optional<unsigned char> hex_value(char digit) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto value = kDigits.find(digit);
  if (value == std::string_view::npos) return std::nullopt;
  return static_cast<unsigned char>(value);
}

std::optional<Sha256> parse_sha256(std::string_view text) {
  Sha256 digest{};
  if (text.size() != 2 * digest.size()) return std::nullopt;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const auto high = hex_value(text[2 * i]);
    const auto low = hex_value(text[2 * i + 1]);
    if (!high || !low) return std::nullopt;
    digest[i] = static_cast<unsigned char>(*high << 4U | *low);
  }
  return digest;
}

// 1 to kEvidenceBytesMax. Another spelling of the same number is found out when the record is
// written again.
std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t size = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), size);
  const bool whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
  if (!whole || size == 0 || size > kEvidenceBytesMax) return std::nullopt;
  return size;
}

// The text up to the next blank, which goes too.
std::string_view take_word(std::string_view& line) {
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(std::min(line.size(), word.size() + 1));
  return word;
}

std::optional<RecordedFile> parse_file(std::string_view line) {
  const auto sha256 = parse_sha256(take_word(line));
  const auto size = parse_size(take_word(line));
  const auto type = parse_evidence_type(take_word(line));
  if (!sha256 || !size || !type || evidence_name(line, *type) != line) return std::nullopt;
  return RecordedFile{.sha256 = *sha256, .size = *size, .type = *type, .name = std::string(line)};
}

// Nothing when one is wrong, or there are too many.
std::optional<std::vector<RecordedFile>> take_evidence(HeaderReader& headers) {
  std::vector<RecordedFile> files;
  while (headers.is_next("evidence")) {
    auto file = parse_file(headers.take("evidence"));
    if (!file || files.size() == kEvidenceCountMax) return std::nullopt;
    files.push_back(*std::move(file));
  }
  return files;
}

}  // namespace

std::vector<RecordedFile> describe_evidence(const std::vector<EvidenceFile>& files) {
  std::vector<RecordedFile> recorded;
  for (const EvidenceFile& file : files) {
    recorded.push_back({.sha256 = file.sha256,
                        .size = file.size,
                        .type = parse_evidence_type(file.type).value(),
                        .name = file.name});
  }
  return recorded;
}

std::string write_record(const Record& record) {
  const Objection& objection = record.objection;
  std::string text(kVersionLine);
  text += header("notice", objection.notice.text());
  text += header("candidate", objection.candidate.text());
  text += header("medium", to_text(record.medium));
  text += header("received", to_text(record.received_at));
  if (record.late) text += kLateLine;
  text += header("grounds", to_text(objection.grounds));
  text += header("identity", to_text(objection.identity));
  text += header("name", objection.name);
  text += header("contact", objection.contact);
  for (const RecordedFile& file : record.evidence) {
    text += header("evidence", fmt::format("{} {} {} {}", hex(file.sha256), file.size,
                                           to_text(file.type), file.name));
  }
  text += '\n';
  text += objection.statement;
  text += '\n';
  return text;
}

Result<Record> read_record(std::string_view text) {
  if (!text.starts_with(kVersionLine)) return corrupt("its first line is not the version");
  HeaderReader headers{.rest = text.substr(kVersionLine.size()), .missing = {}};
  const auto notice = NoticeId::parse(headers.take("notice"));
  const auto candidate = parse_candidate(headers.take("candidate"));
  const auto medium = parse_medium(headers.take("medium"));
  const auto received_at = parse_instant(headers.take("received"));
  const bool late = headers.take_line(kLateLine);
  const auto grounds = parse_grounds(headers.take("grounds"));
  const auto identity = parse_identity(headers.take("identity"));
  const std::string_view name = headers.take("name");
  const std::string_view contact = headers.take("contact");
  const auto evidence = take_evidence(headers);
  if (!headers.missing.empty()) return bad_line(headers.missing);
  if (!notice) return bad_line("notice");
  if (!candidate) return bad_line("candidate");
  if (!medium) return bad_line("medium");
  if (!received_at) return bad_line("received");
  if (!grounds) return bad_line("grounds");
  if (!identity) return bad_line("identity");
  if (!evidence) return bad_line("evidence");
  const std::string_view body = headers.rest;
  if (body.size() < 2 || !body.starts_with('\n') || !body.ends_with('\n')) {
    return corrupt("its statement does not stand between an empty line and a line end");
  }
  Record record{.objection = {.notice = *notice,
                              .candidate = *candidate,
                              .grounds = *grounds,
                              .statement = std::string(body.substr(1, body.size() - 2)),
                              .identity = *identity,
                              .name = std::string(name),
                              .contact = std::string(contact)},
                .medium = *medium,
                .received_at = *received_at,
                .late = late,
                .evidence = *evidence};
  // One spelling for each record: "key: " without a value, another offset and the like end here.
  if (write_record(record) != text) return corrupt("it is not spelled as this program spells it");
  return record;
}

}  // namespace gongshi
