#include "intake/office/closing_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/notice/person_name.h"
#include "intake/desk/close_notice.h"
#include "intake/desk/closing.h"
#include "intake/office/access_words.h"
#include "intake/office/desk_rules.h"
#include "intake/office/page_links.h"

namespace gongshi {
namespace {

using Dispositions = std::map<CandidateId, Disposition>;
using Sentences = std::vector<std::string>;

constexpr std::array kAllDispositions = {Disposition::Confirmed, Disposition::Corrected,
                                         Disposition::Cancelled, Disposition::Deferred};
constexpr std::string_view kDispositionField = "disposition-";

// All that the page is made from.
struct ClosingView {
  const ManifestNotice& notice;
  std::vector<CaseFile> cases;
  std::optional<std::string> record;  // of a notice that is closed
  std::optional<ClosingDraft> draft;  // one that waits for approval
};

// "person=cancelled reception=confirmed"
std::string write_dispositions(const Dispositions& dispositions) {
  std::string text;
  for (const auto& [candidate, disposition] : dispositions) {
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", candidate.text(), to_text(disposition));
  }
  return text;
}

// What write_dispositions() wrote.
Dispositions read_dispositions(std::string_view text) {
  Dispositions dispositions;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t equals = std::min(word.find('='), word.size());
    const auto candidate = CandidateId::parse(word.substr(0, equals));
    const auto disposition = parse_disposition(word.substr(std::min(equals + 1, word.size())));
    if (candidate && disposition) dispositions.emplace(*candidate, *disposition);
  }
  return dispositions;
}

// What the form says of each candidate; one that it leaves open is not in it.
Dispositions chosen_dispositions(const ManifestNotice& notice, const SentForm& form) {
  Dispositions dispositions;
  for (const ManifestCandidate& candidate : notice.candidates) {
    const auto chosen =
        parse_disposition(form.value(std::string(kDispositionField) + candidate.id.text()));
    if (chosen) dispositions.emplace(candidate.id, *chosen);
  }
  return dispositions;
}

Result<ClosingView> collect(const Desk& desk, const ManifestNotice& notice) {
  Result<std::vector<CaseFile>> cases = list_cases(desk.reg, notice.id);
  if (!cases) return tl::unexpected(cases.error());
  Result<std::optional<std::string>> record = desk.reg.closing(notice.id);
  if (!record) return tl::unexpected(record.error());
  Result<std::optional<ClosingDraft>> draft = desk.record.newest_draft(notice.id);
  if (!draft) return tl::unexpected(draft.error());
  const bool waits = *draft && (*draft)->is_open && !*record;
  return ClosingView{.notice = notice,
                     .cases = *std::move(cases),
                     .record = *std::move(record),
                     .draft = waits ? *std::move(draft) : std::nullopt};
}

// What blocks, whoever approves in the end.
Sentences blockers_of(const Desk& desk, const ClosingView& view, const Dispositions& dispositions) {
  return what_blocks_closing(
      view.notice, view.cases,
      {.dispositions = dispositions,
       .handler = desk.account.shown,
       .approver = desk.frame.templates.message("desk.closing.somebody_else"),
       .at = desk.now});
}

// What the approver's form says it is about; a draft that was replaced meanwhile has another.
std::string mark_of(const ClosingDraft& draft) {
  return fmt::format("{} {} {}", to_text(draft.at), draft.account, draft.dispositions);
}

// Those about whom something was found or is open: of the others it goes without saying that they
// are confirmed, unless somebody says otherwise.
bool is_in_question(const ManifestCandidate& candidate, const std::vector<CaseFile>& cases) {
  return std::ranges::any_of(cases, [&](const CaseFile& file) {
    const CandidateId& about = file.objection.filed.candidate;
    const Outcome outcome = file.outcome().value_or(Outcome::Upheld);
    const bool is_settled = outcome == Outcome::Unfounded || outcome == Outcome::NotAccepted ||
                            outcome == Outcome::Withdrawn;
    return !is_settled && (about.empty() || about == candidate.id);
  });
}

Json describe_candidates(const ClosingView& view, const Dispositions& chosen, bool in_question) {
  Json rows = Json::array();
  for (const ManifestCandidate& candidate : view.notice.candidates) {
    if (is_in_question(candidate, view.cases) != in_question) continue;
    const auto said = chosen.find(candidate.id);
    Json choices = Json::array();
    for (const Disposition disposition : kAllDispositions) {
      choices.push_back({{"word", to_text(disposition)},
                         {"label", chinese(disposition)},
                         {"chosen", said != chosen.end() && said->second == disposition}});
    }
    rows.push_back({{"field", std::string(kDispositionField) + candidate.id.text()},
                    {"name", candidate.name},
                    {"choices", choices}});
  }
  return rows;
}

bool is_own_draft(const Desk& desk, const ClosingDraft& draft) {
  return draft.account == desk.account.name || is_same_person(draft.handler, desk.account.shown);
}

Json describe_draft(const Desk& desk, const ClosingView& view) {
  const ClosingDraft& draft = *view.draft;
  Json said = Json::array();
  for (const auto& [candidate, disposition] : read_dispositions(draft.dispositions)) {
    const ManifestCandidate* const found = view.notice.find(candidate);
    said.push_back({{"name", found == nullptr ? candidate.text() : found->name},
                    {"disposition", chinese(disposition)}});
  }
  const bool is_own = is_own_draft(desk, draft);
  return {{"handler", draft.handler},
          {"at", chinese_instant(draft.at)},
          {"mark", mark_of(draft)},
          {"dispositions", said},
          {"may_take_back", is_own && may(desk.account.role, DeskAction::ProposeClosing)},
          {"may_approve", !is_own && may(desk.account.role, DeskAction::ApproveClosing)}};
}

std::size_t count_in(const std::vector<CaseFile>& cases, bool concluded) {
  return static_cast<std::size_t>(std::ranges::count_if(cases, [&](const CaseFile& file) {
    return (file.state() == ObjectionState::Concluded) == concluded;
  }));
}

// `refused` is why what was asked for was not done; none for a page that was only opened.
Answer make_closing_page(const Desk& desk, const Request& request, const ClosingView& view,
                         const Sentences& refused, const Dispositions& chosen) {
  const TemplateSet& templates = desk.frame.templates;
  const Sentences blockers =
      view.record ? Sentences()
                  : blockers_of(desk, view,
                                view.draft ? read_dispositions(view.draft->dispositions) : chosen);
  const bool may_propose = may(desk.account.role, DeskAction::ProposeClosing) && !view.record &&
                           !view.draft && view.notice.closes_at <= desk.now;
  return make_desk_page(
      desk.frame, &desk, refused.empty() ? 200 : 409, "closing",
      templates.message("desk.closing.title"),
      {{"notice", {{"id", view.notice.id.text()}, {"title", view.notice.title}}},
       {"closes", chinese_last_moment(view.notice.closes)},
       {"all", std::to_string(view.cases.size())},
       {"concluded", std::to_string(count_in(view.cases, true))},
       {"inbox_url", desk_address(desk_path::kInbox, {{"notice", view.notice.id.text()}})},
       {"closed", view.record ? templates.message("desk.closing.closed") : ""},
       {"papers_url", desk_address(desk_path::kPapers, {{"notice", view.notice.id.text()}})},
       {"done", request.parameter("done") == "yes" ? templates.message("desk.closing.done") : ""},
       {"refused", refused},
       {"has_refused", !refused.empty()},
       {"blockers", blockers},
       {"has_blockers", !blockers.empty()},
       {"draft", view.draft ? describe_draft(desk, view) : Json(false)},
       {"may_propose", may_propose},
       {"candidates", describe_candidates(view, chosen, true)},
       {"others", describe_candidates(view, chosen, false)}});
}

const ManifestNotice* find_notice(const Desk& desk, std::string_view text) {
  const auto id = NoticeId::parse(text);
  return id ? desk.frame.manifest.find(*id) : nullptr;
}

Result<void> record(const Desk& desk, const ManifestNotice& notice, std::string_view what) {
  return desk.record.append_access({.at = desk.now,
                                    .actor = desk.account.shown,
                                    .number = notice.id.text(),
                                    .what = std::string(what)});
}

// Writes a row for this notice: a new draft, or that the standing one is none any more.
Result<void> write_draft(const Desk& desk, const ManifestNotice& notice,
                         const Dispositions& dispositions, std::string_view what) {
  return desk.record
      .append_draft({.notice = notice.id,
                     .at = desk.now,
                     .account = desk.account.name,
                     .handler = desk.account.shown,
                     .dispositions = write_dispositions(dispositions),
                     .is_open = what == access::kProposed})
      .and_then([&] { return record(desk, notice, what); });
}

Answer finish(const Desk& desk, const Request& request, const ManifestNotice& notice,
              const Result<void>& done) {
  if (!done) return make_desk_failure(desk, request, done.error());
  return see_other(
      desk_address(desk_path::kClosing, {{"notice", notice.id.text()}, {"done", "yes"}}));
}

Answer propose(const Desk& desk, const Request& request, const ClosingView& view) {
  const Dispositions chosen = chosen_dispositions(view.notice, request.form);
  Sentences blockers = blockers_of(desk, view, chosen);
  if (view.draft) blockers.push_back(desk.frame.templates.message("desk.closing.waits"));
  if (view.record) blockers.push_back(desk.frame.templates.message("desk.closing.closed"));
  if (!blockers.empty()) return make_closing_page(desk, request, view, blockers, chosen);
  return finish(desk, request, view.notice,
                write_draft(desk, view.notice, chosen, access::kProposed));
}

// By whoever wrote it, or by whoever could approve it.
Answer drop_draft(const Desk& desk, const Request& request, const ClosingView& view,
                  std::string_view what) {
  const bool is_own = view.draft && view.draft->account == desk.account.name;
  const bool may_drop = view.draft && is_own == (what == access::kTakenBack);
  if (!may_drop) {
    return make_closing_page(desk, request, view,
                             {desk.frame.templates.message("desk.closing.overtaken")}, {});
  }
  return finish(desk, request, view.notice, write_draft(desk, view.notice, {}, what));
}

Answer approve(const Desk& desk, const Request& request, const ClosingView& view) {
  const TemplateSet& templates = desk.frame.templates;
  if (!view.draft || request.form.value("draft") != mark_of(*view.draft)) {
    return make_closing_page(desk, request, view, {templates.message("desk.closing.overtaken")},
                             {});
  }
  const ClosingDraft& draft = *view.draft;
  if (is_own_draft(desk, draft)) {
    return make_closing_page(desk, request, view, {templates.message("desk.closing.one_person")},
                             {});
  }
  const auto result = close_notice(desk.reg, view.notice, desk.content,
                                   {.dispositions = read_dispositions(draft.dispositions),
                                    .handler = draft.handler,
                                    .approver = desk.account.shown,
                                    .at = desk.now});
  if (!result) return make_desk_failure(desk, request, result.error());
  if (result->closing == Closing::Blocked) {
    return make_closing_page(desk, request, view, result->blockers, {});
  }
  return finish(desk, request, view.notice, record(desk, view.notice, access::kApproved));
}

// What blocks a closing and what is proposed would tell how the objections stand.
std::optional<Answer> turn_away(const Desk& desk, const ClosingView& view) {
  const std::vector<std::string> numbers = recused_from(view.cases, desk.account.shown);
  if (numbers.empty()) return std::nullopt;
  const std::string sentence = desk.frame.templates.message(
      "desk.recused.closing", {{"numbers", fmt::format("{}", fmt::join(numbers, "、"))}});
  return make_desk_message(desk.frame, &desk, 403, "recused", sentence);
}

}  // namespace

Answer show_closing(const Desk& desk, const Request& request) {
  const ManifestNotice* const notice = find_notice(desk, request.parameter("notice"));
  if (notice == nullptr) return make_desk_message(desk.frame, &desk, 404, "no_notice");
  const Result<ClosingView> view = collect(desk, *notice);
  if (!view) return make_desk_failure(desk, request, view.error());
  if (auto refused = turn_away(desk, *view)) return *std::move(refused);
  return make_closing_page(desk, request, *view, {}, {});
}

Answer take_closing(const Desk& desk, const Request& request) {
  const ManifestNotice* const notice = find_notice(desk, request.form.value("notice"));
  if (notice == nullptr) return make_desk_message(desk.frame, &desk, 404, "no_notice");
  const std::string_view act = request.form.value("act");
  const bool proposes = act == "propose" || act == "take_back";
  const bool approves = act == "approve" || act == "refuse";
  const Role role = desk.account.role;
  if (!(proposes && may(role, DeskAction::ProposeClosing)) &&
      !(approves && may(role, DeskAction::ApproveClosing))) {
    return make_desk_message(desk.frame, &desk, 403, "forbidden");
  }
  const Result<ClosingView> view = collect(desk, *notice);
  if (!view) return make_desk_failure(desk, request, view.error());
  if (auto refused = turn_away(desk, *view)) return *std::move(refused);
  if (act == "propose") return propose(desk, request, *view);
  if (act == "approve") return approve(desk, request, *view);
  return drop_draft(desk, request, *view, act == "refuse" ? access::kRefused : access::kTakenBack);
}

}  // namespace gongshi
