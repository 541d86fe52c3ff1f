#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/handling.h"

namespace gongshi {
namespace {

struct ReplyOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
  std::string text;
  std::string file;
  std::string by;
  std::optional<Instant> at;
};

int run_reply(const ReplyOptions& options) {
  Result<std::string> text = given_text(options.text, options.file);
  if (!text) return refused(text.error());
  Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  const Reply words{.text = std::move(*text), .by = options.by, .at = present(options.at)};
  const Result<ObjectionState> state = reply(*reg, options.number, words, *keys);
  if (!state) return refused(state.error());
  fmt::print("异议 {} 的答复已登记，异议人凭登记号和查询码可以看到。状态：{}\n", options.number,
             chinese(*state));
  return say_group(*reg, options.number);
}

}  // namespace

void add_reply_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand("reply", "作出结论之后答复异议人；可以再次答复作补充");
  const auto options = std::make_shared<ReplyOptions>();
  command->add_option("NUMBER", options->number, "登记号")->required()->option_text("*");
  add_data_option(*command, options->data);
  add_key_options(*command, options->keys);
  CLI::Option* text =
      command->add_option("--text", options->text, "答复的文字")->option_text("TEXT");
  command->add_option("--file", options->file, "答复所在的文件；- 是标准输入")
      ->option_text("FILE")
      ->excludes(text);
  command->add_option("--by", options->by, "经办人姓名")->required()->type_name("NAME");
  add_instant_option(*command, "--at", options->at, "答复的时间；不写就是现在");
  command->callback([options, &chosen] { chosen = [options] { return run_reply(*options); }; });
}

}  // namespace gongshi
