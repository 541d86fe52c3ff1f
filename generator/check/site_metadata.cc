#include "generator/check/site_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

constexpr std::string_view kWanted[] = {"ICP备案号", "网站标识码"};

// RFC 2606 keeps .example for such uses.
bool is_example(std::string_view base_url) {
  const std::size_t host = base_url.find("://");
  if (host == std::string_view::npos) return false;
  base_url.remove_prefix(host + 3);
  return base_url.substr(0, base_url.find_first_of(":/")).ends_with(".example");
}

}  // namespace

void check_site_metadata(const Site& site, Diagnostics& problems) {
  if (site.base_url.empty() || is_example(site.base_url)) return;  // empty: loading said so
  std::string missing;
  for (const std::string_view label : kWanted) {
    if (std::ranges::find(site.footer, label, &FooterEntry::label) != site.footer.end()) continue;
    missing += missing.empty() ? "" : "、";
    missing += label;
  }
  if (missing.empty()) return;
  report_rule(problems, site.place, "site-metadata-missing",
              fmt::format("页脚缺少{}；请在 site.toml 的 [[footer]] 里补上", missing));
}

}  // namespace gongshi
