#include "intake/office/desk_page.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "intake/office/desk_rules.h"

namespace gongshi {
namespace {

Json navigation_for(const Desk& desk, std::string_view name) {
  Json links = Json::array();
  const auto add = [&](std::string_view url, std::string_view message, bool current) {
    links.push_back(
        {{"url", url}, {"title", desk.frame.templates.message(message)}, {"current", current}});
  };
  add(desk_path::kInbox, "desk.inbox.title", name == "inbox");
  if (may(desk.account.role, DeskAction::HandleCase)) {
    add(desk_path::kRegister, "desk.register.title", name == "register");
  }
  if (may(desk.account.role, DeskAction::ReadAccessRecord)) {
    add(desk_path::kAccesses, "desk.accesses.title", name == "accesses");
  }
  add(desk_path::kPassword, "desk.password.title", name == "password");
  return links;
}

}  // namespace

Answer make_desk_page(const PageFrame& frame, const Desk* desk, int status, std::string_view name,
                      std::string_view title, Json data) {
  data["title"] = title;
  data["site"] = {{"name", frame.manifest.site.name}};
  data["banner"] = frame.demonstration ? frame.demonstration->banner : "";
  data["visitor"] = false;
  if (desk != nullptr) {
    data["visitor"] = {{"shown", desk->account.shown},
                       {"role", chinese(desk->account.role)},
                       {"navigation", navigation_for(*desk, name)}};
    data["form_token"] = desk->form_token;
  }
  Answer answer{.status = status, .headers = {{"Cache-Control", "no-store"}}};
  auto page = frame.templates.render_desk(name, data);
  if (!page) throw std::runtime_error(page.error().message);
  answer.body = *std::move(page);
  return answer;
}

Answer make_desk_message(const PageFrame& frame, const Desk* desk, int status, std::string_view key,
                         std::string_view sentence) {
  const std::string title = frame.templates.message(fmt::format("desk.{}.title", key));
  const std::string said = sentence.empty()
                               ? frame.templates.message(fmt::format("desk.{}.sentence", key))
                               : std::string(sentence);
  return make_desk_page(frame, desk, status, "message", title, {{"sentence", said}});
}

Answer see_other(std::string location) {
  return {.status = 303,
          .headers = {{"Location", std::move(location)}, {"Cache-Control", "no-store"}}};
}

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Invalid:
      return 422;
    case ErrorKind::NotFound:
      return 404;
    case ErrorKind::Conflict:
      return 409;
    case ErrorKind::Unavailable:
      return 503;
    case ErrorKind::Corrupt:
      break;
  }
  return 500;
}

Answer make_desk_failure(const Desk& desk, const Request& request, const Error& error) {
  const int status = status_of(error.kind);
  if (status >= 500) {
    desk.log(Severity::Error, "the register failed",
             {{"request", request.id}, {"reason", error.message}});
  }
  return make_desk_message(desk.frame, &desk, status, "failure", error.message);
}

}  // namespace gongshi
