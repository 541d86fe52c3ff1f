#include "generator/notice/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <functional>
#include <iterator>
#include <stdexcept>

#include "generator/notice/json.h"
#include "generator/notice/manifest_parts.h"

namespace gongshi {
namespace {

Json describe(const ManifestCandidate& candidate) {
  return {{"id", candidate.id.text()},
          {"name", candidate.name},
          {"award", candidate.award},
          {"unit", candidate.unit}};
}

Json describe(const Channel& channel) {
  return {{"kind", channel.kind}, {"value", channel.value}, {"hours", channel.hours}};
}

Json describe(const CalendarDays& calendar);
Json describe(const ManifestNotice& notice);

template <class T>
Json list(const std::vector<T>& items) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(describe(item));
  return array;
}

Json dates(const std::vector<Date>& days) {
  Json array = Json::array();
  for (const Date day : days) array.push_back(to_text(day));
  return array;
}

Json describe(const CalendarDays& calendar) {
  return {{"id", calendar.id.text()},
          {"from", to_text(calendar.from)},
          {"through", to_text(calendar.through)},
          {"working_days", dates(calendar.working_days)}};
}

Json describe(const HandlingPeriods& periods) {
  return {{"tell_within", periods.tell_within},
          {"conclude_within", periods.conclude_within},
          {"extension", periods.extension}};
}

Json describe(const ManifestSite& site) {
  Json object = {{"name", site.name}, {"base_url", site.base_url}, {"publisher", site.publisher}};
  if (site.handling) object["handling"] = describe(*site.handling);
  return object;
}

Json describe(const ManifestNotice& notice) {
  return {{"id", notice.id.text()},
          {"title", notice.title},
          {"campaign", notice.campaign.text()},
          {"step", notice.step},
          {"publisher", notice.publisher},
          {"url", notice.url},
          {"state", to_text(notice.state)},
          {"published_at", to_text(notice.published_at)},
          {"opens", to_text(notice.opens)},
          {"closes", to_text(notice.closes)},
          {"closes_at", to_text(notice.closes_at)},
          {"working_days", dates(notice.working_days)},
          {"calendar", notice.calendar.text()},
          {"identity_policy", to_text(notice.identity_policy)},
          {"late_policy", to_text(notice.late_policy)},
          {"page_sha256", notice.page_sha256},
          {"candidates", list(notice.candidates)},
          {"channels", list(notice.channels)}};
}

// Reading throws this inside the file and read_manifest() turns it into a value: a manifest has
// forty fields, and forty early returns would hide the format.
struct BadManifest : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] void reject(std::string_view where, std::string_view what) {
  throw BadManifest(fmt::format("{}: {}", where, what));
}

const Json& member(const Json& object, const char* key) {
  const auto it = object.is_object() ? object.find(key) : object.end();
  if (it == object.end()) reject(key, "is missing");
  return *it;
}

std::string text(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_string()) reject(key, "is not a string");
  return value.get<std::string>();
}

const Json& array(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_array()) reject(key, "is not a list");
  return value;
}

template <class T>
T value_or_reject(const Result<T>& parsed, const char* key) {
  if (!parsed) reject(key, parsed.error().message);
  return *parsed;
}

template <class T>
T value_or_reject(const std::optional<T>& parsed, const char* key) {
  if (!parsed) reject(key, "is none of the known words");
  return *parsed;
}

template <class Id>
Id identifier(const Json& object, const char* key) {
  return value_or_reject(Id::parse(text(object, key)), key);
}

Date date(const Json& object, const char* key) {
  return value_or_reject(parse_date(text(object, key)), key);
}

Instant instant(const Json& object, const char* key) {
  return value_or_reject(parse_instant(text(object, key)), key);
}

int number(const Json& object, const char* key, int high) {
  const Json& value = member(object, key);
  if (!value.is_number_integer()) reject(key, "is not a whole number");
  const auto count = value.get<std::int64_t>();
  if (count < 1 || count > high) reject(key, fmt::format("is not from 1 to {}", high));
  return static_cast<int>(count);
}

std::vector<Date> read_working_days(const Json& object) {
  std::vector<Date> days;
  for (const Json& day : array(object, "working_days")) {
    if (!day.is_string()) reject("working_days", "holds something that is not a string");
    days.push_back(value_or_reject(parse_date(day.get<std::string>()), "working_days"));
  }
  return days;
}

ManifestCandidate read_candidate(const Json& object) {
  return {.id = identifier<CandidateId>(object, "id"),
          .name = text(object, "name"),
          .award = text(object, "award"),
          .unit = text(object, "unit")};
}

Channel read_channel(const Json& object) {
  return {
      .kind = text(object, "kind"), .value = text(object, "value"), .hours = text(object, "hours")};
}

template <class T>
std::vector<T> read_list(const Json& object, const char* key, T (*read)(const Json&)) {
  std::vector<T> items;
  for (const Json& item : array(object, key)) items.push_back(read(item));
  return items;
}

ManifestNotice read_notice(const Json& object) {
  ManifestNotice notice;
  notice.id = identifier<NoticeId>(object, "id");
  notice.title = text(object, "title");
  notice.campaign = identifier<CampaignId>(object, "campaign");
  notice.step = text(object, "step");
  notice.publisher = text(object, "publisher");
  notice.url = text(object, "url");
  notice.state = value_or_reject(parse_notice_state(text(object, "state")), "state");
  notice.published_at = instant(object, "published_at");
  notice.opens = date(object, "opens");
  notice.closes = date(object, "closes");
  notice.closes_at = instant(object, "closes_at");
  notice.working_days = read_working_days(object);
  notice.calendar = identifier<CalendarId>(object, "calendar");
  notice.identity_policy =
      value_or_reject(parse_identity_policy(text(object, "identity_policy")), "identity_policy");
  notice.late_policy =
      value_or_reject(parse_late_policy(text(object, "late_policy")), "late_policy");
  notice.page_sha256 = text(object, "page_sha256");
  notice.candidates = read_list(object, "candidates", &read_candidate);
  notice.channels = read_list(object, "channels", &read_channel);
  if (notice.closes_at <= notice.published_at) reject(notice.id.text(), "ends before it begins");
  return notice;
}

HandlingPeriods read_handling(const Json& object) {
  return {.tell_within = number(object, "tell_within", kTellWithinMax),
          .conclude_within = number(object, "conclude_within", kConcludeWithinMax),
          .extension = number(object, "extension", kExtensionMax)};
}

CalendarDays read_calendar(const Json& object) {
  CalendarDays calendar{.id = identifier<CalendarId>(object, "id"),
                        .from = date(object, "from"),
                        .through = date(object, "through"),
                        .working_days = read_working_days(object)};
  const std::vector<Date>& days = calendar.working_days;
  if (calendar.through < calendar.from) reject(calendar.id.text(), "ends before it begins");
  if (std::ranges::adjacent_find(days, std::greater_equal{}) != days.end()) {
    reject("working_days", "are not in the order of time, each once");
  }
  if (!days.empty() && (days.front() < calendar.from || calendar.through < days.back())) {
    reject("working_days", "holds a day outside its calendar");
  }
  return calendar;
}

ManifestSite read_site(const Json& object) {
  if (!object.is_object()) reject("site", "is not an object");
  ManifestSite site{.name = text(object, "name"),
                    .base_url = text(object, "base_url"),
                    .publisher = text(object, "publisher")};
  if (object.contains("handling")) site.handling = read_handling(object["handling"]);
  return site;
}

template <class T>
void require_order_of_ids(const std::vector<T>& items, const char* key) {
  const auto out_of_order = [](const T& a, const T& b) { return b.id <= a.id; };
  if (std::ranges::adjacent_find(items, out_of_order) != items.end()) {
    reject(key, "are not in the order of their ids, each once");
  }
}

Manifest read(const Json& root) {
  if (text(root, "schema") != kManifestSchema) reject("schema", "is not one this program reads");
  Manifest manifest;
  manifest.site = read_site(member(root, "site"));
  manifest.content_sha256 = text(root, "content_sha256");
  if (root.contains("calendars")) {
    manifest.calendars = read_list(root, "calendars", &read_calendar);
  }
  manifest.notices = read_list(root, "notices", &read_notice);
  require_order_of_ids(manifest.calendars, "calendars");
  require_order_of_ids(manifest.notices, "notices");
  return manifest;
}

}  // namespace

const ManifestCandidate* ManifestNotice::find(const CandidateId& candidate) const {
  const auto it = std::ranges::find(candidates, candidate, &ManifestCandidate::id);
  return it == candidates.end() ? nullptr : &*it;
}

const ManifestNotice* Manifest::find(const NoticeId& id) const {
  const auto it = std::ranges::lower_bound(notices, id, std::less{}, &ManifestNotice::id);
  return it == notices.end() || it->id != id ? nullptr : &*it;
}

std::string write_manifest(const Manifest& manifest) {
  assert(std::ranges::is_sorted(manifest.notices, std::less{}, &ManifestNotice::id));
  std::vector<std::string> notices;
  std::ranges::transform(manifest.notices, std::back_inserter(notices), &write_manifest_notice);
  return write_manifest(manifest, notices);
}

std::string write_manifest_notice(const ManifestNotice& notice) {
  constexpr std::string_view kDepth = "    ";  // an element of a member of the whole
  const std::string text = describe(notice).dump(2);
  std::string indented(kDepth);
  for (const char c : text) {  // in JSON no value holds a line break
    indented += c;
    if (c == '\n') indented += kDepth;
  }
  return indented;
}

std::string write_manifest(const Manifest& manifest, std::span<const std::string> notices) {
  assert(std::ranges::is_sorted(manifest.calendars, std::less{}, &CalendarDays::id));
  Json root = {{"schema", kManifestSchema},
               {"site", describe(manifest.site)},
               {"content_sha256", manifest.content_sha256}};
  if (manifest.site.handling || !manifest.calendars.empty()) {
    root["calendars"] = list(manifest.calendars);
  }
  root["notices"] = Json::array();
  std::string text = root.dump(2) + "\n";
  if (notices.empty()) return text;
  constexpr std::string_view kEnd = "]\n}\n";
  text.resize(text.size() - kEnd.size());
  for (const std::string& notice : notices) {
    text += notice.data() == notices.front().data() ? "\n" : ",\n";
    text += notice;
  }
  return text.append("\n  ").append(kEnd);
}

std::optional<std::string> with_digests(std::string manifest, const NewDigests& digests) {
  // In JSON no value holds a line break: these are keys, at their depths.
  constexpr std::string_view kContent = "\n  \"content_sha256\": \"";
  const std::size_t begin = manifest.find(kContent);
  const std::size_t end = manifest.find('"', begin + kContent.size());
  if (begin == std::string::npos || end == std::string::npos) return std::nullopt;
  manifest.replace(begin + kContent.size(), end - begin - kContent.size(), digests.content_sha256);
  for (const auto& [before, after] : digests.pages) {
    const std::string old = fmt::format("\n      \"page_sha256\": \"{}\"", before);
    const std::size_t place = manifest.find(old);
    if (place == std::string::npos || manifest.find(old, place + 1) != std::string::npos) {
      return std::nullopt;
    }
    manifest.replace(place, old.size(), fmt::format("\n      \"page_sha256\": \"{}\"", after));
  }
  return manifest;
}

Result<Manifest> read_manifest(std::string_view text) {
  try {
    return read(Json::parse(text));
  } catch (const BadManifest& bad) {
    return failure(ErrorKind::Invalid, fmt::format("{}: {}", kManifestFileName, bad.what()));
  } catch (const Json::exception& bad) {
    return failure(ErrorKind::Invalid, fmt::format("{}: {}", kManifestFileName, bad.what()));
  }
}

}  // namespace gongshi
