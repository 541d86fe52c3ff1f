// What the columns of a 推荐对象汇总表 are called, and which column of candidates.csv each becomes.
#ifndef GENERATOR_IMPORT_SUMMARY_HEADER_H_
#define GENERATOR_IMPORT_SUMMARY_HEADER_H_

#include <string>
#include <string_view>

#include "generator/load/campaign.h"

namespace gongshi {

enum class HeaderKind {
  Column,   // becomes `column`
  Dropped,  // class NEVER, or a way to reach somebody: its values are not read
  Unknown,
};

struct HeaderMeaning {
  HeaderKind kind = HeaderKind::Unknown;
  std::string_view column;  // a name of candidate_columns()
};

// A header as people read it: without blanks, line breaks and what stands in brackets.
// "政治\n面貌" is 政治面貌, "窗口负责人 姓名" 窗口负责人姓名.
std::string plain_header(std::string_view cell);

// Of a plain header, in a table of `kind`: 单位名称 names a collective, but where a person works.
HeaderMeaning meaning_of(std::string_view header, AwardKind kind);

// Whether the plain header names who is proposed: 姓名 for persons; 先进集体名称, 窗口名称 and
// their like for collectives. A table is what this column says it is, whatever its title says: one
// of 2021 is titled 先进单位 and lists persons.
bool names_candidates(std::string_view header, AwardKind kind);

}  // namespace gongshi

#endif  // GENERATOR_IMPORT_SUMMARY_HEADER_H_
