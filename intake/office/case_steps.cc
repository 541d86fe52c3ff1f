#include "intake/office/case_steps.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "generator/notice/utf8.h"
#include "intake/desk/handling.h"

namespace gongshi {
namespace {

// What the office may find; what it does not accept or transfers is a step of its own.
constexpr std::array kFindings = {Outcome::Unfounded, Outcome::PartlyUpheld, Outcome::Upheld,
                                  Outcome::Unverifiable};

// What a form asks for beside the hidden fields. Which words it says stands in messages.json.
struct StepForm {
  HandlingStep step;
  bool has_choices = false;
  bool has_due = false;
  bool has_second = false;  // another person
  bool has_leader = false;  // another case
  bool needs_text = true;
  DeskAction action = DeskAction::HandleCase;
};

// Those that the office takes, in the order of HandlingStep. The objector's own are not among them,
// nor is redacting, which has a page of its own (redaction_page.h).
constexpr std::array kForms = {
    StepForm{.step = HandlingStep::Ask, .has_due = true},
    StepForm{.step = HandlingStep::Accept, .needs_text = false},
    StepForm{.step = HandlingStep::Refuse, .has_choices = true},
    StepForm{.step = HandlingStep::Transfer},
    StepForm{.step = HandlingStep::Investigate, .has_second = true, .needs_text = false},
    StepForm{.step = HandlingStep::Extend, .has_second = true},
    StepForm{.step = HandlingStep::Decide, .has_choices = true},
    StepForm{.step = HandlingStep::Dispose, .has_choices = true, .needs_text = false},
    StepForm{.step = HandlingStep::Reply},
    StepForm{.step = HandlingStep::Review},
    StepForm{.step = HandlingStep::Continue},
    StepForm{.step = HandlingStep::Join, .has_leader = true},
    StepForm{.step = HandlingStep::Separate},
    StepForm{.step = HandlingStep::Withdraw},
    StepForm{.step = HandlingStep::Recuse, .action = DeskAction::RecuseOneself},
    StepForm{
        .step = HandlingStep::Readmit, .has_choices = true, .action = DeskAction::DecideRecusal},
    StepForm{.step = HandlingStep::Paraphrase, .has_due = true},
    StepForm{.step = HandlingStep::Note}};

bool is_offered(const CaseFile& file, const CaseGroup& group, HandlingStep step) {
  if (step == HandlingStep::Join) return may_join(file.standing, group.group);
  // Who objected online withdraws with number and code.
  const bool is_theirs =
      step == HandlingStep::Withdraw && file.objection.filed.medium == Medium::Online;
  return !file.objection.erased && !is_theirs && may(file.standing, step);
}

template <class Choices>
Json list_choices(const Choices& choices, std::string_view chosen) {
  Json list = Json::array();
  for (const auto choice : choices) {
    list.push_back({{"word", to_text(choice)},
                    {"label", chinese(choice)},
                    {"chosen", to_text(choice) == chosen}});
  }
  return list;
}

// Somebody of the office, as a form names them and as they are known.
struct Person {
  std::string word;
  std::string shown;
};

// Who could be kept out of the case, or is: accounts by their names, which are identifiers.
std::vector<Person> people_for(const Desk& desk, const CaseFile& file, HandlingStep step) {
  std::vector<Person> people;
  if (step == HandlingStep::Readmit) {
    for (const std::string& name : file.standing.recused) {
      people.push_back({"recused-" + std::to_string(people.size() + 1), name});
    }
    return people;
  }
  for (const Account& account : desk.accounts.all) {
    if (is_recused(file.standing, account.shown)) continue;
    people.push_back({"account-" + account.name, account.shown});
  }
  return people;
}

Json list_people(const std::vector<Person>& people, std::string_view chosen) {
  Json list = Json::array();
  for (const Person& person : people) {
    list.push_back(
        {{"word", person.word}, {"label", person.shown}, {"chosen", person.word == chosen}});
  }
  return list;
}

bool is_about_people(HandlingStep step) {
  return step == HandlingStep::Recuse || step == HandlingStep::Readmit;
}

// Who decides about others chooses among them; a handler speaks for themselves.
bool has_choices(const Desk& desk, const StepForm& form) {
  if (form.step != HandlingStep::Recuse) return form.has_choices;
  return may(desk.account.role, DeskAction::DecideRecusal);
}

Json choices_of(HandlingStep step, std::string_view chosen) {
  if (step == HandlingStep::Refuse) return list_choices(all_refusal_reasons(), chosen);
  if (step == HandlingStep::Dispose) return list_choices(all_measures(), chosen);
  if (step == HandlingStep::Decide) return list_choices(kFindings, chosen);
  return Json::array();
}

Json describe_form(const Desk& desk, const CaseFile& file, const StepForm& form,
                   const CaseGroup& group, const SentForm& sent) {
  const std::string word(to_text(form.step));
  const bool is_sent = sent.value(step_field::kStep) == word;
  const bool chooses = has_choices(desk, form);
  const auto say = [&](bool wanted, std::string_view part) {
    const std::string key = "desk.step." + word + "." + std::string(part);
    return wanted ? desk.frame.templates.message(key) : "";
  };
  const auto typed = [&](std::string_view field) {
    return is_sent ? printable(sent.value(field)) : std::string();
  };
  return {
      {"word", word},
      {"title", chinese(form.step)},
      {"hint", say(true, "hint")},
      {"button", say(true, "button")},
      {"open", is_sent},
      {"choices_label", say(chooses, "choices")},
      {"choices", chooses && is_about_people(form.step)
                      ? list_people(people_for(desk, file, form.step), typed(step_field::kChoice))
                      : choices_of(form.step, typed(step_field::kChoice))},
      {"due_label", say(form.has_due, "due")},
      {"due", typed(step_field::kDue)},
      {"second_label", say(form.has_second, "second")},
      {"second", typed(step_field::kSecond)},
      {"leader_label", say(form.has_leader, "leader")},
      {"leader", typed(step_field::kLeader)},
      {"suggested", form.has_leader ? Json(group.suggested) : Json::array()},
      {"text_label", say(true, "text")},
      {"text", typed(step_field::kText)},
      {"text_required", form.needs_text}};
}

tl::unexpected<Error> not_filled(const Desk& desk, const char* what) {
  return failure(ErrorKind::Invalid,
                 desk.frame.templates.message("desk.step." + std::string(what)));
}

using Taken = Result<ObjectionState>;

// What the account does, with the words that were sent.
struct Work {
  const Desk& desk;
  const CaseFile& file;
  const std::string& number;
  const SentForm& sent;

  OfficeStep step() const {
    return {.text = fold_line_ends(sent.value(step_field::kText)),
            .by = desk.account.shown,
            .at = desk.now};
  }
  std::string_view choice() const { return sent.value(step_field::kChoice); }
  std::string_view second() const { return trim_blanks(sent.value(step_field::kSecond)); }
  std::string_view leader() const { return trim_blanks(sent.value(step_field::kLeader)); }
};

Taken ask_for_more(const Work& work) {
  const Result<Date> due = parse_date(trim_blanks(work.sent.value(step_field::kDue)));
  if (!due) return not_filled(work.desk, "choose_day");
  return ask(work.desk.reg, work.number, work.step(), *due, work.desk.keys);
}

Taken paraphrase_for_other_side(const Work& work) {
  const Result<Date> due = parse_date(trim_blanks(work.sent.value(step_field::kDue)));
  if (!due) return not_filled(work.desk, "choose_day");
  return paraphrase(work.desk.reg, work.number, work.step(), *due, work.desk.frame.manifest,
                    work.desk.keys);
}

Taken refuse_to_accept(const Work& work) {
  const std::optional<RefusalReason> reason = parse_refusal_reason(work.choice());
  if (!reason) return not_filled(work.desk, "choose");
  return refuse(work.desk.reg, work.number, *reason, work.step(), work.desk.keys);
}

Taken find(const Work& work) {
  const std::optional<Outcome> outcome = parse_outcome(work.choice());
  if (!outcome || std::ranges::find(kFindings, *outcome) == kFindings.end()) {
    return not_filled(work.desk, "choose");
  }
  const OfficeStep step = work.step();
  return decide(work.desk.reg, work.number,
                {.outcome = *outcome, .reason = step.text, .by = step.by, .at = step.at},
                work.desk.keys);
}

Taken dispose_of(const Work& work) {
  const std::optional<Measure> measure = parse_measure(work.choice());
  if (!measure) return not_filled(work.desk, "choose");
  return dispose(work.desk.reg, work.number, *measure, work.step(), work.desk.keys);
}

Taken answer_objector(const Work& work) {
  const OfficeStep step = work.step();
  return reply(work.desk.reg, work.number, {.text = step.text, .by = step.by, .at = step.at},
               work.desk.keys);
}

// A form that names nobody of the list is not filled; the account itself, where there is no list.
Taken change_recusal(const Work& work, const StepForm& form) {
  std::string person = work.desk.account.shown;
  if (has_choices(work.desk, form)) {
    const std::vector<Person> people = people_for(work.desk, work.file, form.step);
    const auto chosen = std::ranges::find(people, work.choice(), &Person::word);
    if (chosen == people.end()) return not_filled(work.desk, "choose");
    person = chosen->shown;
  }
  const auto use = form.step == HandlingStep::Recuse ? &recuse : &readmit;
  return use(work.desk.reg, work.number, work.step(), person, work.desk.keys);
}

Taken perform(const StepForm& form, const Work& work) {
  Register& reg = work.desk.reg;
  const KeyRing& keys = work.desk.keys;
  switch (form.step) {
    case HandlingStep::Ask:
      return ask_for_more(work);
    case HandlingStep::Accept:
      return accept(reg, work.number, work.step(), keys);
    case HandlingStep::Refuse:
      return refuse_to_accept(work);
    case HandlingStep::Transfer:
      return transfer(reg, work.number, work.step(), keys);
    case HandlingStep::Investigate:
      return investigate(reg, work.number, work.step(), work.second(), keys);
    case HandlingStep::Extend:
      return extend(reg, work.number, work.step(), work.second(), keys);
    case HandlingStep::Decide:
      return find(work);
    case HandlingStep::Dispose:
      return dispose_of(work);
    case HandlingStep::Reply:
      return answer_objector(work);
    case HandlingStep::Review:
      return review(reg, work.number, work.step(), keys);
    case HandlingStep::Continue:
      return continue_handling(reg, work.number, work.step(), keys);
    case HandlingStep::Withdraw:
      return register_withdrawal(reg, work.number, work.step(), keys);
    case HandlingStep::Recuse:
    case HandlingStep::Readmit:
      return change_recusal(work, form);
    case HandlingStep::Paraphrase:
      return paraphrase_for_other_side(work);
    case HandlingStep::Note:
      return note(reg, work.number, work.step(), keys);
    case HandlingStep::Join:
      return join(reg, work.number, work.leader(), work.step(), keys);
    case HandlingStep::Separate:
      return separate(reg, work.number, work.step(), keys);
    case HandlingStep::Supplement:
    case HandlingStep::Redact:
      break;
  }
  return not_filled(work.desk, "unknown");
}

}  // namespace

bool may_take(Role role, std::string_view step) {
  for (const StepForm& form : kForms) {
    if (step == to_text(form.step)) return may(role, form.action);
  }
  return may(role, DeskAction::HandleCase);
}

Json describe_steps(const Desk& desk, const CaseFile& file, const CaseGroup& group,
                    const SentForm& sent) {
  Json forms = Json::array();
  for (const StepForm& form : kForms) {
    if (!may(desk.account.role, form.action) || !is_offered(file, group, form.step)) continue;
    forms.push_back(describe_form(desk, file, form, group, sent));
  }
  return forms;
}

Result<ObjectionState> perform_step(const Desk& desk, const CaseFile& file, const SentForm& sent) {
  if (sent.value(step_field::kSeen) != std::to_string(file.history.size())) {
    return failure(ErrorKind::Conflict, desk.frame.templates.message("desk.step.overtaken"));
  }
  for (const StepForm& form : kForms) {
    if (sent.value(step_field::kStep) != to_text(form.step)) continue;
    return perform(form,
                   {.desk = desk, .file = file, .number = file.objection.number, .sent = sent});
  }
  return failure(ErrorKind::Invalid, desk.frame.templates.message("desk.step.unknown"));
}

}  // namespace gongshi
