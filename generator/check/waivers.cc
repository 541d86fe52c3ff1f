#include "generator/check/waivers.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/check/rules.h"
#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

// Codes of warnings that are no rules: of loading and of the calendars.
constexpr std::string_view kOtherWarnings[] = {"unused-file", "calendar-issued",
                                               "calendar-make-up-far"};

struct Entry {
  const Waiver* waiver = nullptr;
  const Candidate* candidate = nullptr;  // null also when the one it names is unknown
  bool used = false;
};

std::string folder_of(const std::string& file) { return file.substr(0, file.rfind('/') + 1); }

bool is_about(const Diagnostic& problem, const Candidate& candidate) {
  if (problem.place.file == candidate.deeds_place.file) return true;
  if (problem.place.file != candidate.place.file) return false;
  const auto on_line = [&](const CandidateCell& cell) { return cell.line == problem.place.line; };
  return problem.place.line == candidate.place.line ||
         std::ranges::any_of(candidate.cells, on_line);
}

class WaiverBook {
 public:
  explicit WaiverBook(const Content& content) {
    for (const Waiver& waiver : content.site.waivers) add(waiver, nullptr);
    for (const Campaign& campaign : content.campaigns) add_all(campaign.waivers, &campaign);
    for (const Notice& notice : content.notices) {
      add_all(notice.waivers, content.find(notice.campaign));
    }
    site_folder_ = folder_of(content.site.place.file);
  }

  // Whether a waiver silences the problem; it then counts as used.
  bool silences(const Diagnostic& problem) {
    if (problem.level != Level::Warning) return false;
    const std::string& file = problem.place.file;
    bool silenced = false;
    for (std::size_t slash = file.find('/'); slash != std::string::npos;
         slash = file.find('/', slash + 1)) {
      silenced |= silences_in(file.substr(0, slash + 1), problem);
    }
    return silenced;
  }

  template <class See>
  void each(See see) const {
    for (const auto& [folder, entries] : folders_) {
      for (const Entry& entry : entries) see(entry);
    }
  }

 private:
  void add_all(const std::vector<Waiver>& waivers, const Campaign* campaign) {
    for (const Waiver& waiver : waivers) add(waiver, campaign);
  }

  void add(const Waiver& waiver, const Campaign* campaign) {
    Entry entry{.waiver = &waiver};
    if (waiver.candidate && campaign != nullptr) {
      entry.candidate = campaign->find(*waiver.candidate);
    }
    folders_[folder_of(waiver.place.file)].push_back(entry);
  }

  bool silences_in(const std::string& folder, const Diagnostic& problem) {
    const auto entries = folders_.find(folder);
    if (entries == folders_.end()) return false;
    const bool is_in_campaign =
        std::string_view(problem.place.file).substr(folder.size()).starts_with("campaigns/");
    if (folder == site_folder_ && is_in_campaign) return false;
    bool silenced = false;
    for (Entry& entry : entries->second) {
      if (!reaches(entry, problem)) continue;
      entry.used = true;
      silenced = true;
    }
    return silenced;
  }

  static bool reaches(const Entry& entry, const Diagnostic& problem) {
    if (entry.waiver->code != problem.code) return false;
    if (!entry.waiver->candidate) return true;
    return entry.candidate != nullptr && is_about(problem, *entry.candidate);
  }

  std::map<std::string, std::vector<Entry>> folders_;
  std::string site_folder_;
};

// The levels of all codes that are known: those of the rules, of the warnings that are none, and of
// whatever else was found.
std::map<std::string, Level, std::less<>> known_levels(const Diagnostics& problems) {
  std::map<std::string, Level, std::less<>> levels;
  for (const Rule& rule : rules()) levels.emplace(rule.code, rule.level);
  for (const std::string_view code : kOtherWarnings) levels.emplace(code, Level::Warning);
  for (const Diagnostic& problem : problems) levels.emplace(problem.code, problem.level);
  return levels;
}

class WaiverChecker {
 public:
  explicit WaiverChecker(const Diagnostics& problems) : levels_(known_levels(problems)) {
    for (const auto& [code, level] : levels_) names_.insert(code);
  }

  void check(const Entry& entry, Diagnostics& problems) const {
    const Waiver& waiver = *entry.waiver;
    if (waiver.code.empty()) return;  // loading said so
    const auto level = levels_.find(waiver.code);
    if (level == levels_.end()) {
      report_rule(problems, waiver.place, "waiver-unknown-code", unknown(waiver.code));
    } else if (level->second == Level::Error) {
      report_rule(
          problems, waiver.place, "waiver-of-error",
          fmt::format("“{}”是错误，不能用 [[waiver]] 略过；请改正内容，删去这一节", waiver.code));
    } else if (!entry.used) {
      report_rule(problems, waiver.place, "waiver-unused",
                  fmt::format("这里没有“{}”这种提醒{}；请删去这一节 [[waiver]]", waiver.code,
                              waiver.candidate ? "涉及“" + waiver.candidate->text() + "”" : ""));
    }
  }

 private:
  std::string unknown(const std::string& code) const {
    const std::string nearest = nearest_spelling(code, names_);
    return fmt::format("没有“{}”这种提醒{}；请照抄提醒的方括号里的代码", code,
                       nearest.empty() ? "" : fmt::format("（是不是“{}”？）", nearest));
  }

  std::map<std::string, Level, std::less<>> levels_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace

void apply_waivers(const Content& content, Diagnostics& problems) {
  WaiverBook book(content);
  const WaiverChecker checker(problems);
  std::erase_if(problems, [&](const Diagnostic& problem) { return book.silences(problem); });
  book.each([&](const Entry& entry) { checker.check(entry, problems); });
}

}  // namespace gongshi
