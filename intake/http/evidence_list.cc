#include "intake/http/evidence_list.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "generator/notice/digest.h"
#include "intake/filing/limits.h"

namespace gongshi {
namespace {

// Rounded up, so that no file is nothing.
std::string size_in_words(const TemplateSet& templates, std::uint64_t bytes) {
  const auto say = [&](const char* unit, std::uint64_t size) {
    const std::uint64_t number = (bytes + size - 1) / size;
    return templates.message(std::string("size.") + unit, {{"number", std::to_string(number)}});
  };
  if (bytes < 1024) return say("bytes", 1);
  return bytes < 1024U * 1024U ? say("kilobytes", 1024) : say("megabytes", 1024U * 1024U);
}

template <class File>
Json describe_one(const TemplateSet& templates, const File& file, std::string_view type) {
  return {{"name", file.name},
          {"type", templates.message(fmt::format("file.{}", type))},
          {"size", size_in_words(templates, file.size)}};
}

// As the attribute `accept` takes them.
std::string accepted_endings() {
  std::string endings;
  for (const EvidenceType type : kAllEvidenceTypes) {
    endings += fmt::format("{}.{}", endings.empty() ? "" : ",", to_text(type));
  }
  return endings + ",.jpeg";
}

}  // namespace

Json list_evidence(const TemplateSet& templates, const std::vector<EvidenceFile>& files) {
  Json list = Json::array();
  for (const EvidenceFile& file : files) {
    Json row = describe_one(templates, file, file.type);
    row["id"] = file.id;
    list.push_back(std::move(row));
  }
  return list;
}

Json list_evidence(const TemplateSet& templates, const std::vector<RecordedFile>& files) {
  Json list = Json::array();
  for (const RecordedFile& file : files) {
    Json row = describe_one(templates, file, to_text(file.type));
    row["ordinal"] = list.size() + 1;
    row["sha256"] = hex(file.sha256);
    list.push_back(std::move(row));
  }
  return list;
}

Json describe_evidence_field(const TemplateSet& templates,
                             const std::vector<EvidenceFile>& attached,
                             const std::vector<std::string>& errors) {
  return {{"attached", list_evidence(templates, attached)},
          {"has_attached", !attached.empty()},
          {"count_max", kEvidenceCountMax},
          {"megabytes_max", kEvidenceBytesMax >> 20U},
          {"accept", accepted_endings()},
          {"has_errors", !errors.empty()},
          {"errors", errors}};
}

}  // namespace gongshi
