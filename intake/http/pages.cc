#include "intake/http/pages.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/http/limits.h"

namespace gongshi {
namespace {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string problem_words(const PageFrame& frame, Problem problem, std::string_view part) {
  return frame.templates.message(fmt::format("problem.{}.{}", code_of(problem), part),
                                 {{"filing", std::to_string(kFilingBytesMax >> 20U)},
                                  {"text", std::to_string(kFilingTextBytesMax >> 20U)}});
}

// Nothing was being sent in: there is nothing to say about other ways to send it.
bool is_about_an_address(Problem problem) {
  return problem == Problem::NotFound || problem == Problem::MethodNotAllowed;
}

Answer make_problem_json(const PageFrame& frame, Problem problem) {
  return make_json_error(status_of(problem), code_of(problem),
                         problem_words(frame, problem, "sentence"));
}

Answer make_problem_page(const PageFrame& frame, Problem problem, std::string_view request_id) {
  Json paragraphs = Json::array({problem_words(frame, problem, "sentence")});
  if (!is_about_an_address(problem)) {
    paragraphs.push_back(frame.templates.message("problem.other_channels"));
  }
  if (status_of(problem) >= 500 && !request_id.empty()) {
    paragraphs.push_back(frame.templates.message("problem.request_id", {{"id", request_id}}));
  }
  const std::string title = problem_words(frame, problem, "title");
  const Json links =
      Json::array({{{"url", "/"}, {"title", frame.templates.message("not_found.home")}}});
  return make_page(frame, status_of(problem), "message", title,
                   {{"heading", title}, {"paragraphs", paragraphs}, {"links", links}});
}

Answer make_problem_text(const PageFrame& frame, Problem problem, std::string_view request_id) {
  try {
    return make_problem_page(frame, problem, request_id);
  } catch (const std::runtime_error&) {
    return {.status = status_of(problem),
            .content_type = std::string(kPlainText),
            .body = problem_words(frame, problem, "sentence") + "\n",
            .headers = {{"Cache-Control", "no-store"}}};
  }
}

}  // namespace

Demonstration demonstrate(const TemplateSet& templates, Instant now) {
  return {.banner = templates.message("banner.demonstration", {{"now", chinese_instant(now)}}),
          .now = now};
}

Answer make_page(const PageFrame& frame, int status, std::string_view name, std::string_view title,
                 Json data) {
  data["root"] = "/";
  data["title"] = title;
  data["site"] = {{"name", frame.manifest.site.name},
                  {"publisher", frame.manifest.site.publisher},
                  {"footer", Json::array()},
                  {"pages", Json::array()}};
  data["meta"] = Json::array({{{"name", "robots"}, {"content", "noindex"}}});
  data["canonical"] = "";  // what answers one person has no address for others
  data["card"] = Json::array();
  data["alternates"] = Json::array();
  data["scripts"] = Json::array();
  data["banner"] = frame.demonstration ? frame.demonstration->banner : "";
  Answer answer{.status = status, .headers = {{"Cache-Control", "no-store"}}};
  auto page = frame.templates.render(name, data);
  // A template that an office changed and broke: for the log, not for who reads the page.
  if (!page) throw std::runtime_error(page.error().message);
  answer.body = *std::move(page);
  return answer;
}

std::string printable(std::string_view sent) {
  return std::string(sent.substr(0, first_invalid_utf8(sent).value_or(sent.size())));
}

Answer make_json(int status, std::string body) {
  return {.status = status,
          .content_type = std::string(kJson),
          .body = std::move(body),
          .headers = {{"Cache-Control", "no-store"}}};
}

Answer make_json_error(int status, std::string_view code, std::string_view message,
                       const Json& more) {
  Json error = {{"code", code}, {"message", message}};
  error.update(more);
  return make_json(status, dump({{"error", error}}));
}

void ask_to_retry(Answer& answer, std::chrono::seconds after) {
  answer.headers.emplace_back("Retry-After", std::to_string(after.count()));
}

Answer make_problem(const PageFrame& frame, Problem problem, bool wants_json,
                    std::string_view request_id) {
  Answer answer = wants_json ? make_problem_json(frame, problem)
                             : make_problem_text(frame, problem, request_id);
  if (problem == Problem::Unavailable) ask_to_retry(answer, kUnavailableFor);
  return answer;
}

Json describe_channels(const TemplateSet& templates, const ManifestNotice& notice) {
  Json channels = Json::array();
  for (const Channel& channel : notice.channels) {
    if (channel.kind == "online") continue;  // this is it
    channels.push_back({{"label", templates.message("channel." + channel.kind)},
                        {"value", channel.value},
                        {"hours", channel.hours}});
  }
  return channels;
}

}  // namespace gongshi
