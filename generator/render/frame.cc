#include "generator/render/frame.h"

#include <algorithm>

#include "generator/render/address.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

constexpr std::string_view kSiteCodeLabel = "网站标识码";

std::string_view after_scheme(std::string_view url) {
  const auto scheme = url.find("://");
  return scheme == std::string_view::npos ? url : url.substr(scheme + 3);
}

// Every page carries these (DOMAIN 4.1); the code only when the office has one.
std::vector<Meta> site_meta(const Site& site) {
  std::vector<Meta> meta = {{"SiteName", site.name},
                            {"SiteDomain", std::string(host_of(site.base_url))}};
  const auto code = std::ranges::find(site.footer, kSiteCodeLabel, &FooterEntry::label);
  if (code != site.footer.end()) meta.push_back({"SiteIDCode", code->value});
  return meta;
}

PageData describe(const std::vector<Meta>& meta) {
  PageData list = PageData::array();
  for (const Meta& entry : meta) list.push_back({{"name", entry.name}, {"content", entry.content}});
  return list;
}

// "2017-06-21 09:00"
std::string to_minutes(Instant instant) {
  std::string text = to_text(instant).substr(0, 16);
  text[10] = ' ';
  return text;
}

void append_article(const PageHead& head, std::vector<Meta>& meta) {
  meta.push_back({"ArticleTitle", head.title});
  if (head.article->published) meta.push_back({"PubDate", to_minutes(*head.article->published)});
  meta.push_back({"ContentSource", head.article->source});
}

void append_column(const SiteModel& site, const PageHead& head, std::vector<Meta>& meta) {
  meta.push_back({"ColumnName", head.title});
  meta.push_back({"ColumnDescription", head.column->description});
  meta.push_back({"ColumnKeywords", site.templates.message("column.keywords")});
  meta.push_back({"ColumnType", site.templates.message("column.type")});
}

std::vector<Meta> meta_of(const SiteModel& site, const PageHead& head) {
  std::vector<Meta> meta = site_meta(site.content.site);
  if (head.article) append_article(head, meta);
  if (head.column) append_column(site, head, meta);
  if (!head.description.empty()) meta.push_back({"Description", head.description});
  if (head.noindex) meta.push_back({"robots", "noindex"});
  meta.insert(meta.end(), head.meta.begin(), head.meta.end());
  return meta;
}

// The one address under which the page should be known; "" for the page that answers for any.
std::string canonical_address(const SiteModel& site, const PageHead& head) {
  if (head.path == kNotFoundPath) return "";
  return address_of(site.content.site, head.same_as.empty() ? head.path : head.same_as);
}

// What a chat shows of a link (Open Graph).
PageData describe_card(const SiteModel& site, const PageHead& head) {
  const std::string address = canonical_address(site, head);
  if (address.empty()) return PageData::array();
  std::vector<Meta> card = {{"og:title", head.title},
                            {"og:type", head.article ? "article" : "website"},
                            {"og:url", address},
                            {"og:site_name", site.content.site.name},
                            {"og:description", head.description},
                            {"og:locale", "zh_CN"}};
  std::erase_if(card, [](const Meta& entry) { return entry.content.empty(); });
  return describe(card);
}

PageData describe_alternates(const SiteModel& site, const PageHead& head) {
  PageData list = PageData::array({{{"type", "application/atom+xml"},
                                    {"title", site.content.site.name},
                                    {"url", kAtomFeedName}}});
  for (const Alternate& alternate : head.alternates) {
    list.push_back({{"type", alternate.type}, {"title", alternate.title}, {"url", alternate.url}});
  }
  return list;
}

PageData describe_footer(const SiteModel& model) {
  const Site& site = model.content.site;
  std::vector<FooterEntry> entries = {{model.templates.message("footer.phone"), site.phone},
                                      {model.templates.message("footer.email"), site.email},
                                      {model.templates.message("footer.address"), site.address}};
  std::erase_if(entries, [](const FooterEntry& entry) { return entry.value.empty(); });
  entries.insert(entries.end(), site.footer.begin(), site.footer.end());
  PageData footer = PageData::array();
  for (const FooterEntry& entry : entries) {
    footer.push_back({{"label", entry.label}, {"value", entry.value}});
  }
  return footer;
}

PageData describe_site(const SiteModel& model) {
  const Content& content = model.content;
  PageData pages = PageData::array();
  for (const Page& page : content.pages) {
    pages.push_back({{"url", text_page_folder(page)}, {"title", page.title}});
  }
  return {{"name", content.site.name},
          {"publisher", content.site.publisher},
          {"footer", describe_footer(model)},
          {"pages", std::move(pages)}};
}

}  // namespace

PageData frame(const SiteModel& site, const PageHead& head) {
  return {{"root", path_to_root(head.path)},
          {"title", head.title},
          {"site", describe_site(site)},
          {"meta", describe(meta_of(site, head))},
          {"canonical", canonical_address(site, head)},
          {"card", describe_card(site, head)},
          {"alternates", describe_alternates(site, head)},
          {"scripts", head.scripts},
          {"banner", ""}};
}

std::string path_to_root(std::string_view path) {
  const auto depth = std::ranges::count(path, '/');
  if (depth == 0) return "./";
  std::string up;
  for (auto i = depth; i > 0; --i) up += "../";
  return up;
}

std::string_view host_of(std::string_view base_url) {
  const std::string_view rest = after_scheme(base_url);
  return rest.substr(0, rest.find_first_of(":/"));
}

std::string root_path_of(std::string_view base_url) {
  const std::string_view rest = after_scheme(base_url);
  const auto slash = rest.find('/');
  std::string path(slash == std::string_view::npos ? "" : rest.substr(slash));
  if (!path.ends_with('/')) path += '/';
  return path;
}

}  // namespace gongshi
