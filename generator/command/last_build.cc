#include "generator/command/last_build.h"

#include <sys/stat.h>

#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "generator/command/program_identity.h"
#include "generator/command/shortlist.h"
#include "generator/load/bounded_file.h"
#include "generator/load/left_over.h"
#include "generator/notice/digest.h"

namespace gongshi {
namespace {

bool is_never(std::string_view) { return false; }

std::string made_by(const BuildPlaces& places) {
  const std::string program = program_identity();
  if (program.empty()) return "";
  return program + "content " + places.content.string() + "\ntemplates " +
         places.templates.string() + "\n";
}

std::vector<std::filesystem::path> sources_of(const BuildPlaces& places) {
  std::vector<std::filesystem::path> sources = {places.content};
  if (!places.templates.empty()) sources.push_back(places.templates);
  return sources;
}

std::optional<BuildRecord> last_record(const BuildPlaces& places, Instant as_of) {
  const auto bytes = SiteFolder::record_in(places.out);
  if (!bytes) return std::nullopt;
  auto record = read_build_record(*bytes);
  if (!record || record->made_by.empty() || record->made_by != made_by(places)) return std::nullopt;
  const bool is_in_time = record->as_of <= as_of && (!record->until || as_of < *record->until);
  if (!is_in_time) return std::nullopt;
  return record;
}

// What of the record no longer holds, of all it tells of.
struct Findings {
  Differences content;
  Differences templates;
  Differences site;

  bool nothing_changed() const {
    return content.changed.empty() && templates.changed.empty() && site.changed.empty();
  }
  bool has_renewed() const {
    return !content.renewed.empty() || !templates.renewed.empty() || !site.renewed.empty();
  }
};

Findings look_at(const BuildPlaces& places, const BuildRecord& record, const SiteFolder& folder) {
  Findings found;
  const std::jthread of_site([&] { found.site = folder.changed_since(record.site); });
  found.content = differences(places.content, record.content, is_left_over);
  if (!places.templates.empty()) {
    found.templates = differences(places.templates, record.templates, is_never);
  }
  return found;
}

// Whether `known` has every file that was read, and the digest of each.
bool add_digests(const SourceTree& tree, KnownFiles& known) {
  std::size_t files = 0;
  for (KnownFile& file : known.files) {
    if (S_ISDIR(file.stamp.mode)) continue;
    const auto read = tree.files.find(file.path);
    if (read == tree.files.end()) return false;
    file.digest = sha256(read->second);
    ++files;
  }
  return files == tree.files.size();
}

}  // namespace

std::optional<BuildRecord> unchanged_since_last_build(const BuildPlaces& places, Instant as_of) {
  auto record = last_record(places, as_of);
  if (!record) return std::nullopt;
  auto folder = SiteFolder::open(places.out, sources_of(places));
  if (!folder) return std::nullopt;  // a full build says why
  const Findings found = look_at(places, *record, *folder);
  if (!found.nothing_changed()) return std::nullopt;
  if (found.has_renewed()) {
    renew_stamps(record->content, found.content);
    renew_stamps(record->templates, found.templates);
    renew_stamps(record->site, found.site);
    (void)folder->keep_record(write_build_record(*record));  // it only saves the next one work
  }
  return record;
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

void finish_record(BuildRecord record, const CheckedContent& checked, SiteFolder& folder) {
  if (checked.departs_from_published || !add_digests(checked.sources, record.content)) return;
  auto made = folder.made();
  if (!made) return;
  record.root = checked.sources.root;
  record.notices = checked.content.notices.size();
  record.warnings = checked.problems;
  record.site = *std::move(made);
  (void)folder.keep_record(write_build_record(record));
}

}  // namespace gongshi
