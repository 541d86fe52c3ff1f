#include "generator/command/purge_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/notice/manifest.h"
#include "generator/notice/percent_encoding.h"
#include "generator/render/render_site.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

using Digests = std::map<std::string, Sha256>;  // by path below the site's root

Result<Digests> render(const CheckedContent& checked) {
  const TemplateSet templates = TemplateSet::embedded();
  const SiteModel site{.content = checked.content,
                       .windows = checked.windows,
                       .calendars = checked.calendars,
                       .templates = templates};
  Digests digests;
  const auto manifest =
      render_site(site, plan_site(site, Instant()), 1,
                  [&](const std::string& path, std::string_view bytes) -> Result<void> {
                    digests.emplace(path, sha256(bytes));
                    return {};
                  });
  if (!manifest) return tl::unexpected<Error>(manifest.error());
  digests.emplace(kManifestFileName, sha256(write_manifest(*manifest)));
  return digests;
}

// Pages are linked by their folders.
std::string address_of(const std::string& base_url, std::string path) {
  constexpr std::string_view kIndex = "index.html";
  const bool is_page = path == kIndex || path.ends_with("/index.html");
  if (is_page) path.resize(path.size() - kIndex.size());
  return base_url + "/" + percent_encode_path(path);
}

}  // namespace

Result<PurgeList> purge_list(const CheckedContent& before, const CheckedContent& after) {
  const Result<Digests> old_site = render(before);
  if (!old_site) return tl::unexpected(old_site.error());
  const Result<Digests> new_site = render(after);
  if (!new_site) return tl::unexpected(new_site.error());
  const std::string& base_url = before.content.site.base_url;
  PurgeList list;
  for (const auto& [path, digest] : *old_site) {
    const auto now = new_site->find(path);
    if (now == new_site->end()) {
      list.gone.push_back(address_of(base_url, path));
    } else if (now->second != digest || path == kHomePath) {
      list.changed.push_back(address_of(base_url, path));
    }
  }
  std::ranges::sort(list.gone);
  std::ranges::sort(list.changed);
  return list;
}

}  // namespace gongshi
