#include "generator/render/sitemap.h"

#include "generator/render/address.h"
#include "generator/render/frame.h"
#include "generator/render/site_path.h"
#include "generator/render/xml.h"

namespace gongshi {
namespace {

constexpr const char* kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

OutputElement located(const char* name, std::string address) {
  return {.name = name, .children = {{.name = "loc", .text = std::move(address)}}};
}

}  // namespace

std::string write_sitemap(const Site& site, const std::vector<SitemapEntry>& entries) {
  OutputElement root{.name = "urlset", .attributes = {{"xmlns", kNamespace}}};
  for (const SitemapEntry& entry : entries) {
    OutputElement url = located("url", address_of(site, entry.path));
    if (entry.changed) url.children.push_back({.name = "lastmod", .text = to_text(*entry.changed)});
    root.children.push_back(std::move(url));
  }
  return to_xml(root);
}

std::string write_sitemap_index(const Site& site, const std::vector<std::string>& paths) {
  OutputElement root{.name = "sitemapindex", .attributes = {{"xmlns", kNamespace}}};
  for (const std::string& path : paths) {
    root.children.push_back(located("sitemap", address_of(site, path)));
  }
  return to_xml(root);
}

std::string write_robots(const Site& site) {
  const std::string root = root_path_of(site.base_url);
  return "User-agent: *\nDisallow: " + root + "objections\nDisallow: " + root +
         "status\nDisallow: " + root + "notices/*/" + kListName + "\nDisallow: " + root +
         kSearchIndexPath + "\nSitemap: " + address_of(site, kSitemapPath) + "\n";
}

}  // namespace gongshi
