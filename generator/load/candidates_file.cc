#include "generator/load/candidates_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "generator/load/candidate_columns.h"
#include "generator/load/content_path.h"
#include "generator/load/csv.h"
#include "generator/load/fields.h"
#include "generator/load/text_file.h"
#include "generator/notice/utf8.h"
#include "generator/scan/forbidden_header.h"
#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

constexpr std::array<std::string_view, 3> kRequiredColumns = {"id", "award", "name"};
constexpr std::array<Word<Candidacy>, 3> kCandidacies = {{
    {"proposed", Candidacy::Proposed},
    {"reserve", Candidacy::Reserve},
    {"cancelled", Candidacy::Cancelled},
}};
constexpr int kRankMax = 1'000'000;
constexpr int kTenureMax = 100;  // years; more is a slip

KnownNames column_names() {
  KnownNames names;
  for (const CandidateColumn& column : candidate_columns()) names.emplace(column.name);
  return names;
}

void report(Diagnostics& problems, const Place& place, std::string code, std::string message) {
  problems.push_back({.place = place, .code = std::move(code), .message = std::move(message)});
}

// A file without a header has a person's data in the first line: no number of it is printed.
std::string without_digits(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return '0' <= c && c <= '9'; }, '*');
  return text;
}

void report_unknown_column(const CsvCell& cell, Diagnostics& problems) {
  const std::string name = without_digits(cell.text);
  if (forbidden_header(cell.text) == Severity::Block) {
    return report(
        problems, cell.place, "forbidden-column",
        fmt::format("“{}”这一列的内容不得公开；请删去整列，单元格空着或者已经遮盖也要删去", name));
  }
  report(problems, cell.place, "unknown-column",
         fmt::format("不认识“{}”这一列{}", name, did_you_mean(cell.text, column_names())));
}

// The header's names are known, none twice, none missing that a candidate cannot do without.
void check_header(const CsvRow& header, Diagnostics& problems) {
  KnownNames seen;
  for (const CsvCell& cell : header) {
    if (find_candidate_column(cell.text) == nullptr) {
      report_unknown_column(cell, problems);
    } else if (!seen.insert(cell.text).second) {
      report(problems, cell.place, "duplicate-column",
             fmt::format("“{}”这一列出现了两次", cell.text));
    }
  }
  for (const std::string_view name : kRequiredColumns) {
    if (seen.contains(name)) continue;
    report(problems, header.front().place, "missing-column", fmt::format("缺少“{}”这一列", name));
  }
}

// A row, asked by column name.
class NamedRow {
 public:
  NamedRow(const CsvRow& header, const CsvRow& row) : header_(header), row_(row) {}

  const CsvCell* find(std::string_view column) const {
    for (std::size_t i = 0; i < header_.size() && i < row_.size(); ++i) {
      if (header_[i].text == column) return &row_[i];
    }
    return nullptr;
  }

  std::string text(std::string_view column) const {
    const CsvCell* cell = find(column);
    return cell == nullptr ? "" : cell->text;
  }

 private:
  const CsvRow& header_;
  const CsvRow& row_;
};

class CandidatesReader {
 public:
  CandidatesReader(Campaign& campaign, Diagnostics& problems)
      : campaign_(campaign), problems_(problems) {
    for (const Award& award : campaign.awards) awards_.insert(award.id.text());
  }

  void read(const std::vector<CsvRow>& rows) {
    if (rows.empty()) return;
    check_header(rows.front(), problems_);
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
      read_row(NamedRow(rows.front(), *row), row->front().place);
    }
  }

 private:
  void read_row(const NamedRow& row, const Place& place) {
    Candidate candidate;
    candidate.place = place;
    read_cells(row, candidate);
    candidate.id = read_cell_id<CandidateId>(row, "id");
    candidate.award = read_cell_id<AwardId>(row, "award");
    candidate.name = row.text("name");
    candidate.unit = row.text("unit");
    candidate.post = row.text("post");
    candidate.recommended_by = row.text("recommended_by");
    candidate.candidacy = read_candidacy(row);
    read_confirmed(row, candidate);
    check_filled(row, "name");
    if (!candidate.award.empty()) {
      report_unknown_reference(problems_, row.find("award")->place, "奖项", candidate.award.text(),
                               awards_);
    }
    add(std::move(candidate), row);
  }

  static void read_cells(const NamedRow& row, Candidate& candidate) {
    for (const CandidateColumn& column : candidate_columns()) {
      const CsvCell* cell = row.find(column.name);
      if (cell == nullptr) continue;
      candidate.cells.push_back(
          {.column = column.name, .line = cell->place.line, .at = cell->place.column});
      const bool is_fact = column.kind == ColumnClass::Optional;
      if (!is_fact || trim_blanks(cell->text).empty()) continue;
      candidate.facts.emplace(column.name, cell->text);
    }
  }

  void read_confirmed(const NamedRow& row, Candidate& candidate) {
    candidate.rank = read_cell_number(row, "rank", kRankMax);
    candidate.tenure_years = read_cell_number(row, "tenure_years", kTenureMax);
    candidate.clean_since = read_cell_date(row, "clean_since");
    candidate.consulted = split_list(row.text("consulted"));
    candidate.consulted_by = row.text("consulted_by");
    candidate.quota_exemption = row.text("quota_exemption");
    candidate.performance = row.text("performance");
  }

  Candidacy read_candidacy(const NamedRow& row) {
    const std::string text = row.text("candidacy");
    if (trim_blanks(text).empty()) return Candidacy::Proposed;
    for (const Word<Candidacy>& word : kCandidacies) {
      if (word.text == text) return word.value;
    }
    report(problems_, row.find("candidacy")->place, "unknown-word",
           fmt::format("“candidacy”不能是“{}”，可以空着，或写 reserve（差额、后备）、"
                       "cancelled（已取消）",
                       text));
    return Candidacy::Proposed;
  }

  std::optional<int> read_cell_number(const NamedRow& row, std::string_view column, int high) {
    const std::string text = row.text(column);
    if (trim_blanks(text).empty()) return std::nullopt;
    int number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end && 0 < number && number <= high) return number;
    report(problems_, row.find(column)->place, "out-of-range",
           fmt::format("“{}”应是 1 到 {} 的整数，这里是“{}”", column, high, text));
    return std::nullopt;
  }

  std::optional<Date> read_cell_date(const NamedRow& row, std::string_view column) {
    const std::string text = row.text(column);
    if (trim_blanks(text).empty()) return std::nullopt;
    const auto date = parse_date(text);
    if (date) return *date;
    report(problems_, row.find(column)->place, "wrong-type",
           fmt::format("“{}”应是像 2017-06-21 这样的日期，这里是“{}”", column, text));
    return std::nullopt;
  }

  void add(Candidate candidate, const NamedRow& row) {
    if (candidate.id.empty()) return;
    if (!ids_.insert(candidate.id.text()).second) {
      report_duplicate_id(problems_, row.find("id")->place, "候选对象", candidate.id.text());
      return;
    }
    campaign_.candidates.push_back(std::move(candidate));
  }

  // False, and a problem, for a cell that must say something and does not.
  bool check_filled(const NamedRow& row, std::string_view column) {
    const CsvCell* cell = row.find(column);
    if (cell == nullptr) return false;  // the header's problem, said once
    if (!trim_blanks(cell->text).empty()) return true;
    report(problems_, cell->place, "missing-value",
           fmt::format("“{}”这一格是空的，请填上", column));
    return false;
  }

  template <class Id>
  Id read_cell_id(const NamedRow& row, std::string_view column) {
    if (!check_filled(row, column)) return Id();
    const CsvCell& cell = *row.find(column);
    Result<Id> id = Id::parse(cell.text);
    if (id) return *std::move(id);
    report(problems_, cell.place, "not-an-identifier", id.error().message);
    return Id();
  }

  Campaign& campaign_;
  Diagnostics& problems_;
  KnownNames awards_;
  KnownNames ids_;
};

void load_deeds(const SourceTree& tree, const std::string& folder, Campaign& campaign,
                Diagnostics& problems) {
  for (Candidate& candidate : campaign.candidates) {
    const std::string path = folder + "deeds/" + candidate.id.text() + ".md";
    candidate.deeds_place = {.file = tree.shown(path), .line = 1, .column = 1};
    candidate.deeds =
        read_required_text(tree, path, fmt::format("写上“{}”的主要事迹", candidate.name), problems)
            .value_or("");
  }
}

// A deeds file whose name is nobody's id is a slip in one of the two names.
void report_orphans(const SourceTree& tree, const std::string& folder, const Campaign& campaign,
                    Diagnostics& problems) {
  KnownNames known;
  for (const Candidate& candidate : campaign.candidates) known.insert(candidate.id.text());
  for (const auto& [path, bytes] : tree.below(folder + "deeds/")) {
    const ContentPath file = classify(path);
    if (file.kind != FileKind::Deeds) continue;
    report_unknown_reference(problems, {.file = tree.shown(path)}, "候选对象", file.id, known);
  }
}

}  // namespace

void load_candidates(const SourceTree& tree, const std::string& folder, Campaign& campaign,
                     Diagnostics& problems) {
  const std::string path = folder + "candidates.csv";
  const auto text = read_required_table(tree, path, "每行写一名候选对象，首行是列名", problems);
  if (!text) return;
  CandidatesReader(campaign, problems).read(read_csv(*text, tree.shown(path), problems));
  load_deeds(tree, folder, campaign, problems);
  report_orphans(tree, folder, campaign, problems);
}

}  // namespace gongshi
