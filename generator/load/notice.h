// content/campaigns/<campaign>/notices/<notice>/: one publication (公示) of candidates, and what
// the office decided about it since.
#ifndef GENERATOR_LOAD_NOTICE_H_
#define GENERATOR_LOAD_NOTICE_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "generator/notice/window.h"

namespace gongshi {

// A change to what was published, told to the reader with its time (DOMAIN 2.5).
struct Correction {
  Instant at;
  std::string what;
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
  std::vector<Review> reviews;
  std::vector<Correction> corrections;
  std::vector<Extension> extensions;
  std::optional<Withdrawal> withdrawal;
  bool suspended = false;
  std::string body;  // Markdown after the front matter
  std::optional<ClosingRecord> closing;

  Place place;                                  // notice.md
  std::map<std::string, Place> places;          // where the value of each front-matter key stands
  Place closing_place;                          // closing.toml
  std::map<std::string, Place> closing_places;  // the same of closing.toml

  // For diagnostics: where the key's value stands; the file when it is absent.
  Place place_of(const std::string& key) const;
  Place closing_place_of(const std::string& key) const;

  NoticeState state() const;
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_NOTICE_H_
