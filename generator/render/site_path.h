// Where each page stands below the site's root. Folders end in '/', are permanent, and their page
// is the index.html inside.
#ifndef GENERATOR_RENDER_SITE_PATH_H_
#define GENERATOR_RENDER_SITE_PATH_H_

#include <string>

#include "generator/load/content.h"

namespace gongshi {

inline constexpr const char* kHomePath = "index.html";
inline constexpr const char* kNotFoundPath = "404.html";
inline constexpr const char* kAtomFeedName = "feed.atom";  // at the root and of each campaign
inline constexpr const char* kJsonFeedName = "feed.json";
inline constexpr const char* kOpenCalendarPath = "open.ics";
inline constexpr const char* kManifestSchemaPath = "schema/publicity.v1.json";
inline constexpr const char* kSitemapPath = "sitemap.xml";
inline constexpr const char* kRobotsPath = "robots.txt";
inline constexpr const char* kSearchFolder = "search/";
inline constexpr const char* kVerifyFolder = "verify/";
inline constexpr const char* kSearchIndexPath = "search.json";
inline constexpr const char* kListName = "list.csv";
inline constexpr const char* kArchiveFolder = "archive/";
inline constexpr const char* kCampaignsFolder = "campaigns/";
inline constexpr const char* kCandidatesFolder = "candidates/";
inline constexpr const char* kUnitsFolder = "units/";
inline constexpr const char* kSiteMapFolder = "sitemap/";  // for people; sitemap.xml for programs

inline std::string notice_folder(const Notice& notice) {
  return "notices/" + notice.id.text() + "/";
}
inline std::string result_folder(const Notice& notice) { return notice_folder(notice) + "result/"; }
inline std::string print_folder(const Notice& notice) { return notice_folder(notice) + "print/"; }
inline std::string notice_list_path(const Notice& notice) {
  return notice_folder(notice) + kListName;
}
inline std::string notice_calendar_path(const Notice& notice) {
  return notice_folder(notice) + "window.ics";
}
// As the file is called: an address needs percent_encode_path().
inline std::string attachment_path(const Notice& notice, const Attachment& attachment) {
  return notice_folder(notice) + "attachments/" + attachment.file;
}
inline std::string campaign_page_folder(const Campaign& campaign) {
  return kCampaignsFolder + campaign.id.text() + "/";
}
inline std::string candidate_folder(const Campaign& campaign, const Candidate& candidate) {
  return campaign_page_folder(campaign) + "candidates/" + candidate.id.text() + "/";
}
inline std::string archive_year_folder(int year) {
  return kArchiveFolder + std::to_string(year) + "/";
}
inline std::string text_page_folder(const Page& page) { return "pages/" + page.id + "/"; }
inline std::string index_of(const std::string& folder) { return folder + "index.html"; }

// Relative to the site's root, like the folders; the daemon answers there (DESIGN 9).
inline std::string objection_form(const Notice& notice) {
  return "objections/new?notice=" + notice.id.text();
}
inline std::string objection_form(const Notice& notice, const Candidate& candidate) {
  return objection_form(notice) + "&candidate=" + candidate.id.text();
}

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SITE_PATH_H_
