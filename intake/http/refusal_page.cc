#include "intake/http/refusal_page.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace gongshi {
namespace {

// What differs between the refusals: a code, the sentence, and the instant that a program may use.
struct Words {
  std::string code;
  std::string sentence;
  Json instant = Json::object();
};

Words describe(const TemplateSet& templates, const ManifestNotice& notice, const NotYetOpen& why) {
  return {.code = "not_yet_open",
          .sentence = templates.message("refusal.not_yet_open.sentence",
                                        {{"opens", chinese_instant(why.opens_at)},
                                         {"closes", chinese_last_moment(notice.closes)}}),
          .instant = {{"opens_at", to_text(why.opens_at)}}};
}

Words describe(const TemplateSet& templates, const ManifestNotice& notice,
               const WindowClosed& why) {
  return {.code = "window_closed",
          .sentence = templates.message("refusal.window_closed.sentence",
                                        {{"closes", chinese_last_moment(notice.closes)}}),
          .instant = {{"closes_at", to_text(why.closed_at)}}};
}

Words describe(const TemplateSet& templates, const ManifestNotice&, const NotTaking& why) {
  const std::string code(to_text(why.state));
  return {.code = code, .sentence = templates.message("refusal." + code + ".sentence")};
}

Words words_for(const TemplateSet& templates, const ManifestNotice& notice,
                const Refusal& refusal) {
  return std::visit([&](const auto& why) { return describe(templates, notice, why); }, refusal);
}

}  // namespace

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
