#include "intake/desk/evidence_export.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "intake/desk/private_file.h"

namespace gongshi {
namespace {

tl::unexpected<Error> cannot_write(const std::filesystem::path& file, int number) {
  if (number == EEXIST) {
    return failure(ErrorKind::Conflict,
                   fmt::format("{} 已经有了，没有覆盖；请用 --out 另写一个文件夹", file.string()));
  }
  return failure(ErrorKind::Unavailable,
                 fmt::format("无法写入 {}：{}", file.string(),
                             std::error_code(number, std::generic_category()).message()));
}

Result<void> export_one(const Register& reg, const EvidenceFile& file,
                        const std::filesystem::path& path) {
  Result<EvidenceReader> reader = reg.evidence().read(file);
  if (!reader) return tl::unexpected(reader.error());
  PrivateFile out(path);
  for (bool at_end = false; !at_end && out.problem() == 0;) {
    const Result<std::string> piece = reader->read();
    if (!piece) return tl::unexpected(piece.error());
    at_end = piece->empty();
    out.write(*piece);
  }
  out.finish();
  if (out.problem() != 0) return cannot_write(path, out.problem());
  return {};
}

}  // namespace

Result<std::vector<std::filesystem::path>> export_evidence(const Register& reg,
                                                           const CaseFile& file,
                                                           const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return cannot_write(folder, errno);
  std::vector<std::filesystem::path> written;
  for (const EvidenceFile& evidence : file.files()) {
    const std::filesystem::path path =
        folder / fmt::format("{}-{}-{}", file.objection.number, written.size() + 1, evidence.name);
    const Result<void> done = export_one(reg, evidence, path);
    if (!done) return tl::unexpected(done.error());
    written.push_back(path);
  }
  return written;
}

}  // namespace gongshi
