#include "intake/office/case_page.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/notice/percent_encoding.h"
#include "intake/desk/case_deadline.h"
#include "intake/desk/case_file.h"
#include "intake/desk/own_terms.h"
#include "intake/desk/paraphrase.h"
#include "intake/desk/redaction.h"
#include "intake/filing/record.h"
#include "intake/http/evidence_download.h"
#include "intake/http/evidence_list.h"
#include "intake/office/access_words.h"
#include "intake/office/case_door.h"
#include "intake/office/case_group.h"
#include "intake/office/case_steps.h"
#include "intake/office/deadline_view.h"
#include "intake/office/desk_rules.h"
#include "intake/office/page_links.h"
#include "intake/office/statement_request.h"

namespace gongshi {
namespace {

// What a form that was not taken leaves on the page.
struct TriedStep {
  SentForm sent = {};
  int status = 200;
  std::string error = {};  // a sentence
};

Json fact(const Desk& desk, const char* label, std::string_view value) {
  return {{"label", desk.frame.templates.message("desk.fact." + std::string(label))},
          {"value", value}};
}

std::string about(const Desk& desk, const NewObjection& filed) {
  if (filed.candidate.empty()) return desk.frame.templates.message("desk.fact.whole_notice");
  const ManifestNotice* const notice = desk.frame.manifest.find(filed.notice);
  const ManifestCandidate* const found =
      notice == nullptr ? nullptr : notice->find(filed.candidate);
  return found == nullptr ? filed.candidate.text() : found->name;
}

Json describe_facts(const Desk& desk, const CaseFile& file, const Record* record) {
  const NewObjection& filed = file.objection.filed;
  const ManifestNotice* const notice = desk.frame.manifest.find(filed.notice);
  Json facts = Json::array();
  facts.push_back(fact(desk, "notice", notice == nullptr ? filed.notice.text() : notice->title));
  facts.push_back(fact(desk, "about", about(desk, filed)));
  facts.push_back(fact(desk, "medium", chinese(filed.medium)));
  const bool is_late = record != nullptr && record->late;
  facts.push_back(
      fact(desk, is_late ? "received_late" : "received", chinese_instant(filed.received_at)));
  if (filed.entry) facts.push_back(fact(desk, "entered_by", filed.entry->by));
  if (record != nullptr) {
    const Objection& objection = record->objection;
    facts.push_back(fact(desk, "grounds", chinese(objection.grounds)));
    facts.push_back(fact(desk, "identity", chinese(objection.identity)));
    if (!objection.name.empty()) facts.push_back(fact(desk, "name", objection.name));
    if (!objection.contact.empty()) facts.push_back(fact(desk, "contact", objection.contact));
  }
  facts.push_back(fact(desk, "leaf", std::to_string(file.objection.leaf_index)));
  return facts;
}

// With the address of each; `ordinal` counts on over all files of the case.
Json describe_files(const Desk& desk, const CaseFile& file, const std::vector<EvidenceFile>& files,
                    std::size_t& ordinal) {
  Json list = list_evidence(desk.frame.templates, files);
  for (Json& row : list) {
    row.erase("id");
    row["url"] = desk_address(desk_path::kEvidence, {{"number", file.objection.number},
                                                     {"file", std::to_string(++ordinal)}});
  }
  return list;
}

// What was found, ordered, asked for until when, or done together with whom.
std::string detail_of(const Desk& desk, const ObjectionEvent& event) {
  if (event.refusal) return std::string(chinese(*event.refusal));
  if (event.outcome) return std::string(chinese(*event.outcome));
  if (event.measure) return std::string(chinese(*event.measure));
  if (event.due) {
    return desk.frame.templates.message("desk.event.until",
                                        {{"day", chinese_last_moment(*event.due)}});
  }
  if (event.kind == EventKind::Joined) return event.leader;
  if (event.second_actor.empty()) return "";
  if (event.kind == EventKind::Recused || event.kind == EventKind::Readmitted) {
    return event.second_actor;
  }
  const bool is_grant = event.kind == EventKind::Extended;
  return desk.frame.templates.message(is_grant ? "desk.event.granted" : "desk.event.together",
                                      {{"name", event.second_actor}});
}

// Where the paper with the newest paraphrase is, beside it, for who may handle cases.
std::string paper_of(const Desk& desk, const CaseFile& file, const ObjectionEvent& event) {
  if (&event != newest_paraphrase(file) || file.objection.erased) return "";
  if (!may(desk.account.role, DeskAction::HandleCase)) return "";
  return desk_address(desk_path::kStatementRequest, {{"number", file.objection.number}});
}

// False when there is none and nobody here may make one.
Json describe_redaction(const Desk& desk, const CaseFile& file) {
  const std::string& number = file.objection.number;
  const std::vector<const ObjectionEvent*> copies = redactions(file);
  const bool may_make = may(desk.account.role, DeskAction::HandleCase);
  if (file.objection.erased || (copies.empty() && !may_make)) return false;
  Json newest = false;
  if (!copies.empty()) {
    newest = {{"ordinal", std::to_string(copies.size())},
              {"by", copies.back()->actor},
              {"at", chinese_instant(copies.back()->at)},
              {"page_url", desk_address(desk_path::kRedactedCopy, {{"number", number}})},
              {"text_url",
               desk_address(desk_path::kRedactedCopy, {{"number", number}, {"format", "text"}})}};
  }
  return {{"newest", newest},
          {"edit_url",
           may_make ? desk_address(desk_path::kRedaction, {{"number", number}}) : std::string()}};
}

// Where it was done, when it was done at the case that leads.
std::string shared_sentence(const Desk& desk, const ObjectionEvent& event) {
  if (event.leader.empty() || event.kind == EventKind::Joined) return "";
  return desk.frame.templates.message("desk.event.shared", {{"number", event.leader}});
}

Json describe_history(const Desk& desk, const CaseFile& file, std::size_t& ordinal) {
  Json events = Json::array();
  for (const ObjectionEvent& event : file.history) {
    const Result<HandlingStep> step = step_of(event);
    events.push_back({{"at", chinese_instant(event.at)},
                      {"what", step ? chinese(*step) : ""},
                      {"detail", detail_of(desk, event)},
                      {"by", event.actor},
                      {"shared", shared_sentence(desk, event)},
                      {"text", event.kind == EventKind::Redacted ? "" : event.text},
                      {"copy", event.kind == EventKind::Redacted ? event.text : ""},
                      {"paper_url", paper_of(desk, file, event)},
                      {"files", describe_files(desk, file, event.evidence, ordinal)}});
  }
  return events;
}

// What is due next, first of all of it when it leads a group, which is then said.
Json describe_due(const Desk& desk, const CaseFile& file, const CaseGroup& group) {
  const OwnTermsOfNotices all(desk.frame.manifest);
  const std::optional<OwnTerms> terms = all.of(file.objection.filed.notice);
  const auto first = case_deadline(file, group.group.members, terms);
  Json due = describe_deadline(desk.frame.templates, first, desk.now);
  if (!first) return due;
  const bool is_own = first == case_deadline(file, {}, terms);
  due["in_group"] = is_own ? "" : desk.frame.templates.message("desk.deadline.group");
  return due;
}

std::string erased_sentence(const Desk& desk, const CaseFile& file) {
  if (!file.objection.erased) return "";
  const Erasure& erasure = *file.objection.erased;
  return desk.frame.templates.message(
      "desk.case.erased", {{"date", chinese_date(date_of(erasure.at))}, {"basis", erasure.basis}});
}

Answer make_case_page(const Desk& desk, const Request& request, const CaseFile& file,
                      const TriedStep& tried) {
  Result<Record> record = failure(ErrorKind::NotFound, "");
  if (!file.objection.erased) {
    record = read_record(file.objection.filed.record);
    if (!record) return make_desk_failure(desk, request, record.error());
  }
  std::size_t ordinal = 0;
  const std::string& number = file.objection.number;
  const std::string_view done = request.parameter("done");
  const Json files = describe_files(desk, file, file.objection.filed.evidence, ordinal);
  const Result<CaseGroup> group = read_case_group(desk, file);
  if (!group) return make_desk_failure(desk, request, group.error());
  const Json steps = describe_steps(desk, file, *group, tried.sent);
  const std::string title = desk.frame.templates.message(
      tried.error.empty() ? "desk.case.title" : "desk.case.title_with_error", {{"number", number}});
  return make_desk_page(
      desk.frame, &desk, tried.status, "case", title,
      {{"number", number},
       {"state", chinese(file.state())},
       {"state_word", to_text(file.state())},
       {"outcome", chinese_outcome(file)},
       {"done",
        done == "yes" && tried.error.empty() ? desk.frame.templates.message("desk.case.done") : ""},
       {"error", tried.error},
       {"deadline", describe_due(desk, file, *group)},
       {"facts", describe_facts(desk, file, record ? &*record : nullptr)},
       {"statement", record ? record->objection.statement : ""},
       {"erased", erased_sentence(desk, file)},
       {"redaction", describe_redaction(desk, file)},
       {"has_files", !files.empty()},
       {"files", files},
       {"group", describe_group(desk, file, *group)},
       {"history", describe_history(desk, file, ordinal)},
       {"seen", std::to_string(file.history.size())},
       {"has_steps", !steps.empty()},
       {"steps", steps}});
}

// The case, unless the step has closed it to the account.
std::string address_after(const Desk& desk, const CaseFile& before) {
  const Result<CaseFile> now = open_case(desk.reg, before.objection.number);
  const bool recused = now && is_recused(now->standing, desk.account.shown);
  if (recused) return std::string(desk_path::kInbox);
  return desk_address(desk_path::kCase, {{"number", before.objection.number}, {"done", "yes"}});
}

}  // namespace

Answer show_case(const Desk& desk, const Request& request) {
  const auto file = open_case_for(desk, request, request.parameter("number"), access::kOpened);
  if (!file) return file.error();
  return make_case_page(desk, request, *file, {});
}

Answer take_step(const Desk& desk, const Request& request) {
  if (!may_take(desk.account.role, request.form.value(step_field::kStep))) {
    return make_desk_message(desk.frame, &desk, 403, "forbidden");
  }
  const auto before =
      open_case_for(desk, request, request.form.value(step_field::kNumber), access::kOpened);
  if (!before) return before.error();
  const Result<ObjectionState> state = perform_step(desk, *before, request.form);
  if (state) return see_other(address_after(desk, *before));
  const ErrorKind kind = state.error().kind;
  if (kind == ErrorKind::Unavailable || kind == ErrorKind::Corrupt) {
    return make_desk_failure(desk, request, state.error());
  }
  return make_case_page(
      desk, request, *before,
      {.sent = request.form, .status = status_of(kind), .error = state.error().message});
}

Answer send_file(const Desk& desk, const Request& request) {
  const auto file = open_case_for(desk, request, request.parameter("number"), access::kSaved);
  if (!file) return file.error();
  const std::vector<EvidenceFile> files = file->files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (request.parameter("file") != std::to_string(i + 1)) continue;
    auto answer = download_evidence(desk.reg.evidence(), files[i], desk.log, request.id);
    return answer ? *std::move(answer) : make_desk_failure(desk, request, answer.error());
  }
  return make_desk_message(desk.frame, &desk, 404, "no_file");
}

Answer send_statement_request(const Desk& desk, const Request& request) {
  const auto file = open_case_for(desk, request, request.parameter("number"), access::kSaved);
  if (!file) return file.error();
  auto paper = statement_request(desk.frame.templates, desk.frame.manifest, *file);
  if (!paper) return make_desk_failure(desk, request, paper.error());
  return {.content_type = "text/html; charset=utf-8",
          .body = *std::move(paper),
          .headers = {{"Content-Disposition", "attachment; filename*=UTF-8''" +
                                                  percent_encode_path(kStatementRequestFileName)},
                      {"Cache-Control", "no-store"}}};
}

}  // namespace gongshi
