#include "tests/fuzz/fuzzed_content.h"

#include <algorithm>
#include <cstdlib>

#include "generator/calendar/calendar_set.h"
#include "generator/check/check.h"
#include "generator/load/content.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

SourceTree good_tree() {
  SourceTree tree;
  tree.files["site.toml"] =
      "name = '示例'\nbase_url = 'https://gongshi.example'\npublisher = '办公室'\n"
      "calendar = 'cn'\n";
  tree.files["calendars/cn.toml"] =
      "title = '全国'\n[year.2017]\nnotice = '示办发〔2016〕17号'\nissued = 2016-12-01\n"
      "holidays = [{ name = '端午节', from = 2017-05-28, to = 2017-05-30 }]\n";
  tree.files[kFuzzedCampaign] =
      "title = '评选'\n[[basis]]\ntitle = '通知'\n[[award]]\nid = 'a'\ntitle = '先进'\n"
      "kind = 'individual'\n[[step]]\nid = 's'\ntitle = '公示'\nkind = 'publicity'\n"
      "working_days = 5\n";
  tree.files["campaigns/p/criteria.md"] = "事迹突出。\n";
  tree.files[kFuzzedCandidates] = "id,award,name,unit\nx,a,张𬱖,乙局\ny,a,李四,甲局\n";
  tree.files["campaigns/p/deeds/x.md"] = "走村入户。\n";
  tree.files["campaigns/p/deeds/y.md"] = "解决难题。\n";
  tree.files[kFuzzedNotice] =
      "+++\ntitle = '公示'\nstep = 's'\npublished_at = 2017-06-21T00:00:00+08:00\n"
      "[[channel]]\nkind = 'phone'\nvalue = '0000-1234567'\n[[channel]]\nkind = 'letter'\n"
      "value = '甲路1号'\n[[review]]\nby = '王五'\non = 2017-06-20\n+++\n现予公示。\n";
  return tree;
}

// Lines count by LF; a place may be the end of its line, or of the file.
void expect_within(const Place& place, const SourceTree& tree) {
  expect(place.file.starts_with(tree.shown("")));
  const auto found = tree.files.find(place.file.substr(tree.shown("").size()));
  if (place.line == 0) return;
  expect(found != tree.files.end());
  std::string_view rest = found->second;
  for (int line = 1; line < place.line; ++line) {
    const std::size_t end = rest.find('\n');
    expect(end != std::string_view::npos);
    rest.remove_prefix(end + 1);
  }
  // A table in another encoding counts the characters that it was decoded to: fewer than bytes.
  const std::string_view line = rest.substr(0, rest.find('\n'));
  const std::size_t characters = first_invalid_utf8(rest) ? line.size() : count_code_points(line);
  expect(1 <= place.column && static_cast<std::size_t>(place.column) <= characters + 1);
}

void expect_consistent(const Content& content, const Windows& windows) {
  for (const Notice& notice : content.notices) {
    const Campaign* campaign = content.find(notice.campaign);
    expect(campaign != nullptr && campaign->find(notice.step) != nullptr);
    expect(windows.contains(notice.id));
    for (const CandidateId& id : notice.candidates) expect(campaign->find(id) != nullptr);
  }
  for (const Campaign& campaign : content.campaigns) {
    for (const Candidate& candidate : campaign.candidates) {
      expect(campaign.find(candidate.award) != nullptr);
      expect(!candidate.name.empty() && !candidate.deeds.empty());
    }
  }
}

}  // namespace

void expect_sound_content(const std::string& file, std::string_view bytes) {
  SourceTree tree = good_tree();
  tree.files[file] = bytes;
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  Diagnostics again;
  load_content(tree, again);
  expect(problems == again);
  const CalendarSet calendars = read_calendars(content.calendars, problems);
  const Checked checked = check_content(tree, content, calendars);
  problems.insert(problems.end(), checked.problems.begin(), checked.problems.end());
  for (const Diagnostic& problem : problems) {
    expect(!problem.code.empty() && !problem.message.empty());
    expect_within(problem.place, tree);
  }
  if (!has_errors(problems)) expect_consistent(content, checked.windows);
}

}  // namespace gongshi
