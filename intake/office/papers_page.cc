#include "intake/office/papers_page.h"

#include <string>
#include <utility>

#include "generator/notice/percent_encoding.h"
#include "intake/office/access_words.h"
#include "intake/papers/closing_papers.h"

namespace gongshi {
namespace {

Result<std::string> make_papers(const Desk& desk, const NoticeId& notice) {
  return closing_papers(desk.reg, notice, {.folder = desk.site, .manifest = desk.frame.manifest},
                        desk.frame.templates);
}

Result<void> record_taken(const Desk& desk, const NoticeId& notice) {
  return desk.record.append_access({.at = desk.now,
                                    .actor = desk.account.shown,
                                    .number = notice.text(),
                                    .what = std::string(access::kPapers)});
}

}  // namespace

Answer send_papers(const Desk& desk, const Request& request) {
  const Result<NoticeId> notice = NoticeId::parse(request.parameter("notice"));
  if (!notice || desk.frame.manifest.find(*notice) == nullptr) {
    return make_desk_message(desk.frame, &desk, 404, "no_notice");
  }
  Result<std::string> zip = make_papers(desk, *notice);
  if (!zip) return make_desk_failure(desk, request, zip.error());
  const Result<void> recorded = record_taken(desk, *notice);
  if (!recorded) return make_desk_failure(desk, request, recorded.error());
  const std::string name =
      desk.frame.templates.message("desk.papers.file", {{"notice", notice->text()}});
  return {.content_type = "application/zip",
          .body = *std::move(zip),
          .headers = {
              {"Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode_path(name)},
              {"Cache-Control", "no-store"}}};
}

}  // namespace gongshi
