#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "intake/command/daily_task.h"
#include "intake/command/intake_commands.h"
#include "intake/command/open_files.h"
#include "intake/command/serve_witnesses.h"
#include "intake/command/stop_signal.h"
#include "intake/http/portal.h"
#include "intake/http/server.h"

namespace gongshi {
namespace {

struct ServeOptions {
  std::filesystem::path data;
  std::filesystem::path site;
  std::optional<std::filesystem::path> templates;
  ListenAddress listen;
  std::optional<Instant> clock;
  bool trust_proxy = false;
  std::vector<NetworkRange> shared_networks;
  std::optional<ListenAddress> admin;
  std::optional<std::filesystem::path> witnesses;
  bool log_as_json = false;
};

spdlog::level::level_enum level_of(Severity severity) {
  switch (severity) {
    case Severity::Info:
      return spdlog::level::info;
    case Severity::Warning:
      return spdlog::level::warn;
    case Severity::Error:
      break;
  }
  return spdlog::level::err;
}

// One line for each event on standard error, where a service manager collects them.
Log make_log(const ServeOptions& options) {
  const auto logger = spdlog::stderr_logger_mt("gongshi-intake");
  logger->set_pattern("%v");
  return Log([logger, as_json = options.log_as_json](const LogEvent& event) {
    const Instant now = Clock::system().now();
    logger->log(level_of(event.severity), "{}",
                as_json ? to_json_line(event, now) : to_text_line(event, now));
  });
}

struct OpenedPortal {
  std::shared_ptr<Portal> portal;
  bool has_office_key = false;
};

Result<OpenedPortal> make_portal(const ServeOptions& options) {
  auto reg = Register::open(options.data);
  if (!reg) return tl::unexpected(reg.error());
  const Log log = make_log(options);
  const auto keys = reg->office_keys();
  if (!keys) return tl::unexpected(keys.error());
  auto manifests = ManifestSource::open(options.site, log);
  if (!manifests) return tl::unexpected(manifests.error());
  auto templates = options.templates ? TemplateSet::load(*options.templates)
                                     : Result<TemplateSet>(TemplateSet::embedded());
  if (!templates) return tl::unexpected(templates.error());
  auto portal = std::make_shared<Portal>(
      PortalParts{.site = StaticSite(options.site),
                  .manifests = std::move(*manifests),
                  .reg = std::move(*reg),
                  .templates = std::move(*templates),
                  .clock = options.clock ? Clock::demonstration(*options.clock) : Clock::system(),
                  .log = log});
  return OpenedPortal{.portal = std::move(portal), .has_office_key = !keys->empty()};
}

// A process that may open fewer files still serves; in a crowd it would fail to open the site's.
void warn_of_few_files(const Log& log) {
  const std::size_t allowed = allow_open_files(kOpenFilesMin);
  if (allowed >= kOpenFilesMin) return;
  log(Severity::Warning,
      fmt::format("this process may open {} files at once, {} are wanted: raise the hard limit "
                  "(ulimit -Hn, or LimitNOFILE= in systemd)",
                  allowed, kOpenFilesMin));
}

void warn_of_no_networks(const ServeOptions& options, const Log& log) {
  const std::string& host = options.listen.host;
  const bool only_local = host == "localhost" || host == "::1" || host.starts_with("127.");
  if (options.trust_proxy || !only_local) return;
  log(Severity::Warning,
      "requests can only come from this machine, which has no limits by network: behind a reverse "
      "proxy that sets X-Forwarded-For, add --trust-proxy");
}

// Nothing when none are named.
Result<std::optional<ServeWitnesses>> start_witnesses(const ServeOptions& options, Portal& portal) {
  if (!options.witnesses) return std::nullopt;
  const Result<WitnessPolicy> policy = read_witness_policy(*options.witnesses);
  if (!policy) return tl::unexpected(policy.error());
  Result<ServeWitnesses> started = ServeWitnesses::start(*policy, options.data, portal);
  if (!started) return tl::unexpected(started.error());
  return std::optional(*std::move(started));
}

int run_serve(const ServeOptions& options) {
  hold_stop_signals();
  const auto opened = make_portal(options);
  if (!opened) return failed(opened.error());
  const std::shared_ptr<Portal>& portal = opened->portal;
  const DailyTask sweep([&] { portal->sweep_evidence(std::chrono::system_clock::now()); });
  auto server = Server::listen(
      options.listen, portal,
      {.trust_proxy = options.trust_proxy, .shared_networks = options.shared_networks});
  if (!server) return failed(server.error());
  warn_of_few_files(portal->log());
  warn_of_no_networks(options, portal->log());
  if (!opened->has_office_key) portal->log()(Severity::Warning, unsealed_warning(options.data));
  std::optional<Server> admin;
  if (options.admin) {
    auto listening = Server::listen(*options.admin, portal, {.audience = Audience::Operator});
    if (!listening) return failed(listening.error());
    admin.emplace(std::move(*listening));
  }
  const auto witnesses = start_witnesses(options, *portal);
  if (!witnesses) return failed(witnesses.error());
  const StopSignal signal([&] { server->stop(); });
  fmt::print("listening on {}\n", server->url());
  if (admin) fmt::print("metrics on {}/metrics\n", admin->url());
  std::fflush(stdout);  // a pipe reads it now, not when we end
  std::jthread beside;
  if (admin) beside = std::jthread([&] { admin->run(); });
  server->run();
  if (admin) admin->stop();
  return kIntakeDone;
}

// The text of an option as a value, or a usage error with the sentence of `parse`.
template <class Value>
void take(const std::string& name, const Result<Value>& parsed, Value& value) {
  if (!parsed) throw CLI::ValidationError(name, parsed.error().message);
  value = *parsed;
}

}  // namespace

void add_serve_command(CLI::App& app, IntakeCommand& chosen) {
  const auto options = std::make_shared<ServeOptions>();
  CLI::App& command = *app.add_subcommand("serve", "serve the site and take objections");
  add_register_option(command, options->data);
  command.add_option("--site", options->site, "folder that `gongshi build` publishes to")
      ->required()
      ->type_name("DIR");
  command
      .add_option_function<std::string>(
          "--listen",
          [options](const std::string& text) {
            take("--listen", ListenAddress::parse(text), options->listen);
          },
          "address to listen on; port 0 takes a free one")
      ->required()
      ->type_name("HOST:PORT");
  command
      .add_option_function<std::string>(
          "--clock",
          [options](const std::string& text) {
            Instant start;
            take("--clock", parse_instant(text), start);
            options->clock = start;
          },
          "demonstration: begin at this instant, and say so on every page")
      ->type_name("INSTANT");
  command
      .add_option_function<std::string>(
          "--admin",
          [options](const std::string& text) {
            ListenAddress address;
            take("--admin", ListenAddress::parse(text), address);
            options->admin = address;
          },
          "address for the operator only: GET /metrics for Prometheus")
      ->type_name("HOST:PORT");
  command
      .add_option_function<std::string>(
          "--log-format",
          [options](const std::string& format) { options->log_as_json = format == "json"; },
          "lines on standard error: text (default) or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  command.add_flag("--trust-proxy", options->trust_proxy,
                   "behind a reverse proxy of your own: the client is whom X-Forwarded-For names "
                   "last; only for limits, never stored or logged");
  command
      .add_option_function<std::string>(
          "--shared-network",
          [options](const std::string& text) {
            NetworkRange range;
            take("--shared-network", parse_network_range(text), range);
            options->shared_networks.push_back(range);
          },
          "a network that very many people share, such as a mobile operator's: ten times the bar; "
          "may be given more than once")
      ->type_name("ADDRESS/PREFIX")
      ->trigger_on_parse();
  command
      .add_option_function<std::string>(
          "--witnesses", [options](const std::string& text) { options->witnesses = text; },
          "policy file (C2SP tlog-policy): the witnesses that are asked to cosign the log")
      ->type_name("FILE");
  command
      .add_option_function<std::string>(
          "--templates", [options](const std::string& text) { options->templates = text; },
          "templates of your own instead of the built-in ones")
      ->type_name("DIR");
  command.callback([options, &chosen] { chosen = [options] { return run_serve(*options); }; });
}

}  // namespace gongshi
