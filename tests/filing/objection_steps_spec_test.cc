// Executes tests/spec/objection_steps.txt: every state with every step, legal and not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/utf8.h"
#include "intake/filing/objection_state.h"
#include "tests/calendar/spec_table.h"
#include "tests/filing/sample_events.h"

namespace gongshi {
namespace {

enum Field : std::size_t { kSignature, kHistory, kState, kNext, kNote, kFields };

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.emplace_back(trim_blanks(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + at.size());
  }
}

// A step as the table says it: 随案 before its name when it was done at the leader.
struct NamedStep {
  HandlingStep step = HandlingStep::Note;
  bool is_shared = false;

  auto operator<=>(const NamedStep&) const = default;
  ObjectionEvent event() const { return is_shared ? shared_event(step) : sample_event(step); }
  std::string word() const { return (is_shared ? "随案" : "") + std::string(chinese(step)); }
};

// Each step by itself, and each once more as done at the leader. Joining has no second way.
std::vector<NamedStep> all_named_steps() {
  std::vector<NamedStep> steps;
  for (const HandlingStep step : all_steps()) steps.push_back({.step = step});
  for (const HandlingStep step : all_steps()) {
    if (step != HandlingStep::Join) steps.push_back({.step = step, .is_shared = true});
  }
  return steps;
}

NamedStep step_named(const std::string& word, const std::string& where) {
  for (const NamedStep& step : all_named_steps()) {
    if (step.word() == word) return step;
  }
  ADD_FAILURE() << where << ": no step is called " << word;
  return {};
}

ObjectionState state_named(std::string_view word, Signature signature, const std::string& where) {
  if (word == "答复或办结") {
    return signature == Signature::Named ? ObjectionState::AwaitingReply
                                         : ObjectionState::Concluded;
  }
  for (int i = 0; i <= static_cast<int>(ObjectionState::Reviewing); ++i) {
    const auto state = static_cast<ObjectionState>(i);
    if (chinese(state) == word) return state;
  }
  ADD_FAILURE() << where << ": no state is called " << word;
  return ObjectionState::Open;
}

std::vector<Signature> signatures_of(const SpecRow& row) {
  const std::string& word = row.fields[kSignature];
  if (word == "实名") return {Signature::Named};
  if (word == "匿名") return {Signature::Anonymous};
  EXPECT_EQ(word, "不论") << row.where;
  return {Signature::Named, Signature::Anonymous};
}

ObjectionStanding reach(const SpecRow& row, Signature signature) {
  ObjectionStanding standing{.signature = signature};
  std::vector<std::string> words = split(row.fields[kHistory], "、");
  EXPECT_EQ(words.front(), "登记") << row.where;
  words.erase(words.begin());
  for (const std::string& word : words) {
    const auto next = standing_after(standing, step_named(word, row.where).event());
    EXPECT_TRUE(next) << row.where << " " << word << ": " << next.error().message;
    if (next) standing = *next;
  }
  return standing;
}

std::map<NamedStep, std::string> next_of(const SpecRow& row) {
  std::map<NamedStep, std::string> next;
  for (const std::string& pair : split(row.fields[kNext], "；")) {
    const std::vector<std::string> sides = split(pair, "→");
    EXPECT_EQ(sides.size(), 2U) << row.where << " " << pair;
    const bool is_new = next.emplace(step_named(sides.front(), row.where), sides.back()).second;
    EXPECT_TRUE(is_new) << row.where << " " << pair;
  }
  return next;
}

// Whoever is recused already is not recused once more.
ObjectionEvent next_event(HandlingStep step) {
  ObjectionEvent event = sample_event(step);
  if (step == HandlingStep::Recuse) event.second_actor = "经办丁";
  return event;
}

void expect_row(const SpecRow& row, Signature signature) {
  const ObjectionStanding standing = reach(row, signature);
  EXPECT_EQ(chinese(standing.state), row.fields[kState]) << row.where;
  const std::map<NamedStep, std::string> next = next_of(row);
  std::vector<HandlingStep> offered;
  for (const NamedStep& step : all_named_steps()) {
    const Result<ObjectionStanding> after =
        standing_after(standing, step.is_shared ? step.event() : next_event(step.step));
    const auto expected = next.find(step);
    const std::string where = row.where + " " + step.word();
    ASSERT_EQ(after.has_value(), expected != next.end()) << where;
    if (!after) {
      EXPECT_EQ(after.error().kind, ErrorKind::Conflict) << where;
      EXPECT_THAT(after.error().message, testing::HasSubstr("可以办的是：")) << "the way out";
      continue;
    }
    if (!step.is_shared) offered.push_back(step.step);
    EXPECT_EQ(after->state, state_named(expected->second, signature, row.where)) << where;
  }
  EXPECT_EQ(steps_from(standing), offered) << row.where;
}

TEST(ObjectionStepsSpecTest, EveryStepFromEveryStandingIsAsTheTableSays) {
  const SpecTable table = read_spec("objection_steps.txt", kFields);
  for (const SpecRow& row : table.rows) {
    for (const Signature signature : signatures_of(row)) expect_row(row, signature);
  }
}

// A table that forgot a state would still pass.
TEST(ObjectionStepsSpecTest, TheTableNamesEveryStateAndTakesEveryStep) {
  const SpecTable table = read_spec("objection_steps.txt", kFields);
  std::set<std::string> states;
  std::set<NamedStep> steps;
  for (const SpecRow& row : table.rows) {
    states.insert(row.fields[kState]);
    for (const auto& [step, state] : next_of(row)) steps.insert(step);
  }
  EXPECT_EQ(states.size(), static_cast<std::size_t>(ObjectionState::Reviewing) + 1);
  std::size_t shared = 0;
  for (const HandlingStep step : all_steps()) shared += is_shared(step) ? 1U : 0U;
  EXPECT_EQ(steps.size(), all_steps().size() + shared);
}

}  // namespace
}  // namespace gongshi
