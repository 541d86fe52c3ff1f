#include "intake/desk/evidence_import.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <fstream>
#include <system_error>

#include "intake/filing/evidence_upload.h"
#include "intake/filing/limits.h"

namespace gongshi {
namespace {

// A pipe would keep whoever opens it waiting.
Result<void> require_file(const std::filesystem::path& file) {
  std::error_code unreadable;
  const auto status = std::filesystem::status(file, unreadable);
  if (std::filesystem::is_regular_file(status)) return {};
  if (!std::filesystem::exists(status)) {
    return failure(ErrorKind::NotFound,
                   fmt::format("没有 {} 这个文件；请核对 --evidence", file.string()));
  }
  return failure(ErrorKind::Invalid,
                 fmt::format("{} 不是文件；--evidence 后面写一个文件", file.string()));
}

Result<SentFile> import_one(const Register& reg, const std::filesystem::path& file) {
  if (const Result<void> ok = require_file(file); !ok) return tl::unexpected(ok.error());
  std::ifstream in(file, std::ios::binary);
  EvidenceUpload upload(reg.evidence(), file.filename().string());
  std::array<char, 65536> bytes{};
  std::size_t size = 0;
  // One that is too big need not be read to its end.
  while (size <= kEvidenceBytesMax && in.read(bytes.data(), bytes.size()).gcount() > 0) {
    const auto got = static_cast<std::size_t>(in.gcount());
    upload.add({bytes.data(), got});
    size += got;
  }
  const bool is_read = in.eof() || size > kEvidenceBytesMax;
  if (is_read) return upload.finish();
  return failure(ErrorKind::Unavailable,
                 fmt::format("读不了 {}；请核对这个文件的权限", file.string()));
}

}  // namespace

Result<std::vector<SentFile>> import_evidence(const Register& reg,
                                              const std::vector<std::filesystem::path>& files) {
  std::vector<SentFile> imported;
  for (const std::filesystem::path& path : files) {
    Result<SentFile> file = import_one(reg, path);
    if (file) {
      imported.push_back(*std::move(file));
      continue;
    }
    for (const SentFile& earlier : imported) {
      if (earlier.stored) reg.evidence().remove(earlier.stored->id);
    }
    return tl::unexpected(file.error());
  }
  return imported;
}

}  // namespace gongshi
