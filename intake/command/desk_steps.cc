// The commands that take one step in handling an objection: they differ in the words that they
// want, so they stand in one file. decide and reply are files of their own.
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/grouping.h"
#include "intake/desk/handling.h"

namespace gongshi {
namespace {

struct StepOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
  OfficeStep step;
  std::optional<Instant> at;
  Date due;
  std::filesystem::path site;
  std::optional<RefusalReason> refusal;
  Measure measure = Measure::Maintained;
  std::string second;  // who investigates too, or approves
  std::string leader;  // the number of the objection that is joined
};

using TakeStep = Result<ObjectionState> (*)(Register&, const StepOptions&, const KeyRing&);

int run_step(StepOptions& options, HandlingStep step, TakeStep take) {
  Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  options.step.at = present(options.at);
  const Result<ObjectionState> state = take(*reg, options, *keys);
  if (!state) return refused(state.error());
  fmt::print("异议 {} 已登记：{}。状态：{}\n", options.number, chinese(step), chinese(*state));
  return is_shared(step) ? say_group(*reg, options.number) : kDeskDone;
}

std::optional<Date> parse_day(std::string_view text) {
  const Result<Date> date = parse_date(text);
  return date ? std::optional(*date) : std::nullopt;
}

// The command of a step, with what all of them take.
class StepCommand {
 public:
  StepCommand(CLI::App& app, DeskCommand& chosen, HandlingStep step, const std::string& help,
              TakeStep take)
      : command_(*app.add_subcommand(std::string(to_text(step)), help)) {
    command_.add_option("NUMBER", options_->number, "登记号")->required()->option_text("*");
    add_data_option(command_, options_->data);
    add_key_options(command_, options_->keys);
    command_.add_option("--by", options_->step.by, "经办人姓名")->required()->type_name("NAME");
    add_instant_option(command_, "--at", options_->at, "办理的时间；不写就是现在");
    command_.callback([options = options_, step, take, &chosen] {
      chosen = [options, step, take] { return run_step(*options, step, take); };
    });
  }

  StepCommand& words(const std::string& name, const std::string& help) {
    command_.add_option(name, options_->step.text, help)->required()->type_name("TEXT");
    return *this;
  }
  StepCommand& words_if_any(const std::string& name, const std::string& help) {
    command_.add_option(name, options_->step.text, help)->type_name("TEXT");
    return *this;
  }
  StepCommand& second_person(const std::string& name, const std::string& help) {
    command_.add_option(name, options_->second, help)->required()->type_name("NAME");
    return *this;
  }
  StepCommand& due(const std::string& help) {
    add_word_option(command_, "--due", options_->due, &parse_day, "YYYY-MM-DD", help)->required();
    return *this;
  }
  StepCommand& leader() {
    command_.add_option("--to", options_->leader, "并入哪一件异议的登记号，以后在那一件上办")
        ->required()
        ->type_name("NUMBER");
    return *this;
  }
  StepCommand& site() {
    add_site_option(command_, options_->site);
    return *this;
  }
  StepCommand& refusal() {
    add_listed_reason_option(command_, options_->refusal)->required();
    return *this;
  }
  StepCommand& measure() {
    add_word_option(command_, "--measure", options_->measure, &parse_measure,
                    "maintained|corrected|disqualified|deferred|republished",
                    "怎样处置：维持、更正、取消资格、暂缓、重新公示")
        ->required();
    return *this;
  }

 private:
  CLI::App& command_;
  const std::shared_ptr<StepOptions> options_ = std::make_shared<StepOptions>();
};

using enum HandlingStep;

void add_acceptance_commands(CLI::App& app, DeskCommand& chosen) {
  StepCommand(app, chosen, Ask, "请异议人补正：缺什么，补到哪一天",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return ask(reg, said.number, said.step, said.due, keys);
              })
      .words("--text", "请异议人补什么；异议人能看到")
      .due("补正到哪一天为止，含当日");
  StepCommand(app, chosen, Accept, "受理；转办退回的，受理后自己办",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return accept(reg, said.number, said.step, keys);
              })
      .words_if_any("--text", "受理说明，可以不写；异议人能看到");
  StepCommand(app, chosen, Refuse, "不予受理；实名的，还要用 reply 告知",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return refuse(reg, said.number, said.refusal.value(), said.step, keys);
              })
      .refusal()
      .words("--reason", "这一件为什么属于这个理由；异议人能看到");
  StepCommand(app, chosen, Transfer, "转纪检监察、公安、主管机关等办理，等待回函",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return transfer(reg, said.number, said.step, keys);
              })
      .words("--to", "转到哪个机关；异议人能看到，所以不写内容");
}

void add_investigation_commands(CLI::App& app, DeskCommand& chosen) {
  StepCommand(app, chosen, Investigate, "开始核查，由两个人",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return investigate(reg, said.number, said.step, said.second, keys);
              })
      .second_person("--with", "核查的另一人姓名；异议人看不到")
      .words_if_any("--text", "核查说明，可以不写；异议人看不到");
  StepCommand(app, chosen, Extend, "延长办结期限，法定最多30天，只能一次，须经批准",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return extend(reg, said.number, said.step, said.second, keys);
              })
      .second_person("--approved-by", "审批人姓名，不能是经办人")
      .words("--reason", "为什么延长；异议人能看到");
  StepCommand(app, chosen, Paraphrase, "写给被反映一方看的转述；用自己的话，不能认出异议人",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return read_site_manifest(said.site).and_then([&](const Manifest& site) {
                  return paraphrase(reg, said.number, said.step, said.due, site, keys);
                });
              })
      .words("--text", "转述的文字；用 statement-request 印出来，异议人看不到")
      .due("请对方在哪一天以前说明，含当日")
      .site();
  StepCommand(app, chosen, Join,
              "并案：同一事实、同一对象的异议一并办理，结论和答复同样告知每个异议人",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return join(reg, said.number, said.leader, said.step, keys);
              })
      .leader()
      .words("--reason", "为什么是同一件事；异议人看不到");
  StepCommand(app, chosen, Separate, "分案：退出并案，单独办理",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return separate(reg, said.number, said.step, keys);
              })
      .words("--reason", "为什么单独办理；异议人看不到");
  StepCommand(app, chosen, Note, "写一条内部记录，不改变状态",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return note(reg, said.number, said.step, keys);
              })
      .words("--text", "记录的文字；异议人看不到");
}

void add_recusal_commands(CLI::App& app, DeskCommand& chosen) {
  StepCommand(app, chosen, Recuse, "登记回避：此人不能再办理和查看这件异议",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return recuse(reg, said.number, said.step, said.second, keys);
              })
      .second_person("--person", "谁回避，写法与此人办理时的署名一致；可以就是 --by")
      .words("--reason", "为什么回避；异议人看不到");
  StepCommand(app, chosen, Readmit, "解除回避，由回避的人以外的人办理",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return readmit(reg, said.number, said.step, said.second, keys);
              })
      .second_person("--person", "解除谁的回避")
      .words("--reason", "为什么解除；异议人看不到");
}

void add_conclusion_commands(CLI::App& app, DeskCommand& chosen) {
  StepCommand(app, chosen, Dispose, "写明结论之后怎样处置候选对象或公示",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return dispose(reg, said.number, said.measure, said.step, keys);
              })
      .measure()
      .words_if_any("--text", "处置说明，可以不写；异议人能看到");
  StepCommand(app, chosen, Review, "复核已办结的异议，只有一次；由异议人申请或公示单位决定",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return review(reg, said.number, said.step, keys);
              })
      .words("--reason", "谁提出的，为什么复核；异议人能看到");
  StepCommand(app, chosen, Withdraw, "登记异议人来信、来电、来访提出的撤回",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return register_withdrawal(reg, said.number, said.step, keys);
              })
      .words("--reason", "异议人怎样提出撤回的；异议人能看到");
  StepCommand(app, chosen, Continue, "撤回以后依职权继续核查，事实要具体",
              [](Register& reg, const StepOptions& said, const KeyRing& keys) {
                return continue_handling(reg, said.number, said.step, keys);
              })
      .words("--reason", "为什么继续；异议人能看到");
}

}  // namespace

void add_step_commands(CLI::App& app, DeskCommand& chosen) {
  add_acceptance_commands(app, chosen);
  add_investigation_commands(app, chosen);
  add_decide_command(app, chosen);
  add_conclusion_commands(app, chosen);
  add_reply_command(app, chosen);
  add_recusal_commands(app, chosen);
}

}  // namespace gongshi
