#include "generator/command/campaign_build.h"

#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/check/personal_data.h"
#include "generator/command/checked_content.h"
#include "generator/command/files.h"
#include "generator/command/kept_pages.h"
#include "generator/command/output_scan.h"
#include "generator/load/content_digest.h"
#include "generator/load/content_path.h"
#include "generator/load/front_matter.h"
#include "generator/load/source_tree.h"
#include "generator/notice/digest.h"
#include "generator/notice/manifest.h"
#include "generator/render/render_site.h"
#include "generator/render/site_path.h"
#include "generator/render/site_plan.h"

namespace gongshi {
namespace {

// What was edited: its campaigns, and the files as they are now.
struct Edit {
  CampaignNames campaigns;
  KnownFiles files;

  // Whether the path is that of one of the campaigns' folders, or below it.
  bool touches(std::string_view path) const { return campaigns.contains(campaign_of(path)); }
};

// Pages in memory, by their paths.
struct MadePages {
  std::map<std::string, std::string> files;
  std::vector<ManifestNotice> notices;  // with the digests of their pages
};

// The stamps are taken before the files are read.
std::optional<Edit> edit_since(const BuildPlaces& places, const LastBuild& last, Instant as_of) {
  const bool is_site_as_left =
      last.record.holds_at(as_of) && last.templates.changed.empty() && last.site.changed.empty();
  if (!is_site_as_left || last.content.changed.empty()) return std::nullopt;
  Edit edit;
  for (const std::string& path : last.content.changed) {
    const std::string campaign = classify(path).campaign;
    if (campaign.empty()) return std::nullopt;
    edit.campaigns.insert(campaign);
  }
  auto files = know_files(places.content, last.content.changed, last.content.looked_at);
  if (!files) return std::nullopt;
  edit.files = *std::move(files);
  return edit;
}

// Whether the bytes that were read are those that the record tells of, or the edit's.
bool is_what_was_known(const KnownFiles& known, const CheckedContent& checked, const Edit& edit) {
  std::size_t expected = 0;
  for (const KnownFile& file : known.files) {
    const bool is_shared = campaign_of(file.path).empty();
    if (S_ISREG(file.stamp.mode) && (is_shared || edit.touches(file.path))) ++expected;
  }
  if (expected != checked.sources.files.size()) return false;
  auto digest = checked.content.digests.begin();
  for (const auto& [path, bytes] : checked.sources.files) {
    const KnownFile* file = known.find(path);
    if (file == nullptr) return false;
    const bool is_edited = edit.files.find(path) != nullptr;
    if (!is_edited && file->digest != *digest) return false;
    ++digest;
  }
  return true;
}

// Gives the files of the edit the digests of what was read. False unless only words changed.
bool add_digests(const KnownFiles& known, const CheckedContent& checked, Edit& edit) {
  auto digest = checked.content.digests.begin();
  for (const auto& [path, bytes] : checked.sources.files) {
    const Sha256& read = *digest++;
    KnownFile* file = edit.files.find(path);
    if (file == nullptr) continue;
    file->digest = read;
    if (classify(path).kind == FileKind::Notice) file->note = hex(sha256(front_of(bytes)));
    if (!is_text_alone(*known.find(path), *file)) return false;
  }
  return true;
}

// The content of the edit's campaigns and of what all share; nothing when it is not sound.
std::optional<CheckedContent> read_content(const BuildPlaces& places, int jobs,
                                           const LastBuild& last, Edit& edit) {
  Diagnostics unread;
  auto tree = read_source_tree_of(places.content, edit.campaigns, unread);
  if (!tree || !unread.empty() || tree->root != last.record.root) return std::nullopt;
  // Against what was published nothing can have changed: windows follow from no text.
  CheckedContent checked = check_sources(*std::move(tree), std::nullopt, jobs);
  const KnownFiles& known = last.record.content;
  const bool is_sound = !has_errors(checked.problems) && is_what_was_known(known, checked, edit) &&
                        add_digests(known, checked, edit);
  if (!is_sound) return std::nullopt;
  return checked;
}

// Of files in the order of their paths.
template <class File>
auto below(const std::string& folder, const std::vector<File>& files) {
  std::string after = folder;
  after.back() = '/' + 1;  // no path below the folder sorts after this one
  return std::ranges::subrange(std::ranges::lower_bound(files, folder, {}, &File::path),
                               std::ranges::lower_bound(files, after, {}, &File::path));
}

// Where all the pages of the campaigns stand.
std::vector<std::string> folders_of(const Content& content) {
  std::vector<std::string> folders;
  for (const Campaign& campaign : content.campaigns) {
    folders.push_back(campaign_page_folder(campaign));
  }
  for (const Notice& notice : content.notices) folders.push_back(notice_folder(notice));
  return folders;
}

// Whether the campaigns have the same files as in the last build.
bool has_same_files(const Content& content, const std::vector<PlannedFile>& plan,
                    const KnownFiles& site) {
  const auto is_same_path = [](const PlannedFile& planned, const KnownFile& known) {
    return planned.path == known.path;
  };
  return std::ranges::all_of(folders_of(content), [&](const std::string& folder) {
    return std::ranges::equal(below(folder, plan), below(folder, site.files), is_same_path);
  });
}

// Nothing when a page cannot be made, or shows what it must not.
std::optional<MadePages> make_pages(const CheckedContent& checked, const TemplateSet& templates,
                                    int jobs, const LastBuild& last) {
  const SiteModel site{.content = checked.content,
                       .windows = checked.windows,
                       .calendars = checked.calendars,
                       .templates = templates};
  std::vector<PlannedFile> plan = plan_site(site, last.record.as_of);
  if (!has_same_files(checked.content, plan, last.record.site)) return std::nullopt;
  std::erase_if(plan, [](const PlannedFile& file) { return file.campaign == nullptr; });
  OutputScan scan(digests_of_contacts(checked.sources, checked.content), "");
  MadePages made;
  std::mutex mutex;
  auto manifest = render_site(site, plan, jobs,
                              [&](const std::string& path, std::string_view bytes) -> Result<void> {
                                scan.look_at(path, bytes);
                                const std::scoped_lock lock(mutex);
                                made.files.emplace(path, bytes);
                                return {};
                              });
  if (!manifest || has_errors(scan.problems())) return std::nullopt;
  made.notices = std::move(manifest->notices);
  return made;
}

std::string content_digest(const KnownFiles& known, const Edit& edit) {
  ContentDigest digest;
  for (const KnownFile& file : known.files) {
    if (!S_ISREG(file.stamp.mode)) continue;
    const KnownFile* edited = edit.files.find(file.path);
    digest.add(file.path, edited == nullptr ? *file.digest : *edited->digest);
  }
  return digest.text();
}

std::optional<std::string> renewed_manifest(const BuildPlaces& places, const Edit& edit,
                                            const std::vector<ManifestNotice>& notices,
                                            const BuildRecord& before) {
  NewDigests digests{.content_sha256 = content_digest(before.content, edit), .pages = {}};
  for (const ManifestNotice& notice : notices) {
    const std::string& old = before.site.find(page_of(notice))->note;
    if (old != notice.page_sha256) digests.pages.emplace_back(old, notice.page_sha256);
  }
  auto manifest = read_file(places.out / kManifestFileName);
  if (!manifest) return std::nullopt;
  return with_digests(*std::move(manifest), digests);
}

void renew_warnings(const CheckedContent& checked, const Edit& edit, BuildRecord& record) {
  const std::size_t root = checked.sources.shown("").size();
  const auto is_of_edit = [&](const Diagnostic& problem) {
    return problem.place.file.size() > root && edit.touches(problem.place.file.substr(root));
  };
  std::erase_if(record.warnings, is_of_edit);
  std::ranges::copy_if(checked.problems, std::back_inserter(record.warnings), is_of_edit);
  sort_diagnostics(record.warnings);
}

Result<PublishCounts> publish(const MadePages& made, const std::string& manifest,
                              SiteFolder& folder) {
  folder.begin_again();
  for (const auto& [path, bytes] : made.files) {
    if (auto done = folder.write(path, bytes); !done) {
      return tl::unexpected<Error>(done.error());
    }
  }
  return folder.finish(std::string(kManifestFileName), manifest);
}

// A record that cannot be completed is left out: then the next build does all the work.
void remember(const Edit& edit, const CheckedContent& checked,
              const std::vector<ManifestNotice>& notices, LastBuild& last) {
  BuildRecord& record = last.record;
  renew_stamps(record.content, last.content);
  renew_stamps(record.templates, last.templates);
  renew_stamps(record.site, last.site);
  replace_files(record.content, edit.files);
  renew_warnings(checked, edit, record);
  note_pages(notices, record.site);
  auto written = last.folder.written(record.site.looked_at);
  if (!written) return;
  for (KnownFile& file : written->files) file.note = record.site.find(file.path)->note;
  replace_files(record.site, *std::move(written));
  (void)last.folder.keep_record(write_build_record(record));
}

}  // namespace

std::optional<Result<PublishCounts>> build_campaigns(const BuildPlaces& places,
                                                     const TemplateSet& templates, int jobs,
                                                     Instant as_of, LastBuild& last) {
  auto edit = edit_since(places, last, as_of);
  if (!edit) return std::nullopt;
  const auto checked = read_content(places, jobs, last, *edit);
  if (!checked) return std::nullopt;
  const auto made = make_pages(*checked, templates, jobs, last);
  if (!made) return std::nullopt;
  const auto manifest = renewed_manifest(places, *edit, made->notices, last.record);
  if (!manifest) return std::nullopt;
  auto counts = publish(*made, *manifest, last.folder);
  if (!counts) return counts;
  counts->unchanged = last.record.files_made() - counts->written;
  remember(*edit, *checked, made->notices, last);
  return counts;
}

}  // namespace gongshi
