// The manifest, public/publicity.json: every notice and its window, as instants.
//
// It is the daemon's only input and the site's open data (DESIGN 7), so it carries public fields
// alone. The generator writes it, the daemon reads it, and nobody computes a window or a working
// day a second time.
//
// Invariant: the same manifest gives the same bytes. Notices stand in the order of their ids, keys
// in the order below, two blanks of indentation, LF at the end. Instants carry China's offset.
#ifndef GENERATOR_NOTICE_MANIFEST_H_
#define GENERATOR_NOTICE_MANIFEST_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/notice/calendar_days.h"
#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/handling_periods.h"
#include "generator/notice/identifier.h"
#include "generator/notice/policy.h"
#include "generator/notice/window.h"

namespace gongshi {

inline constexpr std::string_view kManifestSchema = "gongshi.publicity/v1";
inline constexpr std::string_view kManifestFileName = "publicity.json";

struct ManifestSite {
  std::string name;
  std::string base_url;
  std::string publisher;
  std::optional<HandlingPeriods> handling = {};  // nothing: an older generator wrote it
};

struct ManifestCandidate {
  CandidateId id;
  std::string name;
  std::string award;  // the award's title
  std::string unit;   // empty for a collective that is its own unit
};

// A way to object: kind is phone, letter, email, visit, fax or online.
struct Channel {
  std::string kind;
  std::string value;
  std::string hours;  // empty when the office named none
};

struct ManifestNotice {
  NoticeId id;
  std::string title;
  CampaignId campaign;
  std::string step;  // the step's title
  std::string publisher;
  std::string url;  // path from the site's root: "/notices/<id>/"
  NoticeState state = NoticeState::Published;
  Instant published_at;
  Date opens;
  Date closes;
  Instant closes_at;
  std::vector<Date> working_days;
  CalendarId calendar;
  IdentityPolicy identity_policy = IdentityPolicy::EncourageRealName;
  LatePolicy late_policy = LatePolicy::Refuse;
  std::string page_sha256;  // of the notice page's bytes
  std::vector<ManifestCandidate> candidates;
  std::vector<Channel> channels;

  Window window() const { return Window{.published_at = published_at, .closes_at = closes_at}; }
  // Null when the notice does not list the candidate.
  const ManifestCandidate* find(const CandidateId& candidate) const;
};

struct Manifest {
  ManifestSite site;
  std::string content_sha256;                // of everything the site was built from
  std::vector<CalendarDays> calendars = {};  // that notices count with; sorted by id, ids unique
  std::vector<ManifestNotice> notices;       // sorted by id, ids unique

  // Null when there is no such notice. Valid as long as the manifest is.
  const ManifestNotice* find(const NoticeId& id) const;
};

// Requires notices and calendars sorted by id.
std::string write_manifest(const Manifest& manifest);

// What differs in two manifests when only texts changed: digests. `pages` are those of notices'
// pages, each the old one and the new one.
struct NewDigests {
  std::string content_sha256;
  std::vector<std::pair<std::string, std::string>> pages;
};

// The manifest that write_manifest() would give, made from one that it gave, without reading it as
// a whole. Nothing when an old digest does not stand in it exactly once.
std::optional<std::string> with_digests(std::string manifest, const NewDigests& digests);

// Invalid, with a sentence that names the key, for anything that is not a manifest of this schema:
// bad JSON, a missing key, a wrong type, a date that does not exist, notices, calendars or days out
// of order or twice, a window that ends before it begins, a day outside its calendar, a period of
// no day or past its limit. Unknown keys are ignored, so that an older daemon serves a newer
// generator; `handling` and `calendars` may be missing, because older generators wrote none.
Result<Manifest> read_manifest(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_MANIFEST_H_
