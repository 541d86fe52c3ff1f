#include "intake/desk/paraphrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "generator/notice/folded_text.h"
#include "generator/notice/utf8.h"
#include "intake/desk/objector_traces.h"
#include "intake/filing/record.h"

namespace gongshi {
namespace {

constexpr std::size_t kQuotedMax = 20;  // letters of a run that a sentence shows

// The characters of valid UTF-8, as their bytes.
std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> letters;
  while (!text.empty()) {
    letters.push_back(first_code_points(text, 1));
    text.remove_prefix(letters.back().size());
  }
  return letters;
}

// How many letters before each one the notice publishes; one more than there are letters.
std::vector<std::size_t> count_published(const std::vector<std::string_view>& letters,
                                         const std::vector<std::string>& words) {
  std::vector<bool> is_published(letters.size(), false);
  for (const std::string& word : words) {
    const std::vector<std::string_view> wanted = letters_of(word);
    for (auto at = letters.begin();; ++at) {
      at = std::search(at, letters.end(), wanted.begin(), wanted.end());
      if (at == letters.end()) break;
      std::fill_n(is_published.begin() + (at - letters.begin()), wanted.size(), true);
    }
  }
  std::vector<std::size_t> counts = {0};
  for (const bool published : is_published) counts.push_back(counts.back() + (published ? 1 : 0));
  return counts;
}

struct SharedRun {
  std::size_t length = 0;  // without what the notice publishes
  std::string text;
};

// The one with most letters that stands in both, letter by letter.
SharedRun longest_shared_run(const std::vector<std::string_view>& own,
                             const std::vector<std::size_t>& published,
                             const std::vector<std::string_view>& theirs) {
  SharedRun longest;
  std::vector<std::size_t> ending(theirs.size() + 1, 0);  // of the run that ends at each of theirs
  for (std::size_t i = 0; i < own.size(); ++i) {
    std::size_t most = 0;
    for (std::size_t j = theirs.size(); j > 0; --j) {
      ending[j] = own[i] == theirs[j - 1] ? ending[j - 1] + 1 : 0;
      most = std::max(most, ending[j]);
    }
    const std::size_t begin = i + 1 - most;
    const std::size_t length = most - (published[i + 1] - published[begin]);
    if (length <= longest.length) continue;
    const char* const first = own[begin].data();
    longest = {.length = length, .text = std::string(first, own[i].data() + own[i].size())};
  }
  return longest;
}

std::string show_run(std::string_view run) {
  const std::string_view shown = first_code_points(run, kQuotedMax);
  return fmt::format("“{}{}”", shown, shown.size() < run.size() ? "……" : "");
}

// What the other side is to read, under the eyes of every question.
struct Draft {
  Draft(const ManifestNotice& notice, std::string_view text)
      : folded(fold_letters(text)),
        letters(letters_of(folded)),
        published(count_published(letters, published_words(notice))),
        search(notice, PublishedNames::MayStand, text) {}

  const std::string folded;
  const std::vector<std::string_view> letters;  // of what is folded
  const std::vector<std::size_t> published;
  const TraceSearch search;
};

// Whose words and traces it must not hold. `where` says so, and is empty for the objection itself.
struct Objector {
  const CaseFile& file;
  Objection objection;
  std::string where;
};

void add_copied(const Objector& objector, const Draft& draft, std::vector<std::string>& found) {
  for (const std::string& text : objectors_texts(objector.file, objector.objection)) {
    const std::string folded = fold_letters(text);
    const SharedRun run = longest_shared_run(draft.letters, draft.published, letters_of(folded));
    if (run.length <= kSharedLettersMax) continue;
    found.push_back(
        fmt::format("与{}原文连续相同{}个字（{}），最多{}个字，公示过的名称不算；请换自己的话写",
                    objector.where, run.length, show_run(run.text), kSharedLettersMax));
    return;
  }
}

std::string sentence_of(TraceKind kind, const Objector& objector) {
  switch (kind) {
    case TraceKind::Name:
      return objector.objection.identity == Identity::Organization
                 ? fmt::format("有提出{}异议的单位名称，请删去", objector.where)
                 : fmt::format("有{}异议人的姓名，请删去", objector.where);
    case TraceKind::Contact:
      return fmt::format("有{}异议人的联系方式，请删去", objector.where);
    case TraceKind::Number:
      return fmt::format("有{}登记号，请删去", objector.where);
    case TraceKind::Time:
      return fmt::format("有收到{}异议或者补充的日期、时间，从中能推知是谁；请删去或者写得笼统一些",
                         objector.where);
  }
  return {};
}

void add_traces(const Objector& objector, const Draft& draft, std::vector<std::string>& found) {
  const auto traces = draft.search.traces_of(objector.file, objector.objection);
  for (const TraceKind kind :
       {TraceKind::Name, TraceKind::Contact, TraceKind::Number, TraceKind::Time}) {
    if (std::ranges::find(traces, kind, &ObjectorTrace::kind) == traces.end()) continue;
    found.push_back(sentence_of(kind, objector));
  }
}

Result<void> add_reasons(const CaseFile& file, std::string where, const Draft& draft,
                         std::vector<std::string>& found) {
  Result<Record> record = read_record(file.objection.filed.record);
  if (!record) return tl::unexpected(record.error());
  const Objector objector{
      .file = file, .objection = std::move(record->objection), .where = std::move(where)};
  add_copied(objector, draft, found);
  add_traces(objector, draft, found);
  return {};
}

}  // namespace

Result<std::vector<std::string>> what_gives_away(const CaseFile& file,
                                                 std::span<const CaseFile> together,
                                                 const ManifestNotice& notice,
                                                 std::string_view text) {
  const Draft draft(notice, text);
  std::vector<std::string> found;
  if (const auto ok = add_reasons(file, "", draft, found); !ok) return tl::unexpected(ok.error());
  for (const CaseFile& other : together) {
    if (other.objection.erased) continue;
    const auto ok =
        add_reasons(other, fmt::format("并案的 {} ", other.objection.number), draft, found);
    if (!ok) return tl::unexpected(ok.error());
  }
  return found;
}

const ObjectionEvent* newest_paraphrase(const CaseFile& file) {
  const auto it = std::ranges::find(file.history.rbegin(), file.history.rend(),
                                    EventKind::Paraphrased, &ObjectionEvent::kind);
  return it == file.history.rend() ? nullptr : &*it;
}

}  // namespace gongshi
