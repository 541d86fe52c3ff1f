#include "intake/filing/evidence_draft.h"

#include <optional>
#include <string>
#include <utility>

#include "generator/notice/json.h"

namespace gongshi {
namespace {

// One row of the list: id, key, name, type, size, digest.
Json to_json(const EvidenceFile& file) {
  return Json::array({file.id, file.key, file.name, file.type, file.size, file.sha256});
}

EvidenceFile file_of(const Json& row) {
  return {.id = row.at(0),
          .key = row.at(1),
          .name = row.at(2),
          .type = row.at(3),
          .size = row.at(4),
          .sha256 = row.at(5)};
}

}  // namespace

Result<std::vector<EvidenceFile>> read_draft(const EvidenceFiles& files, const FormId& form) {
  const Result<std::optional<std::string>> found = files.read_draft(form.digest());
  if (!found) return tl::unexpected(found.error());
  const std::optional<std::string>& sealed = *found;
  std::vector<EvidenceFile> attached;
  if (!sealed) return attached;
  const Result<std::string> text = open_text(form.draft_key(), *sealed);
  if (!text) return attached;  // a power cut broke it: the form asks for its files again
  for (const Json& row : Json::parse(*text)) {
    EvidenceFile file = file_of(row);
    if (files.touch(file.id)) attached.push_back(std::move(file));
  }
  return attached;
}

Result<void> write_draft(EvidenceFiles& files, const FormId& form,
                         const std::vector<EvidenceFile>& attached) {
  if (attached.empty()) {
    files.remove_draft(form.digest());
    return {};
  }
  Json list = Json::array();
  for (const EvidenceFile& file : attached) list.push_back(to_json(file));
  return files.write_draft(form.digest(), seal_text(form.draft_key(), list.dump()));
}

}  // namespace gongshi
