#include "intake/desk/handling.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/desk/case_file.h"
#include "intake/desk/grouping.h"
#include "intake/desk/may_follow.h"
#include "intake/desk/office_text.h"
#include "intake/desk/paraphrase.h"
#include "intake/desk/redaction.h"

namespace gongshi {
namespace {

ObjectionEvent event_of(EventKind kind, const OfficeStep& step) {
  return {
      .kind = kind, .at = step.at, .actor = step.by, .outcome = std::nullopt, .text = step.text};
}

Result<ObjectionState> append(Register& reg, std::string_view number, const ObjectionEvent& event,
                              const KeyRing& keys) {
  if (const auto ok = require_actor(event.actor); !ok) return tl::unexpected(ok.error());
  const Result<CaseFile> file = open_case(reg, number, keys);
  if (!file) return tl::unexpected(file.error());
  return record_step(reg, *file, event, keys);
}

enum class Wording { Required, MayBeBlank };

// After a look at the text, which the messages call `what`.
Result<ObjectionState> append_worded(Register& reg, std::string_view number,
                                     const ObjectionEvent& event, const KeyRing& keys,
                                     std::string_view what, Wording wording = Wording::Required) {
  const bool is_blank = trim_blanks(event.text).empty();
  if (wording == Wording::Required || !is_blank) {
    const auto ok = require_office_text(what, event.text, kOfficeTextLengthMax);
    if (!ok) return tl::unexpected(ok.error());
  }
  return append(reg, number, event, keys);
}

Result<ObjectionState> append_with_second(Register& reg, std::string_view number,
                                          ObjectionEvent event, std::string_view second,
                                          std::string_view role, const KeyRing& keys,
                                          std::string_view what, Wording wording) {
  if (const auto ok = require_actor(second, role); !ok) return tl::unexpected(ok.error());
  event.second_actor = trim_blanks(second);
  event.actor = trim_blanks(event.actor);
  return append_worded(reg, number, event, keys, what, wording);
}

Result<void> require_time_left(std::string_view what, const OfficeStep& step, Date due) {
  if (due >= date_of(step.at)) return {};
  return failure(ErrorKind::Invalid,
                 fmt::format("{}期限 {} 已经过去，请写一个以后的日期", what, chinese_date(due)));
}

// Asked after the step itself, so that who may not take it learns nothing.
Result<void> require_nothing_given_away(const CaseFile& file, std::span<const CaseFile> together,
                                        const ObjectionEvent& event, const Manifest& site) {
  if (file.objection.erased) return {};
  const Result<const ManifestNotice*> notice = notice_of(site, file);
  if (!notice) return tl::unexpected(notice.error());
  const auto found = what_gives_away(file, together, **notice, event.text);
  if (!found) return tl::unexpected(found.error());
  if (found->empty()) return {};
  return failure(ErrorKind::Invalid, fmt::format("异议 {} 的转述没有登记，会暴露异议人：{}",
                                                 file.objection.number, fmt::join(*found, "；")));
}

// What a redacted copy is looked at beside.
struct RedactionGround {
  const ManifestNotice& notice;
  Company company;
};

Result<RedactionGround> ground_of(const Register& reg, const CaseFile& file, std::string_view by,
                                  const Manifest& site, const KeyRing& keys) {
  if (file.objection.erased) {
    return failure(ErrorKind::Conflict,
                   fmt::format("异议 {} 的内容已经删除，没有可以遮盖的", file.objection.number));
  }
  const Result<const ManifestNotice*> notice = notice_of(site, file);
  if (!notice) return tl::unexpected(notice.error());
  Result<Company> company = company_of(reg, file, by, keys);
  if (!company) return tl::unexpected(company.error());
  return RedactionGround{**notice, *std::move(company)};
}

}  // namespace

Result<ObjectionState> ask(Register& reg, std::string_view number, const OfficeStep& step, Date due,
                           const KeyRing& keys) {
  if (const auto ok = require_time_left("补正", step, due); !ok) return tl::unexpected(ok.error());
  ObjectionEvent event = event_of(EventKind::Asked, step);
  event.due = due;
  return append_worded(reg, number, event, keys, "要求补正的内容");
}

Result<ObjectionState> accept(Register& reg, std::string_view number, const OfficeStep& step,
                              const KeyRing& keys) {
  return append_worded(reg, number, event_of(EventKind::Accepted, step), keys, "受理说明",
                       Wording::MayBeBlank);
}

Result<ObjectionState> refuse(Register& reg, std::string_view number, RefusalReason reason,
                              const OfficeStep& step, const KeyRing& keys) {
  ObjectionEvent event = event_of(EventKind::Decided, step);
  event.outcome = Outcome::NotAccepted;
  event.refusal = reason;
  return append_worded(reg, number, event, keys, "不予受理的说明");
}

Result<ObjectionState> transfer(Register& reg, std::string_view number, const OfficeStep& step,
                                const KeyRing& keys) {
  if (step.text.find_first_of("\r\n\t") != std::string::npos) {
    return failure(ErrorKind::Invalid, "转往的机关只能写一行；转办只记到哪里去，不记内容");
  }
  if (const auto ok = require_office_text("转往的机关", step.text, kActorLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  return append(reg, number, event_of(EventKind::Transferred, step), keys);
}

Result<ObjectionState> investigate(Register& reg, std::string_view number, const OfficeStep& step,
                                   std::string_view second, const KeyRing& keys) {
  return append_with_second(reg, number, event_of(EventKind::InvestigationOpened, step), second,
                            "核查的另一人", keys, "核查说明", Wording::MayBeBlank);
}

Result<ObjectionState> extend(Register& reg, std::string_view number, const OfficeStep& step,
                              std::string_view approver, const KeyRing& keys) {
  return append_with_second(reg, number, event_of(EventKind::Extended, step), approver, "审批人",
                            keys, "延长期限的理由", Wording::Required);
}

Result<ObjectionState> decide(Register& reg, std::string_view number, const Decision& decision,
                              const KeyRing& keys) {
  const bool is_refusal = decision.outcome == Outcome::NotAccepted;
  if (is_refusal != decision.refusal.has_value()) {
    return failure(ErrorKind::Invalid,
                   is_refusal ? "不予受理要选定列明的理由：请用 gongshi-desk refuse，或者加上 "
                                "--listed-reason；异议没有登记为不予受理"
                              : "列明的理由只用于不予受理；请改结论，或者去掉 --listed-reason");
  }
  ObjectionEvent event =
      event_of(EventKind::Decided, {.text = decision.reason, .by = decision.by, .at = decision.at});
  event.outcome = decision.outcome;
  event.refusal = decision.refusal;
  return append_worded(reg, number, event, keys, "结论的理由");
}

Result<ObjectionState> dispose(Register& reg, std::string_view number, Measure measure,
                               const OfficeStep& step, const KeyRing& keys) {
  ObjectionEvent event = event_of(EventKind::Disposed, step);
  event.measure = measure;
  return append_worded(reg, number, event, keys, "处置说明", Wording::MayBeBlank);
}

Result<ObjectionState> reply(Register& reg, std::string_view number, const Reply& reply,
                             const KeyRing& keys) {
  const OfficeStep step{.text = reply.text, .by = reply.by, .at = reply.at};
  return append_worded(reg, number, event_of(EventKind::Replied, step), keys, "答复");
}

Result<ObjectionState> review(Register& reg, std::string_view number, const OfficeStep& step,
                              const KeyRing& keys) {
  return append_worded(reg, number, event_of(EventKind::ReviewOpened, step), keys, "复核的理由");
}

Result<ObjectionState> continue_handling(Register& reg, std::string_view number,
                                         const OfficeStep& step, const KeyRing& keys) {
  return append_worded(reg, number, event_of(EventKind::Continued, step), keys, "依职权继续的理由");
}

Result<ObjectionState> separate(Register& reg, std::string_view number, const OfficeStep& step,
                                const KeyRing& keys) {
  return append_worded(reg, number, event_of(EventKind::Separated, step), keys, "分案的理由");
}

Result<ObjectionState> register_withdrawal(Register& reg, std::string_view number,
                                           const OfficeStep& step, const KeyRing& keys) {
  const auto found = reg.find_by_number(number);
  if (!found) return tl::unexpected(found.error());
  if (*found && (*found)->filed.medium == Medium::Online) {
    return failure(
        ErrorKind::Conflict,
        fmt::format("异议 {} 是在网上提出的，由异议人凭登记号和查询码自己撤回", (*found)->number));
  }
  ObjectionEvent event = event_of(EventKind::Decided, step);
  event.outcome = Outcome::Withdrawn;
  return append_worded(reg, number, event, keys, "撤回的经过");
}

Result<ObjectionState> recuse(Register& reg, std::string_view number, const OfficeStep& step,
                              std::string_view person, const KeyRing& keys) {
  return append_with_second(reg, number, event_of(EventKind::Recused, step), person, "回避的人",
                            keys, "回避的理由", Wording::Required);
}

Result<ObjectionState> readmit(Register& reg, std::string_view number, const OfficeStep& step,
                               std::string_view person, const KeyRing& keys) {
  return append_with_second(reg, number, event_of(EventKind::Readmitted, step), person,
                            "解除回避的人", keys, "解除回避的理由", Wording::Required);
}

Result<ObjectionState> paraphrase(Register& reg, std::string_view number, const OfficeStep& step,
                                  Date due, const Manifest& site, const KeyRing& keys) {
  if (const auto ok = require_time_left("说明", step, due); !ok) return tl::unexpected(ok.error());
  if (const auto ok = require_office_text("转述", step.text, kOfficeTextLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  if (const auto ok = require_actor(step.by); !ok) return tl::unexpected(ok.error());
  const Result<CaseFile> file = open_case(reg, number, keys);
  if (!file) return tl::unexpected(file.error());
  ObjectionEvent event = event_of(EventKind::Paraphrased, step);
  event.due = due;
  if (const auto ok = require_may_follow(*file, event); !ok) return tl::unexpected(ok.error());
  const Result<Company> company = company_of(reg, *file, step.by, keys);
  if (!company) return tl::unexpected(company.error());
  const auto silent = require_nothing_given_away(*file, company->others, event, site);
  if (!silent) return tl::unexpected(silent.error());
  return record_step(reg, *file, event, keys, company->seen);
}

Result<ObjectionState> redact(Register& reg, std::string_view number, const OfficeStep& step,
                              const Manifest& site, const KeyRing& keys) {
  if (const auto ok = require_office_text("遮盖副本", step.text, kRedactedCopyLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  if (const auto ok = require_actor(step.by); !ok) return tl::unexpected(ok.error());
  const Result<CaseFile> file = open_case(reg, number, keys);
  if (!file) return tl::unexpected(file.error());
  ObjectionEvent event = event_of(EventKind::Redacted, step);
  event.text = trim_blanks(with_equal_masks(event.text));
  if (const auto ok = require_may_follow(*file, event); !ok) return tl::unexpected(ok.error());
  const Result<RedactionGround> ground = ground_of(reg, *file, step.by, site, keys);
  if (!ground) return tl::unexpected(ground.error());
  const auto found = what_forbids_copy(*file, ground->company.others, ground->notice, event.text);
  if (!found) return tl::unexpected(found.error());
  if (!found->empty()) {
    return failure(ErrorKind::Invalid,
                   fmt::format("异议 {} 的遮盖副本没有登记：{}", file->objection.number,
                               fmt::join(*found, "；")));
  }
  return record_step(reg, *file, event, keys, ground->company.seen);
}

Result<std::string> redaction_draft(const Register& reg, const CaseFile& file, std::string_view by,
                                    const Manifest& site, const KeyRing& keys) {
  const Result<void> admitted = require_not_recused(file.standing, by);
  if (!admitted) return tl::unexpected(admitted.error());
  const Result<RedactionGround> ground = ground_of(reg, file, by, site, keys);
  if (!ground) return tl::unexpected(ground.error());
  const std::vector<const ObjectionEvent*> copies = redactions(file);
  if (!copies.empty()) {
    const std::string& newest = copies.back()->text;
    const auto found = what_forbids_copy(file, ground->company.others, ground->notice, newest);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return newest;
  }
  return proposed_redaction(file, ground->company.others, ground->notice);
}

Result<ObjectionState> note(Register& reg, std::string_view number, const OfficeStep& step,
                            const KeyRing& keys) {
  return append_worded(reg, number, event_of(EventKind::Noted, step), keys, "内部记录");
}

}  // namespace gongshi
