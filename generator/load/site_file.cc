#include "generator/load/site_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "generator/load/content_path.h"
#include "generator/load/disclosure_tables.h"
#include "generator/load/fields.h"
#include "generator/load/text_file.h"

namespace gongshi {
namespace {

constexpr const char* kSiteFile = "site.toml";

constexpr std::array<std::string_view, 3> kContactKeys = {"phone", "email", "address"};

bool is_base_url(std::string_view text) {
  const bool has_host = (text.starts_with("https://") && text.size() > 8) ||
                        (text.starts_with("http://") && text.size() > 7);
  return has_host && !text.ends_with('/') &&
         text.find_first_of(" \t\r\n\"'<>?#") == std::string_view::npos;
}

std::string read_base_url(TomlTable& table) {
  std::string url = table.required_text("base_url");
  if (url.empty() || is_base_url(url)) return url;
  table.report(table.place_of("base_url"), "not-a-base-url",
               "“base_url”应当像 https://gongshi.example：以 https:// 开头，末尾不带斜线");
  return url;
}

// The form of C2SP signed-note, of an Ed25519 key: name, eight hexadecimal digits, 33 bytes.
// Whether they fit together the page says that uses it.
bool is_log_key(std::string_view text) {
  const std::size_t name = text.find('+');
  if (name == 0 || name == std::string_view::npos) return false;
  const std::string_view id = text.substr(name + 1, 8);
  const std::string_view rest = text.substr(std::min(text.size(), name + 9));
  constexpr std::string_view kBase64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return id.size() == 8 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
         rest.size() == 45 && rest.front() == '+' &&
         rest.find_first_not_of(kBase64) == std::string_view::npos;
}

std::string read_log_key(TomlTable& table) {
  std::string key = table.text("log_key").value_or("");
  if (key.empty() || is_log_key(key)) return key;
  table.report(table.place_of("log_key"), "not-a-log-key",
               "“log_key”应当是数据文件夹里 log.vkey 的那一行：名称、八位校验码和一串字母数字，"
               "中间用加号连接");
  return key;
}

// One that reaches past the law's time says so; a number that is none at all is a slip.
int read_period(TomlTable& table, std::string_view key, int usual, int most, int legal_days) {
  const auto number = table.integer(key);
  if (!number) return usual;
  if (1 <= *number && *number <= most) return static_cast<int>(*number);
  table.report(table.place_of(key), "out-of-range",
               fmt::format("“{}”应在 1 到 {} 个工作日之间，这里是 {}；法定期限是{}日，"
                           "本单位的期限要在它以内",
                           key, most, *number, legal_days));
  return usual;
}

HandlingPeriods read_handling(TomlTable& site) {
  HandlingPeriods periods;
  std::optional<TomlTable> table = site.table("handling");
  if (!table) return periods;
  periods.tell_within = read_period(*table, "tell_within", periods.tell_within, kTellWithinMax, 15);
  periods.conclude_within =
      read_period(*table, "conclude_within", periods.conclude_within, kConcludeWithinMax, 60);
  periods.extension = read_period(*table, "extension", periods.extension, kExtensionMax, 30);
  table->report_unknown_keys();
  return periods;
}

std::vector<FooterEntry> read_footer(TomlTable& table) {
  std::vector<FooterEntry> entries;
  for (TomlTable& entry : table.tables("footer")) {
    entries.push_back(
        {.label = entry.required_text("label"), .value = entry.required_text("value")});
    entry.report_unknown_keys();
  }
  return entries;
}

}  // namespace

Site load_site(const SourceTree& tree, Diagnostics& problems) {
  Site site;
  site.place = {.file = tree.shown(kSiteFile)};
  const auto text =
      read_required_text(tree, kSiteFile, "写上网站名称、网址、发布机构和日历", problems);
  if (!text) return site;
  auto table = parse_toml(*text, tree.shown(kSiteFile), 0, problems);
  if (!table) return site;
  site.name = table->required_text("name");
  site.base_url = read_base_url(*table);
  site.publisher = table->required_text("publisher");
  site.calendar = read_id<CalendarId>(*table, "calendar");
  site.phone = table->text("phone").value_or("");
  site.email = table->text("email").value_or("");
  site.address = table->text("address").value_or("");
  site.log_key = read_log_key(*table);
  site.handling = read_handling(*table);
  site.footer = read_footer(*table);
  site.waivers = read_waivers(*table);
  site.contact_lines = lines_of(*table, kContactKeys);
  table->report_unknown_keys();
  if (!site.calendar.empty()) {
    report_unknown_reference(problems, table->place_of("calendar"), "日历", site.calendar.text(),
                             known_calendars(tree));
  }
  return site;
}

}  // namespace gongshi
