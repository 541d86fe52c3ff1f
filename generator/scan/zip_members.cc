#include "generator/scan/zip_members.h"

#include <zip.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "generator/notice/text_encoding.h"

namespace gongshi {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

using Archive = std::unique_ptr<zip_t, Discard>;
using OpenMember = std::unique_ptr<zip_file_t, Discard>;

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  return archive;
}

std::string text_or_nothing(const char* bytes) {
  return bytes == nullptr ? std::string() : as_utf8(bytes).value_or(std::string());
}

// Nothing for a member that cannot be read, and when the budget ends.
std::optional<std::string> unfold(zip_t* archive, zip_uint64_t index, DocumentReading& reading) {
  const OpenMember member(zip_fopen_index(archive, index, 0));
  if (member == nullptr) return std::nullopt;
  std::string bytes;
  std::array<char, 65'536> chunk{};
  while (true) {
    const zip_int64_t read = zip_fread(member.get(), chunk.data(), chunk.size());
    if (read < 0) return std::nullopt;
    if (read == 0) return bytes;
    if (!reading.spend_bytes(static_cast<std::size_t>(read))) return std::nullopt;
    bytes.append(chunk.data(), static_cast<std::size_t>(read));
  }
}

}  // namespace

Result<ZipContents> zip_members(std::string_view file_name, std::string_view bytes,
                                DocumentReading& reading) {
  const Archive archive = open_archive(bytes);
  if (archive == nullptr) return cannot_look(file_name, "已损坏，打不开；请重新生成");
  ZipContents contents;
  contents.comment =
      text_or_nothing(zip_get_archive_comment(archive.get(), nullptr, ZIP_FL_ENC_RAW));
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    if (reading.spend_member()) {
      auto unfolded = unfold(archive.get(), index, reading);
      const bool readable = unfolded.has_value();
      contents.members.push_back(
          {.name = text_or_nothing(zip_get_name(archive.get(), index, ZIP_FL_ENC_RAW)),
           .bytes = std::move(unfolded).value_or(std::string()),
           .readable = readable});
    }
    if (reading.exhausted()) {
      return cannot_look(file_name, "展开后过大，或者文件过多；请拆成几个文件");
    }
  }
  return contents;
}

}  // namespace gongshi
