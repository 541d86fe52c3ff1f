#include "intake/office/desk_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/http/intake.h"
#include "intake/office/access_words.h"
#include "intake/office/accesses_page.h"
#include "intake/office/case_page.h"
#include "intake/office/closing_page.h"
#include "intake/office/inbox_page.h"
#include "intake/seal/constant_time.h"

namespace gongshi {
namespace {

constexpr std::string_view kName = "name";
constexpr std::string_view kPassword = "password";
constexpr std::string_view kCode = "code";
constexpr std::string_view kText = "text";  // what is kept for who was logged out meanwhile

Answer named(std::string_view route, Answer answer) {
  answer.route = route;
  return answer;
}

std::string_view media_type_of(std::string_view file) {
  if (file.ends_with(".css")) return "text/css; charset=utf-8";
  if (file.ends_with(".svg")) return "image/svg+xml";
  return "text/javascript; charset=utf-8";
}

// With an error the name stands there again, and nothing else.
Answer make_login_page(const PageFrame& frame, const Request& request, int status,
                       std::string error, std::string_view kept = {}) {
  const std::string title =
      frame.templates.message(error.empty() ? "desk.login.title" : "desk.login.title_with_error");
  return make_desk_page(frame, nullptr, status, "login", title,
                        {{"error", std::move(error)},
                         {"name", printable(request.form.value(kName))},
                         {"kept", printable(kept)}});
}

}  // namespace

DeskSite::DeskSite(DeskSiteParts parts)
    : parts_(std::move(parts)), cookies_(parts_.behind_tls), gate_(parts_.rates) {}

std::vector<std::string_view> DeskSite::form_paths() const {
  return {desk_path::kLogin, desk_path::kLogout, desk_path::kCase, desk_path::kClosing};
}

std::optional<Problem> DeskSite::refuse_head(const RequestHead& head) const {
  return refuse_desk_head(head, hosts_);
}

Answer DeskSite::show_metrics() const {
  return {.status = status_of(Problem::NotFound), .content_type = std::string(kPlainText)};
}

PageFrame DeskSite::frame_for(const Manifest& manifest, Instant now) const {
  PageFrame frame{.templates = parts_.templates, .manifest = manifest, .demonstration = {}};
  if (parts_.clock.is_demonstration()) {
    frame.demonstration = demonstrate(parts_.templates, now);
  }
  return frame;
}

Answer DeskSite::problem_page(const PageFrame& frame, Problem problem) const {
  const std::string key = fmt::format("problem.{}", code_of(problem));
  try {
    return make_desk_message(frame, nullptr, status_of(problem), key);
  } catch (const std::exception& broken_template) {
    parts_.log(Severity::Error, "a page could not be made", {{"what", broken_template.what()}});
    return {.status = status_of(problem),
            .content_type = std::string(kPlainText),
            .body = frame.templates.message(fmt::format("desk.{}.sentence", key)) + "\n",
            .headers = {{"Cache-Control", "no-store"}}};
  }
}

Answer DeskSite::refuse(Problem problem, std::string_view path, bool /*wants_json*/,
                        std::string_view /*request_id*/) {
  const auto manifest = parts_.manifests.current();
  Answer answer = problem_page(frame_for(*manifest, now()), problem);
  answer.route = "refused";
  if (problem == Problem::MethodNotAllowed) {
    answer.headers.emplace_back("Allow", desk_rules_of(path).methods);
  }
  return answer;
}

Answer DeskSite::answer(const Request& request) {
  const auto manifest = parts_.manifests.current();
  const PageFrame frame = frame_for(*manifest, request.received_at);
  try {
    return route(frame, request);
  } catch (const std::exception& bug) {
    parts_.log(Severity::Error, "a request failed by a bug of ours",
               {{"request", request.id}, {"what", bug.what()}});
    return problem_page(frame, Problem::Internal);
  }
}

Answer DeskSite::route(const PageFrame& frame, const Request& request) {
  if (request.path.starts_with(desk_path::kAssets)) {
    return named("assets", serve_asset(frame, request));
  }
  if (request.path == desk_path::kHealth) {
    return named("healthz", {.content_type = std::string(kPlainText),
                             .body = "ok\n",
                             .headers = {{"Cache-Control", "no-store"}}});
  }
  if (request.path == desk_path::kLogin) {
    return named("login", request.method == "POST" ? log_in(frame, request)
                                                   : make_login_page(frame, request, 200, ""));
  }
  Accounts accounts;
  const Account* const visitor = visitor_of(request, accounts);
  if (visitor == nullptr) return named("login", ask_to_log_in(frame, request));
  const Desk desk{.frame = frame,
                  .reg = parts_.reg,
                  .record = parts_.record,
                  .keys = parts_.keys,
                  .content = parts_.content,
                  .log = parts_.log,
                  .account = *visitor,
                  .accounts = accounts,
                  .form_token = form_token(session_token(request)),
                  .now = request.received_at};
  if (request.method == "POST" &&
      !equal_in_constant_time(request.form.value(kFormToken), desk.form_token)) {
    return named("refused", problem_page(frame, Problem::CrossSite));
  }
  return route_visitor(desk, request);
}

Answer DeskSite::route_visitor(const Desk& desk, const Request& request) {
  const bool is_form = request.method == "POST";
  const auto only = [&](DeskAction action, Answer (*work)(const Desk&, const Request&)) {
    if (may(desk.account.role, action)) return work(desk, request);
    return make_desk_message(desk.frame, &desk, 403, "forbidden");
  };
  if (request.path == desk_path::kInbox) return named("inbox", show_inbox(desk, request));
  if (request.path == desk_path::kLogout) return named("logout", log_out(desk, request));
  if (request.path == desk_path::kCase) {
    return named("case", only(DeskAction::ReadCase, is_form ? &take_step : &show_case));
  }
  if (request.path == desk_path::kEvidence) {
    return named("evidence", only(DeskAction::ReadCase, &send_file));
  }
  if (request.path == desk_path::kStatementRequest) {
    return named("statement_request", only(DeskAction::HandleCase, &send_statement_request));
  }
  if (request.path == desk_path::kClosing) {
    return named("closing", is_form ? take_closing(desk, request) : show_closing(desk, request));
  }
  if (request.path == desk_path::kAccesses) {
    return named("accesses", only(DeskAction::ReadAccessRecord, &show_accesses));
  }
  return named("not_found", make_desk_message(desk.frame, &desk, 404, "problem.not_found"));
}

Answer DeskSite::serve_asset(const PageFrame& frame, const Request& request) const {
  const std::string name = request.path.substr(desk_path::kAssets.size());
  for (const auto* assets : {&parts_.templates.desk_assets(), &parts_.templates.assets()}) {
    const auto found = assets->find(name);
    if (found == assets->end()) continue;
    return {.content_type = std::string(media_type_of(name)),
            .body = found->second,
            .headers = {{"Cache-Control", "no-cache"}}};
  }
  return problem_page(frame, Problem::NotFound);
}

std::string_view DeskSite::session_token(const Request& request) const {
  return cookie_value(request.cookie, cookies_.session());
}

const Account* DeskSite::visitor_of(const Request& request, Accounts& accounts) {
  const std::string_view token = session_token(request);
  const std::optional<std::string> name = sessions_.find(token, request.arrived_at);
  if (!name) return nullptr;
  Result<Accounts> read = parts_.accounts.read();
  if (!read) {
    parts_.log(Severity::Error, "the accounts cannot be read", {{"reason", read.error().message}});
    return nullptr;
  }
  accounts = *std::move(read);
  const Account* const account = accounts.find(*name);
  if (account == nullptr || !sessions_.is_of(token, *account)) {
    sessions_.end(token);
    return nullptr;
  }
  return account;
}

// Who was filling a form gets the words back.
Answer DeskSite::ask_to_log_in(const PageFrame& frame, const Request& request) const {
  if (request.method != "POST") return see_other(std::string(desk_path::kLogin));
  return make_login_page(frame, request, status_of(Problem::CrossSite),
                         frame.templates.message("desk.login.ended"), request.form.value(kText));
}

Answer DeskSite::log_in(const PageFrame& frame, const Request& request) {
  const Result<Accounts> accounts = parts_.accounts.read();
  if (!accounts) {
    parts_.log(Severity::Error, "the accounts cannot be read",
               {{"request", request.id}, {"reason", accounts.error().message}});
    return make_login_page(frame, request, 503, frame.templates.message("desk.login.unavailable"));
  }
  const auto admitted =
      gate_.admit(*accounts, {.name = trim_blanks(request.form.value(kName)),
                              .password = request.form.value(kPassword),
                              .code = trim_blanks(request.form.value(kCode)),
                              .browser_mark = cookie_value(request.cookie, cookies_.browser()),
                              .network = request.network,
                              .now = parts_.code_clock.now(),
                              .arrived_at = request.arrived_at});
  if (admitted) return welcome(request, **admitted);
  switch (admitted.error().problem) {
    case LoginProblem::Wrong:
      return make_login_page(frame, request, 422, frame.templates.message("desk.login.wrong"));
    case LoginProblem::TooMany: {
      const std::string minutes = std::to_string(in_minutes(admitted.error().wait));
      Answer page =
          make_login_page(frame, request, status_of(Problem::RateLimited),
                          frame.templates.message("desk.login.too_many", {{"minutes", minutes}}));
      ask_to_retry(page, admitted.error().wait);
      return page;
    }
    case LoginProblem::Busy:
      break;
  }
  return make_login_page(frame, request, 503, frame.templates.message("desk.login.busy"));
}

Answer DeskSite::welcome(const Request& request, const Account& account) {
  // Who cannot be recorded does not come in.
  const Result<void> recorded =
      parts_.record.append_access({.at = request.received_at,
                                   .actor = account.shown,
                                   .number = "",
                                   .what = std::string(access::kLoggedIn)});
  if (!recorded) {
    parts_.log(Severity::Error, "the register failed",
               {{"request", request.id}, {"reason", recorded.error().message}});
    const auto manifest = parts_.manifests.current();
    return problem_page(frame_for(*manifest, request.received_at), Problem::Unavailable);
  }
  sessions_.end(session_token(request));
  Answer answer = see_other(std::string(desk_path::kInbox));
  answer.headers.emplace_back("Set-Cookie",
                              cookies_.set_session(sessions_.begin(account, request.arrived_at)));
  answer.headers.emplace_back(
      "Set-Cookie", cookies_.set_browser(make_browser_mark(account.credentials.browser_key)));
  return answer;
}

Answer DeskSite::log_out(const Desk& desk, const Request& request) {
  sessions_.end(session_token(request));
  const Result<void> recorded =
      desk.record.append_access({.at = desk.now,
                                 .actor = desk.account.shown,
                                 .number = "",
                                 .what = std::string(access::kLoggedOut)});
  if (!recorded) {
    desk.log(Severity::Error, "the register failed",
             {{"request", request.id}, {"reason", recorded.error().message}});
  }
  Answer answer = see_other(std::string(desk_path::kLogin));
  answer.headers.emplace_back("Set-Cookie", cookies_.end_session());
  return answer;
}

}  // namespace gongshi
