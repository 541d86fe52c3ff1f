#include "generator/render/attachment_list.h"

#include "generator/notice/digest.h"
#include "generator/notice/percent_encoding.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

std::string word_of(const Attachment& attachment) {
  if (attachment.type == FileType::Unknown) return "file.other";
  const bool is_table = attachment.type == FileType::Text && attachment.file.ends_with(".csv");
  return "file." + std::string(is_table ? "csv" : to_text(attachment.type));
}

std::string with_one_decimal(std::size_t tenths) {
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

std::string size_of(const TemplateSet& templates, std::size_t bytes) {
  constexpr std::size_t kStep = 1024;
  if (bytes < kStep) {
    return templates.message("size.bytes", {{"number", std::to_string(bytes)}});
  }
  const std::size_t kilobytes = (bytes * 10 + kStep / 2) / kStep;
  if (kilobytes < 10 * kStep) {
    return templates.message("size.kilobytes", {{"number", with_one_decimal(kilobytes)}});
  }
  const std::size_t megabytes = (bytes / kStep * 10 + kStep / 2) / kStep;
  return templates.message("size.megabytes", {{"number", with_one_decimal(megabytes)}});
}

PageData describe_attachments(const SiteModel& site, const Notice& notice) {
  PageData list = PageData::array();
  for (const Attachment& attachment : notice.attachments) {
    list.push_back({{"title", attachment.title},
                    {"url", percent_encode_path(attachment_path(notice, attachment))},
                    {"type", site.templates.message(word_of(attachment))},
                    {"size", size_of(site.templates, attachment.bytes.size())},
                    {"sha256", hex(sha256(attachment.bytes))}});
  }
  return list;
}

}  // namespace gongshi
