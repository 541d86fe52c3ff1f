#include "generator/command/kept_pages.h"

#include <sys/stat.h>

#include <string_view>

#include "generator/load/content_path.h"
#include "generator/render/site_plan.h"

namespace gongshi {
namespace {

bool is_file(const KnownFile& file) { return S_ISREG(file.stamp.mode); }

}  // namespace

bool is_text_alone(const KnownFile& before, const KnownFile& after) {
  switch (classify(after.path).kind) {
    case FileKind::Deeds:
    case FileKind::Criteria:
    case FileKind::Attachment:
      return true;
    case FileKind::Notice:
      return !after.note.empty() && before.note == after.note;
    default:
      return false;
  }
}

KeptPages::KeptPages(const BuildRecord& last, const Differences& site, const BuildRecord& now)
    : last_(&last),
      touched_(site.changed.begin(), site.changed.end()),
      are_listings_same_(last.holds_at(now.as_of)) {
  if (last.contacts != now.contacts) last_ = nullptr;
  compare(last.content, now.content);
}

// Both lists are in the order of paths.
void KeptPages::compare(const KnownFiles& last, const KnownFiles& now) {
  auto before = last.files.begin();
  auto after = now.files.begin();
  while (before != last.files.end() || after != now.files.end()) {
    const bool is_gone =
        after == now.files.end() || (before != last.files.end() && before->path < after->path);
    const bool is_new =
        before == last.files.end() || (after != now.files.end() && after->path < before->path);
    if (is_gone || is_new) {
      const KnownFile& file = is_gone ? *before : *after;
      if (is_file(file)) see_change(file.path, true);
    } else if (before->digest != after->digest && is_file(*after)) {
      see_change(after->path, !is_text_alone(*before, *after));
    }
    if (!is_new) ++before;
    if (!is_gone) ++after;
  }
}

void KeptPages::see_change(const std::string& path, bool shows_in_listings) {
  const std::string campaign = classify(path).campaign;
  if (campaign.empty()) {
    last_ = nullptr;  // shared by all pages
    return;
  }
  campaigns_.insert(campaign);
  if (shows_in_listings) are_listings_same_ = false;
}

bool KeptPages::keeps(const PlannedFile& file) const {
  if (last_ == nullptr || touched_.contains(file.path)) return false;
  const KnownFile* made = last_->site.find(file.path);
  if (made == nullptr || (file.notice != nullptr && made->note.empty())) return false;
  if (file.campaign == nullptr) return are_listings_same_;
  return !campaigns_.contains(file.campaign->id.text());
}

const std::string& KeptPages::page_sha256(const PlannedFile& file) const {
  return last_->site.find(file.path)->note;
}

}  // namespace gongshi
