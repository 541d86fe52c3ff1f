#include "generator/command/last_build.h"

#include <sys/stat.h>

#include <string_view>
#include <utility>

#include "generator/command/files.h"
#include "generator/command/program_identity.h"
#include "generator/command/shortlist.h"
#include "generator/load/bounded_file.h"
#include "generator/load/content_path.h"
#include "generator/load/front_matter.h"
#include "generator/load/left_over.h"
#include "generator/notice/digest.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

bool is_never(std::string_view) { return false; }

// The manifest of the folder itself is one of the files made; another one is an input.
std::string published_digest(const BuildPlaces& places) {
  if (!places.published || *places.published == places.out / kManifestFileName) return "";
  return hex(sha256(read_file(*places.published).value_or("")));
}

std::string made_by(const BuildPlaces& places) {
  const std::string program = program_identity();
  if (program.empty()) return "";
  return program + "content " + places.content.string() + "\ntemplates " +
         places.templates.string() + "\npublished " + published_digest(places) + "\n";
}

std::string digest_of(const std::set<std::string>& contacts) {
  std::string text;
  for (const std::string& digest : contacts) text += digest + "\n";
  return hex(sha256(text));
}

}  // namespace

std::vector<std::filesystem::path> sources_of(const BuildPlaces& places) {
  std::vector<std::filesystem::path> sources = {places.content};
  if (!places.templates.empty()) sources.push_back(places.templates);
  return sources;
}

bool LastBuild::is_unchanged(Instant as_of) const {
  return record.holds_at(as_of) && content.changed.empty() && templates.changed.empty() &&
         site.changed.empty();
}

std::optional<LastBuild> last_build(const BuildPlaces& places, int jobs) {
  const auto bytes = SiteFolder::record_in(places.out);
  if (!bytes) return std::nullopt;
  auto record = read_build_record(*bytes);
  if (!record || record->made_by.empty() || record->made_by != made_by(places)) return std::nullopt;
  auto folder = SiteFolder::open(places.out, sources_of(places));
  if (!folder) return std::nullopt;
  LastBuild last{.record = *std::move(record),
                 .folder = *std::move(folder),
                 .content = {},
                 .templates = {},
                 .site = {}};
  last.site = last.folder.changed_since(last.record.site, jobs);
  last.content = differences(places.content, last.record.content, is_left_over, jobs);
  if (!places.templates.empty()) {
    last.templates = differences(places.templates, last.record.templates, is_never);
  }
  return last;
}

void renew_record(LastBuild& last) {
  const bool is_stale = !last.content.renewed.empty() || !last.templates.renewed.empty() ||
                        !last.site.renewed.empty();
  if (!is_stale) return;
  renew_stamps(last.record.content, last.content);
  renew_stamps(last.record.templates, last.templates);
  renew_stamps(last.record.site, last.site);
  (void)last.folder.keep_record(write_build_record(last.record));  // it only saves work
}

SourceTree sources_of_warnings(const BuildPlaces& places, const BuildRecord& record) {
  SourceTree tree{.root = record.root, .files = {}};
  for (const Diagnostic* problem : shortlist(record.warnings).shown) {
    const std::string& file = problem->place.file;
    if (!file.starts_with(tree.shown(""))) continue;
    const std::string path = file.substr(tree.shown("").size());
    if (tree.files.contains(path)) continue;
    BoundedFile found = read_bounded_file(places.content / path, kSourceFileBytesMax);
    tree.files.emplace(path, std::move(found.bytes));
  }
  return tree;
}

std::optional<BuildRecord> begin_record(const BuildPlaces& places, Instant as_of) {
  BuildRecord record{.made_by = made_by(places), .as_of = as_of};
  if (record.made_by.empty()) return std::nullopt;
  auto content = know_folder(places.content, is_left_over);
  if (!content) return std::nullopt;
  record.content = *std::move(content);
  if (places.templates.empty()) return record;
  auto templates = know_folder(places.templates, is_never);
  if (!templates) return std::nullopt;
  record.templates = *std::move(templates);
  return record;
}

bool add_what_was_read(const CheckedContent& checked, const std::set<std::string>& contacts,
                       BuildRecord& record) {
  auto read = checked.sources.files.begin();  // both in the order of paths
  auto digest = checked.content.digests.begin();
  for (KnownFile& file : record.content.files) {
    if (S_ISDIR(file.stamp.mode)) continue;
    if (read == checked.sources.files.end() || read->first != file.path) return false;
    file.digest = *digest++;
    if (classify(file.path).kind == FileKind::Notice) {
      file.note = hex(sha256(front_of(read->second)));
    }
    ++read;
  }
  record.root = checked.sources.root;
  record.contacts = digest_of(contacts);
  return read == checked.sources.files.end();
}

KeptPages kept_pages(const std::optional<LastBuild>& last, const std::optional<BuildRecord>& now) {
  if (!last || !now || !last->templates.changed.empty()) return {};
  return KeptPages(last->record, last->site, *now);
}

std::string page_of(const ManifestNotice& notice) {
  return index_of(notice.url.substr(1));  // without the slash of the site's root
}

void note_pages(const std::vector<ManifestNotice>& notices, KnownFiles& site) {
  for (const ManifestNotice& notice : notices) {
    KnownFile* page = site.find(page_of(notice));
    if (page != nullptr) page->note = notice.page_sha256;
  }
}

void finish_record(BuildRecord record, const CheckedContent& checked, const Manifest& manifest,
                   int jobs, SiteFolder& folder) {
  if (checked.departs_from_published) return;
  auto made = folder.made(jobs);
  if (!made) return;
  note_pages(manifest.notices, *made);
  record.notices = checked.content.notices.size();
  record.warnings = checked.problems;
  record.site = *std::move(made);
  (void)folder.keep_record(write_build_record(record));
}

}  // namespace gongshi
