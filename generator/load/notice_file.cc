#include "generator/load/notice_file.h"

#include <array>
#include <string>
#include <utility>

#include "generator/load/attachments.h"
#include "generator/load/closing_file.h"
#include "generator/load/content_path.h"
#include "generator/load/disclosure_tables.h"
#include "generator/load/fields.h"
#include "generator/load/front_matter.h"
#include "generator/load/text_file.h"

namespace gongshi {
namespace {

constexpr std::array<Word<CountFrom>, 2> kCountFrom = {{
    {"same-day", CountFrom::SameDay},
    {"next-day", CountFrom::NextDay},
}};
constexpr std::array<Word<std::string_view>, 6> kChannelKinds = {{
    {"phone", "phone"},
    {"letter", "letter"},
    {"email", "email"},
    {"visit", "visit"},
    {"fax", "fax"},
    {"online", "online"},
}};

const std::array<Word<CorrectionKind>, 4> kCorrectionKinds = {{
    {to_text(CorrectionKind::Slip), CorrectionKind::Slip},
    {to_text(CorrectionKind::Substantive), CorrectionKind::Substantive},
    {to_text(CorrectionKind::Addition), CorrectionKind::Addition},
    {to_text(CorrectionKind::Removal), CorrectionKind::Removal},
}};
constexpr std::array<std::string_view, 2> kChannelKeys = {"value", "hours"};

class NoticeReader {
 public:
  NoticeReader(const SourceTree& tree, const Site& site, const Campaign& campaign,
               Diagnostics& problems)
      : tree_(tree), site_(site), campaign_(campaign), problems_(problems) {}

  void read(TomlTable& table, Notice& notice) {
    notice.campaign = campaign_.id;
    notice.title = table.required_text("title");
    notice.publisher = read_publisher(table);
    notice.step = read_step(table);
    read_window(table, notice);
    notice.candidates = read_candidates(table);
    notice.author = table.text("author").value_or("");
    notice.suspended = table.boolean("suspended").value_or(false);
    notice.example = table.boolean("example").value_or(false);
    notice.disclosure = read_disclosure(table);
    notice.waivers = read_waivers(table);
    read_parts(table, notice);
    notice.attachments = read_attachments(
        tree_, notice_folder(campaign_.id.text(), notice.id.text()), table, problems_);
    notice.places = value_places(table);
    table.report_unknown_keys();
  }

 private:
  std::string read_publisher(TomlTable& table) {
    return table.has("publisher") ? table.required_text("publisher") : site_.publisher;
  }

  StepId read_step(TomlTable& table) {
    StepId step = read_id<StepId>(table, "step");
    KnownNames known;
    for (const Step& other : campaign_.steps) known.insert(other.id.text());
    if (!step.empty()) {
      report_unknown_reference(problems_, table.place_of("step"), "评选步骤", step.text(), known);
    }
    return step;
  }

  void read_window(TomlTable& table, Notice& notice) {
    notice.published_at = read_required_instant(table, "published_at").value_or(Instant());
    notice.opens = read_date(table, "opens").value_or(date_of(notice.published_at));
    notice.working_days = read_number(table, "working_days", 1, kWindowDaysMax);
    notice.closes = read_date(table, "closes");
    notice.calendar = read_calendar(table);
    notice.count_from = read_word<CountFrom>(table, "count_from", kCountFrom, CountFrom::SameDay);
  }

  CalendarId read_calendar(TomlTable& table) {
    const auto calendar = read_optional_id<CalendarId>(table, "calendar");
    if (!calendar) return site_.calendar;
    report_unknown_reference(problems_, table.place_of("calendar"), "日历", calendar->text(),
                             known_calendars(tree_));
    return *calendar;
  }

  std::vector<CandidateId> read_candidates(TomlTable& table) {
    if (table.has("candidates")) return read_chosen(table, "candidates");
    std::vector<CandidateId> ids;
    for (const Candidate& candidate : campaign_.candidates) ids.push_back(candidate.id);
    return ids;
  }

  // Candidates of the campaign, none twice.
  std::vector<CandidateId> read_chosen(TomlTable& table, std::string_view key) {
    std::vector<CandidateId> ids;
    KnownNames seen;
    for (const auto& name : table.texts(key)) {
      const Result<CandidateId> id = CandidateId::parse(name.value);
      if (!id || campaign_.find(*id) == nullptr) {
        report_unknown_reference(problems_, name.place, "候选对象", name.value, known_candidates());
      } else if (!seen.insert(name.value).second) {
        report_duplicate_id(problems_, name.place, "候选对象", name.value);
      } else {
        ids.push_back(*id);
      }
    }
    return ids;
  }

  void read_parts(TomlTable& table, Notice& notice) {
    for (TomlTable& part : table.tables("channel")) {
      notice.channels.push_back(read_channel(part));
      notice.contact_lines.merge(lines_of(part, kChannelKeys));
    }
    for (TomlTable& part : table.tables("review")) {
      notice.reviews.push_back(
          {.by = part.required_text("by"), .on = read_required_date(part, "on").value_or(Date())});
      part.report_unknown_keys();
    }
    for (TomlTable& part : table.tables("correction")) {
      notice.corrections.push_back(read_correction(part));
    }
    for (TomlTable& part : table.tables("extension")) {
      notice.extensions.push_back(read_extension(part));
    }
    if (auto part = table.table("withdrawal")) {
      notice.withdrawal = Withdrawal{.at = read_required_instant(*part, "at").value_or(Instant()),
                                     .reason = part->required_text("reason")};
      part->report_unknown_keys();
    }
  }

  Correction read_correction(TomlTable& table) {
    Correction correction;
    correction.at = read_required_instant(table, "at").value_or(Instant());
    correction.what = table.required_text("what");
    correction.kind =
        read_word<CorrectionKind>(table, "kind", kCorrectionKinds, CorrectionKind::Slip);
    correction.candidates = read_chosen(table, "candidates");
    correction.place = table.place();
    table.report_unknown_keys();
    return correction;
  }

  static Channel read_channel(TomlTable& table) {
    Channel channel;
    table.required_text("kind");
    channel.kind = read_word<std::string_view>(table, "kind", kChannelKinds, "");
    channel.value = table.required_text("value");
    channel.hours = table.text("hours").value_or("");
    table.report_unknown_keys();
    return channel;
  }

  static Extension read_extension(TomlTable& table) {
    Extension extension;
    extension.closes = read_required_date(table, "closes").value_or(Date());
    extension.at = read_required_instant(table, "at").value_or(Instant());
    extension.reason = table.required_text("reason");
    extension.place = table.place_of("closes");
    table.report_unknown_keys();
    return extension;
  }

  // Only for suggestions: most notices need none, and a set of thousands takes its time.
  const KnownNames& known_candidates() {
    if (known_candidates_.empty()) {
      for (const Candidate& candidate : campaign_.candidates) {
        known_candidates_.insert(candidate.id.text());
      }
    }
    return known_candidates_;
  }

  const SourceTree& tree_;
  const Site& site_;
  const Campaign& campaign_;
  Diagnostics& problems_;
  KnownNames known_candidates_;
};

}  // namespace

std::optional<Notice> load_notice(const SourceTree& tree, const Site& site,
                                  const Campaign& campaign, const NoticeId& id,
                                  Diagnostics& problems) {
  const std::string folder = notice_folder(campaign.id.text(), id.text());
  const std::string path = folder + "notice.md";
  const auto text = read_required_text(tree, path, "写上公示的标题、步骤和发布时间", problems);
  if (!text) return std::nullopt;
  auto parts = split_front_matter(*text, tree.shown(path), problems);
  if (!parts) return std::nullopt;
  Notice notice;
  notice.id = id;
  notice.place = {.file = tree.shown(path)};
  notice.closing_place = {.file = tree.shown(folder + "closing.toml")};
  NoticeReader(tree, site, campaign, problems).read(parts->table, notice);
  notice.body = parts->body;
  const auto before = text->size() - parts->body.size();
  notice.body_place = place_at(notice.place.file, *text, before);
  load_closing(tree, folder + "closing.toml", notice, problems);
  return notice;
}

}  // namespace gongshi
