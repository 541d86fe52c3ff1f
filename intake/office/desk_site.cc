#include "intake/office/desk_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/http/intake.h"
#include "intake/office/access_words.h"
#include "intake/office/accesses_page.h"
#include "intake/office/case_page.h"
#include "intake/office/closing_page.h"
#include "intake/office/inbox_page.h"
#include "intake/office/page_links.h"
#include "intake/office/papers_page.h"
#include "intake/office/password_page.h"
#include "intake/office/redaction_page.h"
#include "intake/office/register_page.h"
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

// What was done and cannot be undone.
void record_or_log(const Desk& desk, const Request& request, std::string_view what) {
  const Result<void> recorded = desk.record.append_access(
      {.at = desk.now, .actor = desk.account.shown, .number = "", .what = std::string(what)});
  if (recorded) return;
  desk.log(Severity::Error, "the register failed",
           {{"request", request.id}, {"reason", recorded.error().message}});
}

// What somebody is told who was not let in.
struct Refused {
  int status = 422;
  std::string sentence;
  std::chrono::seconds wait{};
};

Refused describe(const TemplateSet& templates, const LoginRefusal& refusal) {
  switch (refusal.problem) {
    case LoginProblem::Wrong:
      return {.status = 422, .sentence = templates.message("desk.login.wrong")};
    case LoginProblem::TooMany: {
      const std::string minutes = std::to_string(in_minutes(refusal.wait));
      return {.status = status_of(Problem::RateLimited),
              .sentence = templates.message("desk.login.too_many", {{"minutes", minutes}}),
              .wait = refusal.wait};
    }
    case LoginProblem::Busy:
      break;
  }
  return {.status = 503, .sentence = templates.message("desk.login.busy")};
}

}  // namespace

DeskSite::DeskSite(DeskSiteParts parts)
    : parts_(std::move(parts)), cookies_(parts_.behind_tls), gate_(parts_.rates) {}

std::vector<std::string_view> DeskSite::form_paths() const {
  return {desk_path::kLogin,   desk_path::kLogout,   desk_path::kCase,    desk_path::kRedaction,
          desk_path::kClosing, desk_path::kRegister, desk_path::kPassword};
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
                  .site = parts_.site,
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
  if (request.path == desk_path::kRedaction) {
    return named("redaction",
                 only(DeskAction::HandleCase, is_form ? &take_redaction : &show_redaction));
  }
  if (request.path == desk_path::kRedactedCopy) {
    return named("redacted_copy", only(DeskAction::ReadCase, &send_redacted_copy));
  }
  if (request.path == desk_path::kClosing) {
    return named("closing", is_form ? take_closing(desk, request) : show_closing(desk, request));
  }
  if (request.path == desk_path::kPapers) {
    return named("papers", only(DeskAction::ReadCase, &send_papers));
  }
  if (request.path == desk_path::kRegister) {
    return named("register",
                 only(DeskAction::HandleCase, is_form ? &take_registration : &show_register_form));
  }
  if (request.path == desk_path::kPassword) {
    return named("password", is_form ? change_own_password(desk, request)
                                     : make_password_page(desk, request, 200, ""));
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
  const auto admitted = admit(*accounts, request, trim_blanks(request.form.value(kName)));
  if (admitted) return welcome(request, **admitted);
  const Refused refused = describe(frame.templates, admitted.error());
  Answer page = make_login_page(frame, request, refused.status, refused.sentence);
  if (refused.wait.count() > 0) ask_to_retry(page, refused.wait);
  return page;
}

tl::expected<const Account*, LoginRefusal> DeskSite::admit(const Accounts& accounts,
                                                           const Request& request,
                                                           std::string_view name) {
  return gate_.admit(accounts, {.name = name,
                                .password = request.form.value(kPassword),
                                .code = trim_blanks(request.form.value(kCode)),
                                .browser_mark = cookie_value(request.cookie, cookies_.browser()),
                                .network = request.network,
                                .now = parts_.code_clock.now(),
                                .arrived_at = request.arrived_at});
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
  Answer answer = see_other(std::string(desk_path::kInbox));
  begin_session(request, account, answer);
  return answer;
}

void DeskSite::begin_session(const Request& request, const Account& account, Answer& answer) {
  sessions_.end(session_token(request));
  answer.headers.emplace_back("Set-Cookie",
                              cookies_.set_session(sessions_.begin(account, request.arrived_at)));
  answer.headers.emplace_back(
      "Set-Cookie", cookies_.set_browser(make_browser_mark(account.credentials.browser_key)));
}

Answer DeskSite::change_own_password(const Desk& desk, const Request& request) {
  const Result<void> fine = require_new_password(desk, request.form);
  if (!fine) return make_password_page(desk, request, 422, fine.error().message);
  const Result<Accounts> accounts = parts_.accounts.read();
  if (!accounts) return make_desk_failure(desk, request, accounts.error());
  const auto admitted = admit(*accounts, request, desk.account.name);
  if (!admitted) {
    const Refused refused = describe(desk.frame.templates, admitted.error());
    Answer page = make_password_page(desk, request, refused.status, refused.sentence);
    if (refused.wait.count() > 0) ask_to_retry(page, refused.wait);
    return page;
  }
  const Result<Account> changed =
      change_password(parts_.accounts, desk.account.name, request.form.value(password_field::kNew),
                      request.received_at);
  if (!changed) return make_desk_failure(desk, request, changed.error());
  record_or_log(desk, request, access::kPasswordChanged);
  Answer answer = see_other(desk_address(desk_path::kPassword, {{"done", "yes"}}));
  begin_session(request, *changed, answer);
  return answer;
}

Answer DeskSite::log_out(const Desk& desk, const Request& request) {
  sessions_.end(session_token(request));
  record_or_log(desk, request, access::kLoggedOut);
  Answer answer = see_other(std::string(desk_path::kLogin));
  answer.headers.emplace_back("Set-Cookie", cookies_.end_session());
  return answer;
}

}  // namespace gongshi
