#include "intake/http/refusal_page.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace gongshi {
namespace {

std::string code_of_one(const NotYetOpen&) { return "not_yet_open"; }
std::string code_of_one(const WindowClosed&) { return "window_closed"; }
std::string code_of_one(const NotTaking& why) { return std::string(to_text(why.state)); }

// What differs between the refusals: a code, the sentence, and the instant that a program may use.
struct Words {
  std::string code;
  std::string sentence;
  Json instant = Json::object();
};

Words describe(const TemplateSet& templates, const ManifestNotice& notice, const NotYetOpen& why) {
  return {.code = code_of_one(why),
          .sentence = templates.message("refusal.not_yet_open.sentence",
                                        {{"opens", chinese_instant(why.opens_at)},
                                         {"closes", chinese_last_moment(notice.closes)}}),
          .instant = {{"opens_at", to_text(why.opens_at)}}};
}

Words describe(const TemplateSet& templates, const ManifestNotice& notice,
               const WindowClosed& why) {
  return {.code = code_of_one(why),
          .sentence = templates.message("refusal.window_closed.sentence",
                                        {{"closes", chinese_last_moment(notice.closes)}}),
          .instant = {{"closes_at", to_text(why.closed_at)}}};
}

Words describe(const TemplateSet& templates, const ManifestNotice&, const NotTaking& why) {
  const std::string code = code_of_one(why);
  return {.code = code, .sentence = templates.message("refusal." + code + ".sentence")};
}

Words words_for(const TemplateSet& templates, const ManifestNotice& notice,
                const Refusal& refusal) {
  return std::visit([&](const auto& why) { return describe(templates, notice, why); }, refusal);
}

}  // namespace

std::string code_of(const Refusal& refusal) {
  return std::visit([](const auto& why) { return code_of_one(why); }, refusal);
}

Answer make_refusal_page(const PageFrame& frame, const ManifestNotice& notice,
                         const Refusal& refusal, int status, std::string_view statement) {
  const Words words = words_for(frame.templates, notice, refusal);
  const std::string title = frame.templates.message("refusal." + words.code + ".title");
  const Json channels = describe_channels(frame.templates, notice);
  return make_page(frame, status, "refusal", title,
                   {{"heading", title},
                    {"sentence", words.sentence},
                    {"notice", {{"title", notice.title}, {"url", notice.url}}},
                    {"statement", printable(statement)},
                    {"has_channels", !channels.empty()},
                    {"channels", channels}});
}

Answer make_refusal_json(const PageFrame& frame, const ManifestNotice& notice,
                         const Refusal& refusal) {
  const Words words = words_for(frame.templates, notice, refusal);
  return make_json_error(409, words.code, words.sentence, words.instant);
}

Answer make_unknown_notice_page(const PageFrame& frame, int status, std::string_view statement) {
  const std::string title = frame.templates.message("refusal.unknown.title");
  return make_page(
      frame, status, "refusal", title,
      {{"heading", title},
       {"sentence", frame.templates.message("refusal.unknown.sentence")},
       {"notice", {{"title", frame.templates.message("not_found.home")}, {"url", "/"}}},
       {"statement", printable(statement)},
       {"has_channels", false},
       {"channels", Json::array()}});
}

}  // namespace gongshi
