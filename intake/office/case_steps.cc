#include "intake/office/case_steps.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

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
  bool needs_text = true;
};

// Those that the office takes, in the order of HandlingStep. The objector's own are not among them.
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
    StepForm{.step = HandlingStep::Withdraw},
    StepForm{.step = HandlingStep::Note}};

bool is_offered(const CaseFile& file, HandlingStep step) {
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

Json choices_of(HandlingStep step, std::string_view chosen) {
  if (step == HandlingStep::Refuse) return list_choices(all_refusal_reasons(), chosen);
  if (step == HandlingStep::Dispose) return list_choices(all_measures(), chosen);
  if (step == HandlingStep::Decide) return list_choices(kFindings, chosen);
  return Json::array();
}

Json describe_form(const Desk& desk, const StepForm& form, const SentForm& sent, bool is_open) {
  const std::string word(to_text(form.step));
  const bool is_sent = sent.value(step_field::kStep) == word;
  const auto say = [&](bool wanted, std::string_view part) {
    const std::string key = "desk.step." + word + "." + std::string(part);
    return wanted ? desk.frame.templates.message(key) : "";
  };
  const auto typed = [&](std::string_view field) {
    return is_sent ? printable(sent.value(field)) : std::string();
  };
  return {{"word", word},
          {"title", chinese(form.step)},
          {"hint", say(true, "hint")},
          {"button", say(true, "button")},
          {"open", is_open},
          {"choices_label", say(form.has_choices, "choices")},
          {"choices", choices_of(form.step, typed(step_field::kChoice))},
          {"due_label", say(form.has_due, "due")},
          {"due", typed(step_field::kDue)},
          {"second_label", say(form.has_second, "second")},
          {"second", typed(step_field::kSecond)},
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
  const std::string& number;
  const SentForm& sent;

  OfficeStep step() const {
    return {.text = fold_line_ends(sent.value(step_field::kText)),
            .by = desk.account.shown,
            .at = desk.now};
  }
  std::string_view choice() const { return sent.value(step_field::kChoice); }
  std::string_view second() const { return trim_blanks(sent.value(step_field::kSecond)); }
};

Taken ask_for_more(const Work& work) {
  const Result<Date> due = parse_date(trim_blanks(work.sent.value(step_field::kDue)));
  if (!due) return not_filled(work.desk, "choose_day");
  return ask(work.desk.reg, work.number, work.step(), *due, work.desk.keys);
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

Taken perform(HandlingStep step, const Work& work) {
  Register& reg = work.desk.reg;
  const KeyRing& keys = work.desk.keys;
  switch (step) {
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
    case HandlingStep::Note:
      return note(reg, work.number, work.step(), keys);
    case HandlingStep::Supplement:
      break;
  }
  return not_filled(work.desk, "unknown");
}

}  // namespace

Json describe_steps(const Desk& desk, const CaseFile& file, const SentForm& sent) {
  Json forms = Json::array();
  if (!may(desk.account.role, DeskAction::HandleCase)) return forms;
  for (const StepForm& form : kForms) {
    if (!is_offered(file, form.step)) continue;
    const bool is_sent = sent.value(step_field::kStep) == to_text(form.step);
    forms.push_back(describe_form(desk, form, sent, is_sent));
  }
  return forms;
}

Result<ObjectionState> perform_step(const Desk& desk, const CaseFile& file, const SentForm& sent) {
  if (sent.value(step_field::kSeen) != std::to_string(file.history.size())) {
    return failure(ErrorKind::Conflict, desk.frame.templates.message("desk.step.overtaken"));
  }
  for (const StepForm& form : kForms) {
    if (sent.value(step_field::kStep) != to_text(form.step)) continue;
    return perform(form.step, {.desk = desk, .number = file.objection.number, .sent = sent});
  }
  return failure(ErrorKind::Invalid, desk.frame.templates.message("desk.step.unknown"));
}

}  // namespace gongshi
