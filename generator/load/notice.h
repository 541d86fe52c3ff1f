// content/campaigns/<campaign>/notices/<notice>/: one publication (公示) of candidates, and what
// the office decided about it since.
#ifndef GENERATOR_LOAD_NOTICE_H_
#define GENERATOR_LOAD_NOTICE_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/load/disclosure.h"
#include "generator/load/file_type.h"
#include "generator/load/waiver.h"
#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "generator/notice/window.h"

namespace gongshi {

// A slip changes nothing that anyone would object to. A substantive change, and an addition, open a
// full new window for their part; a removal stays visible and is not filled again (DOMAIN 2.5).
enum class CorrectionKind { Slip, Substantive, Addition, Removal };

std::string_view to_text(CorrectionKind kind);  // slip | substantive | addition | removal

// A change to what was published, told to the reader with its time.
struct Correction {
  Instant at;
  std::string what;
  CorrectionKind kind = CorrectionKind::Slip;
  std::vector<CandidateId> candidates = {};  // whom it is about; empty: the notice as a whole
  Place place = {};
};

// A file of attachments/, published beside the notice as it is.
struct Attachment {
  std::string file;   // its name in attachments/, and in its address
  std::string title;  // what the page calls it; the file's name when nobody titled it
  FileType type = FileType::Unknown;
  std::string bytes;
  Place place;
};

// The end moves later, never earlier (R5).
struct Extension {
  Date closes;
  Instant at;
  std::string reason;
  Place place;
};

// Nothing of a withdrawn notice's content is published any more; a tombstone stands in its place.
struct Withdrawal {
  Instant at;
  std::string reason;
};

// The secrecy and privacy review before publication (R14).
struct Review {
  std::string by;
  Date on;
};

struct Notice {
  NoticeId id;
  CampaignId campaign;
  std::string title;
  StepId step;
  std::string publisher;            // the site's when the notice names none
  Instant published_at;             // Instant{} only while a problem says that it is missing
  Date opens;                       // the date of published_at when the notice names none
  std::optional<int> working_days;  // the step's when absent
  std::optional<Date> closes;       // what the office announced; checked, never used
  CalendarId calendar;              // the site's when the notice names none
  CountFrom count_from = CountFrom::SameDay;
  std::vector<CandidateId> candidates;  // in the order shown; all of the campaign's when absent
  std::vector<Channel> channels;
  std::string author;  // who wrote the notice; empty when it does not say
  std::vector<Review> reviews;
  std::vector<Correction> corrections;
  std::vector<Extension> extensions;
  std::optional<Withdrawal> withdrawal;
  bool suspended = false;
  bool example = false;                 // a fictitious list, which the page says (示例)
  std::vector<Attachment> attachments;  // those that [[attachment]] titles, then the rest by name
  Disclosure disclosure;
  std::vector<Waiver> waivers;
  std::string body;  // Markdown after the front matter
  std::optional<ClosingRecord> closing;

  Place place;                                  // notice.md
  std::map<std::string, Place> places;          // where the value of each front-matter key stands
  Place body_place;                             // the first line of the body
  Place closing_place;                          // closing.toml
  std::map<std::string, Place> closing_places;  // the same of closing.toml

  std::set<int> contact_lines;  // of notice.md: where channels stand

  // For diagnostics: where the key's value stands; the file when it is absent.
  Place place_of(const std::string& key) const;
  Place closing_place_of(const std::string& key) const;

  NoticeState state() const;
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_NOTICE_H_
