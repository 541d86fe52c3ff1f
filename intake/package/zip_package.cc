#include "intake/package/zip_package.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <memory>
#include <utility>

namespace gongshi {
namespace {

// A regular file that all may read, in the upper half as Unix wants it.
constexpr zip_uint32_t kRights = 0100644U << 16U;

struct Release {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

using Archive = std::unique_ptr<zip_t, Release>;
using OpenMember = std::unique_ptr<zip_file_t, Release>;
using Source = std::unique_ptr<zip_source_t, Release>;

struct DosTime {
  zip_uint16_t date = 0;
  zip_uint16_t time = 0;
};

DosTime dos_time(Instant at) {
  const std::chrono::year_month_day day(date_of(at));
  const int year = static_cast<int>(day.year());
  if (year < 1980) return {.date = (1U << 5U) | 1U, .time = 0};
  if (year > 2107) return {.date = (127U << 9U) | (12U << 5U) | 31U, .time = 0};
  const auto seconds =
      static_cast<unsigned>((at.utc - start_of_day(date_of(at)).utc) / std::chrono::seconds(1));
  const unsigned months_and_days =
      (static_cast<unsigned>(day.month()) << 5U) | static_cast<unsigned>(day.day());
  const unsigned date = (static_cast<unsigned>(year - 1980) << 9U) | months_and_days;
  const unsigned time = (seconds / 3600 << 11U) | (seconds / 60 % 60 << 5U) | (seconds % 60 / 2);
  return {.date = static_cast<zip_uint16_t>(date), .time = static_cast<zip_uint16_t>(time)};
}

bool add_member(zip_t* archive, const std::string& name, const std::string& bytes, DosTime time) {
  Source source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
  if (source == nullptr) return false;
  const zip_int64_t added = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (added < 0) return false;
  static_cast<void>(source.release());  // the archive's from here on
  const auto index = static_cast<zip_uint64_t>(added);
  return zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0 &&
         zip_file_set_dostime(archive, index, time.time, time.date, 0) == 0 &&
         zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, kRights) == 0;
}

std::string bytes_of(zip_source_t* source) {
  std::string bytes;
  if (zip_source_open(source) != 0) return bytes;
  zip_source_seek(source, 0, SEEK_END);
  bytes.resize(static_cast<std::size_t>(std::max<zip_int64_t>(zip_source_tell(source), 0)));
  zip_source_seek(source, 0, SEEK_SET);
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  bytes.resize(static_cast<std::size_t>(std::max<zip_int64_t>(read, 0)));
  return bytes;
}

Result<std::string> unpackable(std::string_view what) {
  return failure(ErrorKind::Invalid, std::string(what));
}

// The bytes of a member that pack() may have written.
Result<std::string> member(zip_t* archive, zip_uint64_t index) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive, index, 0, &stat) != 0) return unpackable("它的目录已损坏");
  const std::string_view name = stat.name;
  if (!is_paper_name(name)) return unpackable("里面有不该有的文件名");
  if (stat.comp_method != ZIP_CM_STORE || stat.encryption_method != ZIP_EM_NONE ||
      stat.size != stat.comp_size) {
    return unpackable(fmt::format("“{}”是压缩或加密过的，说明是重新打的包", name));
  }
  const OpenMember file(zip_fopen_index(archive, index, 0));
  std::string bytes(stat.size, '\0');
  // One more byte would have to come for the library to compare the checksum.
  char end = 0;
  if (file == nullptr ||
      zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(stat.size) ||
      zip_fread(file.get(), &end, 1) != 0) {
    return unpackable(fmt::format("“{}”已损坏", name));
  }
  return bytes;
}

Archive open_to_read(std::string_view zip) {
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(zip.data(), zip.size(), 0, &error));
  Archive archive(source == nullptr
                      ? nullptr
                      : zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (archive != nullptr) static_cast<void>(source.release());
  zip_error_fini(&error);
  return archive;
}

}  // namespace

Result<std::string> pack(const PaperFiles& files, Instant at) {
  zip_error_t error;
  zip_error_init(&error);
  Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  zip_t* opened =
      target == nullptr ? nullptr : zip_open_from_source(target.get(), ZIP_TRUNCATE, &error);
  if (opened != nullptr) zip_source_keep(target.get());  // once for the archive, once for us
  zip_error_fini(&error);
  const DosTime time = dos_time(at);
  bool written = opened != nullptr;
  for (const auto& [name, bytes] : files) {
    assert(is_paper_name(name));
    written = written && add_member(opened, name, bytes, time);
  }
  if (written && zip_close(opened) == 0) {
    std::string packed = bytes_of(target.get());
    if (!packed.empty()) return packed;
  } else if (opened != nullptr) {
    zip_discard(opened);
  }
  return failure(ErrorKind::Unavailable, "内存不够，没有打成文书包；请关掉别的程序再试");
}

Result<PaperFiles> unpack(std::string_view zip) {
  const Archive archive = open_to_read(zip);
  // For the library no bytes are an archive too, of nothing.
  const zip_int64_t count = archive == nullptr ? 0 : zip_get_num_entries(archive.get(), 0);
  if (count <= 0) return failure(ErrorKind::Invalid, "不是 ZIP，或者已损坏");
  PaperFiles files;
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    Result<std::string> bytes = member(archive.get(), index);
    if (!bytes) return tl::unexpected(bytes.error());
    const char* name = zip_get_name(archive.get(), index, 0);
    if (!files.emplace(name, std::move(*bytes)).second) {
      return failure(ErrorKind::Invalid, fmt::format("“{}”出现了两次", name));
    }
  }
  return files;
}

}  // namespace gongshi
