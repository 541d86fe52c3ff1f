#include "generator/render/manifest_schema.h"

#include <initializer_list>
#include <utility>

#include "generator/notice/json.h"
#include "generator/notice/manifest.h"
#include "generator/render/address.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

constexpr const char* kIdPattern = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
constexpr const char* kInstantPattern = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00$";

Json described(Json schema, const char* description) {
  schema["description"] = description;
  return schema;
}

Json text() { return {{"type", "string"}}; }
Json said() { return {{"type", "string"}, {"minLength", 1}}; }
Json id() {
  return {{"type", "string"}, {"pattern", kIdPattern}, {"maxLength", kIdentifierLengthMax}};
}
Json date() { return {{"type", "string"}, {"format", "date"}}; }
Json sha256_digest() { return {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}}; }
Json instant() {
  return {{"type", "string"}, {"format", "date-time"}, {"pattern", kInstantPattern}};
}
Json reference(const char* name) { return {{"$ref", std::string("#/$defs/") + name}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

// The vocabulary spells the words.
template <class Word>
Json one_of(std::initializer_list<Word> words) {
  Json values = Json::array();
  for (const Word word : words) values.push_back(to_text(word));
  return {{"enum", std::move(values)}};
}

// Every key must be there.
Json object(Json properties) {
  Json required = Json::array();
  for (const auto& [key, schema] : properties.items()) required.push_back(key);
  return {
      {"type", "object"}, {"required", std::move(required)}, {"properties", std::move(properties)}};
}

// One that older data of the same version does not have.
void add_later(Json& schema, const char* key, Json value) {
  schema["properties"][key] = std::move(value);
}

Json working_days(int most, const char* description) {
  return described({{"type", "integer"}, {"minimum", 1}, {"maximum", most}}, description);
}

Json handling_schema() {
  return object(
      {{"tell_within", working_days(kTellWithinMax, "收到之日的次日起几个工作日内告知")},
       {"conclude_within", working_days(kConcludeWithinMax, "受理之日的次日起几个工作日内办结")},
       {"extension", working_days(kExtensionMax, "批准延长后再加几个工作日")}});
}

Json site_schema() {
  Json schema =
      object({{"name", said()},
              {"base_url", described({{"type", "string"}, {"pattern", "^https?://.*[^/]$"}},
                                     "网址，末尾没有斜线；各公示的 url 接在后面")},
              {"publisher", said()}});
  add_later(schema, "handling",
            described(reference("handling"), "本单位办理异议的期限，按公示所用日历的工作日算"));
  return schema;
}

Json calendar_schema() {
  return object({{"id", id()},
                 {"from", described(date(), "从这一天起（含）每天都已知")},
                 {"through", described(date(), "到这一天为止（含）；以后的放假安排尚未公布")},
                 {"working_days", described(list_of(date()), "其间的工作日，调休上班的也在内")}});
}

Json candidate_schema() {
  return object({{"id", id()},
                 {"name", said()},
                 {"award", described(said(), "拟授予称号")},
                 {"unit", described(text(), "工作单位；集体为空")}});
}

Json channel_schema() {
  return object({{"kind", {{"enum", {"phone", "letter", "email", "visit", "fax", "online"}}}},
                 {"value", said()},
                 {"hours", described(text(), "受理时间；没有写明时为空")}});
}

Json notice_schema() {
  using enum NoticeState;
  using enum IdentityPolicy;
  using enum LatePolicy;
  return object({{"id", id()},
                 {"title", said()},
                 {"campaign", id()},
                 {"step", described(said(), "公示阶段的名称")},
                 {"publisher", said()},
                 {"url", described({{"type", "string"}, {"pattern", "^/notices/[a-z0-9-]+/$"}},
                                   "页面的路径，从网站的根算起")},
                 {"state", described(one_of({Published, Suspended, Withdrawn, Closed}),
                                     "发布机构的决定，不随时钟变化；撤回的公示没有名单和渠道")},
                 {"published_at", described(instant(), "这一刻起受理异议（含）")},
                 {"opens", described(date(), "公示期的第一天")},
                 {"closes", described(date(), "公示期的最后一天（含）")},
                 {"closes_at", described(instant(), "到这一刻为止（不含）：最后一天的24时")},
                 {"working_days", described(list_of(date()), "计入公示期的各日")},
                 {"calendar", id()},
                 {"identity_policy", one_of({Open, EncourageRealName, RequireRealName})},
                 {"late_policy", one_of({Refuse, MarkLate})},
                 {"page_sha256", described(sha256_digest(), "公示页面全部字节的 SHA-256")},
                 {"candidates", list_of(reference("candidate"))},
                 {"channels", list_of(reference("channel"))}});
}

}  // namespace

std::string write_manifest_schema(const Site& site) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"$id", address_of(site, kManifestSchemaPath)},
                 {"title", kManifestSchema},
                 {"description", "公示数据 publicity.json：每份公示和它的公示期"}};
  schema.update(
      object({{"schema", {{"const", kManifestSchema}}},
              {"site", reference("site")},
              {"content_sha256", described(sha256_digest(),
                                           "生成网站所用内容的摘要：内容文件夹里的文件按路径排序，"
                                           "sha256sum 列出的清单的 SHA-256")},
              {"notices", described(list_of(reference("notice")), "按 id 的顺序")}}));
  add_later(schema, "calendars",
            described(list_of(reference("calendar")), "各公示所用的日历，按 id 的顺序"));
  schema["$defs"] = {{"site", site_schema()},           {"handling", handling_schema()},
                     {"calendar", calendar_schema()},   {"notice", notice_schema()},
                     {"candidate", candidate_schema()}, {"channel", channel_schema()}};
  return schema.dump(2) + "\n";
}

}  // namespace gongshi
