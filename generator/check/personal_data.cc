#include "generator/check/personal_data.h"

#include <iterator>
#include <map>
#include <string_view>
#include <vector>

#include "generator/check/attachments.h"
#include "generator/check/finding_report.h"
#include "generator/load/content_path.h"
#include "generator/notice/text_encoding.h"
#include "generator/scan/source_text.h"

namespace gongshi {
namespace {

using Lines = std::set<int>;
using ContactLines = std::map<std::string, Lines>;  // by the file's name as diagnostics print it

ContactLines contact_lines_of(const SourceTree& tree, const Content& content) {
  ContactLines lines;
  lines[tree.shown("site.toml")] = content.site.contact_lines;
  for (const Campaign& campaign : content.campaigns) {
    lines[campaign.place.file] = campaign.contact_lines;
  }
  for (const Notice& notice : content.notices) lines[notice.place.file] = notice.contact_lines;
  return lines;
}

// A file as text, in the encodings that offices save. Bytes that are none are read as they are:
// the scanner copes, and what is wrong with them the loader says.
std::string text_of(const std::string& bytes) { return as_utf8(bytes).value_or(bytes); }

// By line: what stands in a contact block is read as such.
std::vector<Finding> findings_in(const std::string& text, const Lines& contact_lines) {
  std::vector<Finding> found = scan_source(text, Zone::Page);
  if (contact_lines.empty()) return found;
  const auto in_block = [&](const Finding& f) { return contact_lines.contains(f.line); };
  std::erase_if(found, in_block);
  for (Finding& finding : scan_source(text, Zone::ContactBlock)) {
    if (in_block(finding)) found.push_back(std::move(finding));
  }
  return found;
}

class Search {
 public:
  Search(const SourceTree& tree, const Content& content, Diagnostics& problems)
      : tree_(tree), contact_lines_(contact_lines_of(tree, content)), problems_(problems) {}

  void run() {
    for (const auto& [path, bytes] : tree_.files) {
      search_names(path);
      const FileKind kind = classify(path).kind;
      if (kind == FileKind::Attachment) {
        check_attachment(place_of(path), speakable_name(path), bytes, problems_);
      } else if (kind != FileKind::Other || as_utf8(bytes)) {  // no page shows other bytes
        search_text(path, kind, text_of(bytes));
      }
    }
  }

 private:
  // Each folder once, however many files it has.
  void search_names(const std::string& path) {
    for (std::size_t begin = 0; begin < path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      if (searched_.insert(path.substr(0, end)).second) {
        search_name(path.substr(0, end), begin, end == path.size());
      }
      begin = end + 1;
    }
  }

  void search_name(const std::string& path, std::size_t name_begin, bool is_file) {
    const auto found = scan_source(std::string_view(path).substr(name_begin), Zone::Page);
    if (found.empty()) return;
    unspeakable_.insert(path);
    for (const Finding& finding : found) {
      report_finding(problems_, place_of(path), finding, is_file ? "文件名" : "文件夹名");
    }
  }

  // The file, or the first folder around it whose name can be printed.
  Place place_of(const std::string& path) const {
    for (std::size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
      const std::string head = path.substr(0, slash);
      if (unspeakable_.contains(head)) {
        const std::size_t parent = head.rfind('/');
        const bool is_top = parent == std::string::npos;
        return {.file = is_top ? tree_.root : tree_.shown(head.substr(0, parent))};
      }
      if (slash == std::string::npos) return {.file = tree_.shown(path)};
    }
  }

  Place place_in(const std::string& path, const Finding& finding) const {
    Place place = place_of(path);
    if (place.file != tree_.shown(path)) return place;
    place.line = finding.line;
    place.column = finding.column;
    return place;
  }

  // The name of a file for sentences; of one that cannot be printed, its ending.
  std::string speakable_name(const std::string& path) const {
    std::string name = path.substr(path.rfind('/') + 1);
    if (!unspeakable_.contains(path)) return name;
    const std::size_t dot = name.rfind('.');
    return "附件" + (dot == std::string::npos ? "" : name.substr(dot));
  }

  void search_text(const std::string& path, FileKind kind, const std::string& text) {
    const auto lines = contact_lines_.find(tree_.shown(path));
    const auto found = findings_in(text, lines == contact_lines_.end() ? Lines() : lines->second);
    for (const Finding& finding : found) {
      // The loader knows the header of the list: "forbidden-column", "unknown-column".
      const bool is_said = kind == FileKind::Candidates && finding.line == 1 &&
                           finding.kind == FindingKind::ForbiddenHeader;
      if (!is_said) report_finding(problems_, place_in(path, finding), finding);
    }
  }

  const SourceTree& tree_;
  const ContactLines contact_lines_;
  Diagnostics& problems_;
  std::set<std::string> searched_;
  std::set<std::string> unspeakable_;  // paths whose last name holds a finding
};

}  // namespace

void check_personal_data(const SourceTree& tree, const Content& content, Diagnostics& problems) {
  Search(tree, content, problems).run();
}

std::set<std::string> digests_of_contacts(const SourceTree& tree, const Content& content) {
  const ContactLines contact_lines = contact_lines_of(tree, content);
  std::set<std::string> digests;
  for (const auto& [path, bytes] : tree.files) {
    const auto lines = contact_lines.find(tree.shown(path));
    if (lines == contact_lines.end()) continue;
    for (const Finding& finding : scan_source(text_of(bytes), Zone::Page)) {
      if (lines->second.contains(finding.line)) digests.insert(finding.digest);
    }
  }
  return digests;
}

}  // namespace gongshi
