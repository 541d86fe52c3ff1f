#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/handling.h"

namespace gongshi {
namespace {

struct DecideOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
  Decision decision;
  std::optional<Instant> at;
};

// An objection is withdrawn by its objector, not by the office.
std::optional<Outcome> parse_decided(std::string_view text) {
  const std::optional<Outcome> outcome = parse_outcome(text);
  return outcome == Outcome::Withdrawn ? std::nullopt : outcome;
}

int run_decide(DecideOptions& options) {
  Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  options.decision.at = present(options.at);
  const Result<ObjectionState> state = decide(*reg, options.number, options.decision, *keys);
  if (!state) return refused(state.error());
  fmt::print("异议 {} 的结论已登记：{}。状态：{}\n", options.number,
             chinese(options.decision.outcome), chinese(*state));
  return say_group(*reg, options.number);
}

}  // namespace

void add_decide_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand("decide", "对一件异议作出结论；作出后不能更改");
  const auto options = std::make_shared<DecideOptions>();
  command->add_option("NUMBER", options->number, "登记号")->required()->option_text("*");
  add_data_option(*command, options->data);
  add_key_options(*command, options->keys);
  add_word_option(*command, "--outcome", options->decision.outcome, &parse_decided,
                  "unfounded|upheld|partly_upheld|unverifiable|not_accepted|transferred",
                  "结论：不属实、属实、部分属实、无法核实、不予受理、转办")
      ->required();
  add_listed_reason_option(*command, options->decision.refusal);
  command->add_option("--reason", options->decision.reason, "理由；异议人能看到")
      ->required()
      ->type_name("TEXT");
  command->add_option("--by", options->decision.by, "经办人姓名")->required()->type_name("NAME");
  add_instant_option(*command, "--at", options->at, "作出结论的时间；不写就是现在");
  command->callback([options, &chosen] { chosen = [options] { return run_decide(*options); }; });
}

}  // namespace gongshi
