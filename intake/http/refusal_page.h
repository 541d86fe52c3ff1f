// The pages for a notice that takes no objections now: before its window, after it, suspended,
// withdrawn, closed, or unknown. They say when, and which other ways there are, and give back what
// was written.
#ifndef INTAKE_HTTP_REFUSAL_PAGE_H_
#define INTAKE_HTTP_REFUSAL_PAGE_H_

#include <string>
#include <string_view>

#include "generator/notice/manifest.h"
#include "intake/filing/file_objection.h"
#include "intake/http/message.h"
#include "intake/http/pages.h"

namespace gongshi {

// `statement` is what was sent, to copy from the page; "" when nothing was.
Answer make_refusal_page(const PageFrame& frame, const ManifestNotice& notice,
                         const Refusal& refusal, int status, std::string_view statement);

// "window_closed" and the like: in JSON, in keys of messages.json, and in counts.
std::string code_of(const Refusal& refusal);

// 409 {"error":{"code","message"}} with "opens_at" for not_yet_open and "closes_at" for
// window_closed; the other codes are suspended, withdrawn and closed.
Answer make_refusal_json(const PageFrame& frame, const ManifestNotice& notice,
                         const Refusal& refusal);

Answer make_unknown_notice_page(const PageFrame& frame, int status, std::string_view statement);

}  // namespace gongshi

#endif  // INTAKE_HTTP_REFUSAL_PAGE_H_
