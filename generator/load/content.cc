#include "generator/load/content.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "generator/load/campaign_file.h"
#include "generator/load/case_collisions.h"
#include "generator/load/content_digest.h"
#include "generator/load/content_path.h"
#include "generator/load/find_by_id.h"
#include "generator/load/notice_file.h"
#include "generator/load/page_file.h"
#include "generator/load/parallel.h"
#include "generator/load/site_file.h"

namespace gongshi {
namespace {

// What there is to load, by the names of files and folders alone.
struct Inventory {
  std::set<std::string> pages;
  std::map<CampaignId, std::set<NoticeId>> campaigns;
};

class InventoryTaker {
 public:
  InventoryTaker(const SourceTree& tree, Diagnostics& problems)
      : tree_(tree), problems_(problems) {}

  Inventory take() {
    Inventory found;
    for (const auto& [path, bytes] : tree_.files) take_file(path, found);
    return found;
  }

 private:
  void take_file(const std::string& path, Inventory& found) {
    const ContentPath file = classify(path);
    if (file.kind == FileKind::Other) {
      report(path, Level::Warning, "unused-file", "没有哪一页用到这个文件；请检查它的名称和位置");
    }
    if (file.kind == FileKind::Page && is_named_well(path, file.id)) found.pages.insert(file.id);
    if (file.campaign.empty() || !is_named_well(path, file.campaign)) return;
    std::set<NoticeId>& notices = found.campaigns[*CampaignId::parse(file.campaign)];
    const bool in_notice = path.starts_with(campaign_folder(file.campaign) + "notices/");
    if (!in_notice || file.id.empty() || !is_named_well(path, file.id)) return;
    notices.insert(*NoticeId::parse(file.id));
  }

  // A folder's name is said once, not for each of its files.
  bool is_named_well(const std::string& path, const std::string& name) {
    if (is_identifier(name)) return true;
    if (said_.insert(name).second) {
      report(path, Level::Error, "not-an-identifier", not_an_identifier(name).message);
    }
    return false;
  }

  void report(const std::string& path, Level level, std::string code, std::string message) {
    problems_.push_back({.place = {.file = tree_.shown(path)},
                         .level = level,
                         .code = std::move(code),
                         .message = std::move(message)});
  }

  const SourceTree& tree_;
  Diagnostics& problems_;
  std::set<std::string> said_;
};

std::vector<Sha256> digests_of(const SourceTree& tree, int jobs) {
  std::vector<const std::string*> files;
  files.reserve(tree.files.size());
  for (const auto& [path, bytes] : tree.files) files.push_back(&bytes);
  std::vector<Sha256> digests(files.size());
  in_parallel(files.size(), jobs, [&](std::size_t i) { digests[i] = sha256(*files[i]); });
  return digests;
}

// The folder's own name is not part of it: the same content has the same digest anywhere.
std::string digest_of(const SourceTree& tree, const std::vector<Sha256>& digests) {
  ContentDigest digest;
  std::size_t place = 0;
  for (const auto& [path, bytes] : tree.files) digest.add(path, digests[place++]);
  return digest.text();
}

std::vector<SourceFile> calendar_files(const SourceTree& tree, const Site& site,
                                       Diagnostics& problems) {
  std::vector<SourceFile> files;
  for (const auto& [path, bytes] : tree.below("calendars/")) {
    if (classify(path).kind == FileKind::Calendar) {
      files.push_back({.path = tree.shown(path), .bytes = bytes});
    }
  }
  if (files.empty()) {
    const std::string id = site.calendar.empty() ? "cn" : site.calendar.text();
    problems.push_back({.place = {.file = tree.shown("calendars/" + id + ".toml")},
                        .code = "missing-file",
                        .message = "没有这个文件；没有日历就算不出公示期，请新建它"});
  }
  return files;
}

// What there is of one campaign.
struct LoadedCampaign {
  std::optional<Campaign> campaign;
  std::vector<Notice> notices;
  Diagnostics problems;
};

LoadedCampaign load_one(const SourceTree& tree, const Site& site, const CampaignId& id,
                        const std::set<NoticeId>& notice_ids) {
  LoadedCampaign loaded;
  loaded.campaign = load_campaign(tree, id, loaded.problems);
  for (const NoticeId& notice_id : notice_ids) {
    auto notice = load_notice(tree, site, *loaded.campaign, notice_id, loaded.problems);
    if (notice) loaded.notices.push_back(*std::move(notice));
  }
  return loaded;
}

// In the order of their ids.
std::vector<LoadedCampaign> load_campaigns(const SourceTree& tree, const Site& site,
                                           const std::map<CampaignId, std::set<NoticeId>>& found,
                                           int jobs) {
  std::vector<std::pair<CampaignId, std::set<NoticeId>>> ids(found.begin(), found.end());
  std::vector<LoadedCampaign> loaded(ids.size());
  in_parallel(ids.size(), jobs, [&](std::size_t i) {
    loaded[i] = load_one(tree, site, ids[i].first, ids[i].second);
  });
  return loaded;
}

void add_notice(std::map<NoticeId, Notice>& notices, Notice&& notice, Diagnostics& problems) {
  const auto taken = notices.find(notice.id);
  if (taken == notices.end()) {
    const NoticeId id = notice.id;
    notices.emplace(id, std::move(notice));
    return;
  }
  problems.push_back({.place = notice.place,
                      .code = "duplicate-id",
                      .message = fmt::format("“{}”已经是 {} 的编号；公示的编号全站不能重复，"
                                             "请给这个文件夹改名",
                                             notice.id.text(), taken->second.place.file)});
}

}  // namespace

const Campaign* Content::find(const CampaignId& campaign) const {
  return find_in_order(campaigns, campaign);
}

const Notice* Content::find(const NoticeId& notice) const { return find_in_order(notices, notice); }

Content load_content(const SourceTree& tree, Diagnostics& problems, int jobs) {
  Content content;
  content.digests = digests_of(tree, jobs);
  content.sha256 = digest_of(tree, content.digests);
  content.site = load_site(tree, problems);
  content.calendars = calendar_files(tree, content.site, problems);
  report_case_collisions(tree, problems);
  const Inventory inventory = InventoryTaker(tree, problems).take();
  std::map<NoticeId, Notice> notices;
  for (LoadedCampaign& one : load_campaigns(tree, content.site, inventory.campaigns, jobs)) {
    problems.insert(problems.end(), one.problems.begin(), one.problems.end());
    content.campaigns.push_back(*std::move(one.campaign));
    for (Notice& notice : one.notices) add_notice(notices, std::move(notice), problems);
  }
  for (auto& [id, notice] : notices) content.notices.push_back(std::move(notice));
  for (const std::string& id : inventory.pages) {
    if (auto page = load_page(tree, id, problems)) content.pages.push_back(*std::move(page));
  }
  return content;
}

}  // namespace gongshi
