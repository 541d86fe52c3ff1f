#include "generator/import/summary_header.h"

#include <algorithm>
#include <array>
#include <span>

#include "generator/load/candidate_columns.h"
#include "generator/scan/forbidden_header.h"
#include "generator/scan/normalized_text.h"

namespace gongshi {
namespace {

struct HeaderRow {
  std::string_view header;
  std::string_view column;
};

// As the tables and forms of 2017 to 2022 spell them. What candidate_columns() itself calls a
// column is known as well.
constexpr auto kBoth = std::to_array<HeaderRow>({
    {"序号", "rank"},
    {"排序", "rank"},
    {"推荐顺序", "rank"},
    {"行政级别", "level"},
    {"单位级别", "level"},
    {"性质", "nature"},
    {"推荐地区", "recommended_by"},
    {"曾获荣誉", "honours"},
    {"曾获奖励", "honours"},
});
constexpr auto kCollective = std::to_array<HeaderRow>({
    {"先进集体名称", "name"},
    {"集体名称", "name"},
    {"窗口名称", "name"},
    {"单位名称", "name"},
    {"集体级别", "level"},
    {"窗口级别", "level"},
    {"集体性质", "nature"},
    {"窗口性质", "nature"},
    {"人数", "headcount"},
    {"集体所属单位名称", "affiliation"},
    {"窗口所属单位名称", "affiliation"},
    {"所属单位名称", "affiliation"},
    {"负责人", "head"},
    {"负责人姓名及职务", "head"},
    {"集体负责人姓名及职务", "head"},
    {"窗口负责人姓名及职务", "head"},
    {"窗口负责人姓名", "head"},
    {"窗口负责人单位及职务", "head"},
});
constexpr auto kIndividual = std::to_array<HeaderRow>({
    {"姓名", "name"},
    {"单位", "unit"},
    {"单位名称", "unit"},
    {"所在单位", "unit"},
    {"单位及职务", "post"},
    {"现任职务", "post"},
    {"学历学位", "education"},
    {"学历及学位", "education"},
    {"参加工作时间", "work_since"},
    {"在窗口工作年限", "tenure_years"},
    {"工作年限", "tenure_years"},
    {"从事信访工作年限", "tenure_years"},
});
// How to reach somebody is the office's own (DOMAIN 1.6). forbidden_header() knows the others.
constexpr auto kContact = std::to_array<std::string_view>(
    {"联系人及电话", "联系人", "联系方式", "电话", "邮编", "邮政编码", "传真", "邮箱", "电子邮箱"});
// A summary table cannot fill these: the program and the campaign do.
constexpr auto kOwn = std::to_array<std::string_view>({"id", "award", "candidacy"});

std::span<const HeaderRow> rows_of(AwardKind kind) {
  if (kind == AwardKind::Collective) return kCollective;
  return kIndividual;
}

std::string_view column_in(std::span<const HeaderRow> rows, std::string_view header) {
  const auto found = std::ranges::find(rows, header, &HeaderRow::header);
  return found == rows.end() ? std::string_view() : found->column;
}

std::string_view column_titled(std::string_view header) {
  const auto columns = candidate_columns();
  const auto found = std::ranges::find(columns, header, &CandidateColumn::title);
  const bool is_own = found != columns.end() && std::ranges::count(kOwn, found->name) > 0;
  return found == columns.end() || is_own ? std::string_view() : found->name;
}

bool is_dropped(std::string_view header) {
  return forbidden_header(header).has_value() || std::ranges::count(kContact, header) > 0;
}

}  // namespace

std::string plain_header(std::string_view cell) {
  std::string header = NormalizedText(cell).text();
  std::erase_if(header, [](char c) { return c == ' ' || ('\t' <= c && c <= '\r'); });
  return header.substr(0, header.find('('));
}

HeaderMeaning meaning_of(std::string_view header, AwardKind kind) {
  if (is_dropped(header)) return {.kind = HeaderKind::Dropped, .column = {}};
  for (const std::string_view column :
       {column_in(rows_of(kind), header), column_in(kBoth, header), column_titled(header)}) {
    if (!column.empty()) return {.kind = HeaderKind::Column, .column = column};
  }
  return {};
}

bool names_candidates(std::string_view header, AwardKind kind) {
  // A person's unit is called 单位名称 as well; 姓名 decides before it.
  return column_in(rows_of(kind), header) == "name";
}

}  // namespace gongshi
