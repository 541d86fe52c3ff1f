#include "generator/load/content_path.h"

#include <utility>
#include <vector>

namespace gongshi {
namespace {

using Parts = std::vector<std::string_view>;

Parts split(std::string_view path) {
  Parts parts;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/')) {
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  parts.push_back(path);
  return parts;
}

// The name in front of `ending`; empty when the file has another ending.
std::string stem(std::string_view name, std::string_view ending) {
  if (!name.ends_with(ending)) return "";
  return std::string(name.substr(0, name.size() - ending.size()));
}

ContentPath named(FileKind kind, std::string campaign, std::string id) {
  if (id.empty()) kind = FileKind::Other;
  return {.kind = kind, .campaign = std::move(campaign), .id = std::move(id)};
}

FileKind kind_in_campaign(std::string_view name) {
  if (name == "campaign.toml") return FileKind::Campaign;
  if (name == "criteria.md") return FileKind::Criteria;
  if (name == "candidates.csv") return FileKind::Candidates;
  if (name == "decree.md") return FileKind::Decree;
  return FileKind::Other;
}

FileKind kind_in_notice(const Parts& parts) {
  if (parts.size() == 6 && parts[4] == "attachments") return FileKind::Attachment;
  if (parts.size() != 5) return FileKind::Other;
  if (parts[4] == "notice.md") return FileKind::Notice;
  if (parts[4] == "closing.toml") return FileKind::Closing;
  return FileKind::Other;
}

ContentPath classify_in_campaign(const Parts& parts) {
  std::string campaign(parts[1]);
  if (parts.size() == 3) {
    return {.kind = kind_in_campaign(parts[2]), .campaign = std::move(campaign), .id = ""};
  }
  if (parts.size() == 4 && parts[2] == "deeds") {
    return named(FileKind::Deeds, std::move(campaign), stem(parts[3], ".md"));
  }
  if (parts.size() >= 5 && parts[2] == "notices") {
    return {.kind = kind_in_notice(parts),
            .campaign = std::move(campaign),
            .id = std::string(parts[3])};
  }
  return {.kind = FileKind::Other, .campaign = std::move(campaign), .id = ""};
}

}  // namespace

ContentPath classify(std::string_view path) {
  const Parts parts = split(path);
  if (path == "site.toml") return {.kind = FileKind::Site, .campaign = "", .id = ""};
  if (parts.size() == 2 && parts[0] == "calendars") {
    return named(FileKind::Calendar, "", stem(parts[1], ".toml"));
  }
  if (parts.size() == 2 && parts[0] == "pages") {
    return named(FileKind::Page, "", stem(parts[1], ".md"));
  }
  if (parts.size() >= 3 && parts[0] == "campaigns") return classify_in_campaign(parts);
  return {};
}

std::string_view campaign_of(std::string_view path) {
  constexpr std::string_view kCampaigns = "campaigns/";
  if (!path.starts_with(kCampaigns)) return {};
  path.remove_prefix(kCampaigns.size());
  return path.substr(0, path.find('/'));
}

std::string campaign_folder(std::string_view campaign) {
  return "campaigns/" + std::string(campaign) + "/";
}

std::string notice_folder(std::string_view campaign, std::string_view notice) {
  return campaign_folder(campaign) + "notices/" + std::string(notice) + "/";
}

std::set<std::string, std::less<>> known_calendars(const SourceTree& tree) {
  std::set<std::string, std::less<>> ids;
  for (const auto& [path, bytes] : tree.below("calendars/")) {
    ContentPath file = classify(path);
    if (file.kind == FileKind::Calendar) ids.insert(std::move(file.id));
  }
  return ids;
}

}  // namespace gongshi
