#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <tuple>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/command/no_dumps.h"
#include "intake/command/stop_signal.h"
#include "intake/http/server.h"
#include "intake/office/desk_site.h"

namespace gongshi {
namespace {

struct DeskServeOptions {
  std::filesystem::path data;
  std::filesystem::path content;
  std::filesystem::path site;
  KeyOptions keys;
  ListenAddress listen{.host = "127.0.0.1", .port = 8090};
  std::string behind_tls;  // the name by which browsers know the proxy, or ""
  std::optional<Instant> clock;
  std::filesystem::path templates;
};

Log desk_log() {
  return Log([](const LogEvent& event) {
    if (event.severity == Severity::Info) return;  // who opened what is in the register
    fmt::print(stderr, "{}\n", to_text_line(event, Clock::system().now()));
  });
}

Result<void> require_safe_address(const DeskServeOptions& options) {
  if (is_loopback(options.listen) || !options.behind_tls.empty()) return {};
  return failure(
      ErrorKind::Invalid,
      fmt::format("{} 是别的机器也能连到的地址，口令和异议内容会明文经过网络。请用 127.0.0.1；前面"
                  "有带 TLS 的反向代理时，用 --behind-tls 写明浏览器里的域名",
                  options.listen.host));
}

// Not one that is behind its mark: nothing may be written there, not even who reads it.
Result<Register> open_whole_register(const std::filesystem::path& data) {
  const Result<Register> found = open_register(data);
  if (!found) return tl::unexpected(found.error());
  Result<Register> whole = Register::open(data);
  if (!whole) {
    return failure(whole.error().kind, fmt::format("{} 里的登记簿不能用来办理：{}", data.string(),
                                                   whole.error().message));
  }
  // Whoever looks at the inbox first waits no longer than the next. What cannot be read is said
  // there.
  std::ignore = whole->visit_histories(std::nullopt, [](const auto&, const auto&) {});
  return whole;
}

KeyRing ring_of(const std::vector<OfficeKey>& keys) {
  KeyRing ring;
  for (const OfficeKey& key : keys) ring.add(key);
  return ring;
}

Result<std::shared_ptr<DeskSite>> make_site(const DeskServeOptions& options) {
  if (const auto safe = require_safe_address(options); !safe) return tl::unexpected(safe.error());
  Result<Register> reg = open_whole_register(options.data);
  if (!reg) return tl::unexpected(reg.error());
  Result<DeskRecord> record = DeskRecord::open(options.data);
  if (!record) return tl::unexpected(record.error());
  const Result<std::vector<OfficeKey>> keys = read_key_files(options.keys);
  if (!keys) return tl::unexpected(keys.error());
  Result<AccountsFile> accounts = AccountsFile::open(*reg, options.data, *keys);
  if (!accounts) return tl::unexpected(accounts.error());
  const Result<Accounts> people = accounts->read();
  if (!people) return tl::unexpected(people.error());
  if (people->all.empty()) {
    return failure(ErrorKind::NotFound,
                   "还没有账户，谁也不能登录；请先用 gongshi-desk account add");
  }
  auto manifests = ManifestSource::open(options.site, desk_log());
  if (!manifests) return tl::unexpected(manifests.error());
  auto templates = options.templates.empty() ? Result<TemplateSet>(TemplateSet::embedded())
                                             : TemplateSet::load(options.templates);
  if (!templates) return tl::unexpected(templates.error());
  return std::make_shared<DeskSite>(
      DeskSiteParts{.reg = *std::move(reg),
                    .record = *std::move(record),
                    .keys = ring_of(*keys),
                    .accounts = *std::move(accounts),
                    .manifests = *std::move(manifests),
                    .templates = *std::move(templates),
                    .content = options.content,
                    .site = options.site,
                    .clock = options.clock ? Clock::demonstration(*options.clock) : Clock::system(),
                    .log = desk_log(),
                    .behind_tls = !options.behind_tls.empty()});
}

int run_desk_serve(const DeskServeOptions& options) {
  hold_stop_signals();
  if (const auto kept = keep_out_of_dumps(); !kept) return refused(kept.error());
  const auto site = make_site(options);
  if (!site) return refused(site.error());
  auto server = Server::listen(options.listen, *site, {.trust_proxy = !options.behind_tls.empty()});
  if (!server) return refused(server.error());
  (*site)->reached_as(options.behind_tls.empty() ? local_hosts(server->port())
                                                 : proxied_host(options.behind_tls));
  const StopSignal signal([&] { server->stop(); });
  fmt::print("办理台在 {}，按 Ctrl-C 停止\n",
             options.behind_tls.empty() ? server->url() : "https://" + options.behind_tls);
  std::fflush(stdout);  // a pipe reads it now, not when we end
  server->run();
  return kDeskDone;
}

void add_listen_option(CLI::App& command, DeskServeOptions& options) {
  const auto take = [&options](const std::string& text) {
    const Result<ListenAddress> address = ListenAddress::parse(text);
    if (!address) throw CLI::ValidationError("--listen", "“" + text + "”不对，应为 HOST:PORT");
    options.listen = *address;
  };
  command
      .add_option_function<std::string>("--listen", take,
                                        "在哪里等浏览器；不写就是 127.0.0.1:8090，只有本机能用")
      ->type_name("HOST:PORT");
}

}  // namespace

void add_serve_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App& command = *app.add_subcommand("serve", "在浏览器里办理：收件箱、办理、办结审批");
  const auto options = std::make_shared<DeskServeOptions>();
  add_data_option(command, options->data);
  add_key_options(command, options->keys);
  command.add_option("--content", options->content, "内容文件夹，办结记录写在里面")
      ->required()
      ->type_name("DIR");
  add_site_option(command, options->site);
  add_listen_option(command, *options);
  command
      .add_option("--behind-tls", options->behind_tls,
                  "前面有带 TLS 的反向代理：浏览器里的域名，例如 desk.example.gov.cn")
      ->type_name("HOST");
  add_instant_option(command, "--clock", options->clock, "演示：从这个时刻开始，每页都会注明");
  command.add_option("--templates", options->templates, "自己的模板，代替内置的")->type_name("DIR");
  command.callback([options, &chosen] { chosen = [options] { return run_desk_serve(*options); }; });
}

}  // namespace gongshi
