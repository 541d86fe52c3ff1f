#include "generator/command/build.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "generator/command/options.h"
#include "generator/command/site_build.h"
#include "generator/command/usage.h"

namespace gongshi {
namespace {

struct BuildOptions {
  SiteBuildOptions site;
  std::optional<Instant> as_of;  // absent: now
};

int run_build(BuildOptions options, const Output& output) {
  options.site.places.published = options.site.places.out / kManifestFileName;
  return build_site(options.site, options.as_of.value_or(present()), output).exit_code;
}

}  // namespace

void add_build_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "build", "核对内容，生成网站和 publicity.json");
  const auto options = std::make_shared<BuildOptions>();
  add_site_build_options(command, options->site);
  add_path_option(command, "--out", options->site.places.out, "网站写到这个文件夹；默认 public");
  add_instant_option(command, "--as-of", options->as_of,
                     "首页按这一时刻排列，如 2017-06-22T09:00:00+08:00；默认现在");
  command.footer(
      "内容有错误时什么也不写，退出码为 1；命令写错为 2。\n"
      "首页和列表随时间变化：标准输出写明下次需要重建的时刻，请安排到时再运行一次；"
      "没有这一行，就不会再随时间变化。");
  command.callback([&chosen, options] {
    chosen = [options] { return run_build(*options, standard_output()); };
  });
}

}  // namespace gongshi
