#include "generator/check/finding_report.h"

#include <gtest/gtest.h>

#include "generator/check/rules.h"
#include "generator/scan/scanner.h"
#include "tests/scan/example_table.h"

namespace gongshi {
namespace {

// Whatever the scanner can find has a rule, of the level that its severity asks for.
TEST(FindingReportTest, EveryFindingHasItsRule) {
  for (const ExampleRow& row : read_examples("leaks.txt", 5)) {
    const auto& f = row.fields;
    for (const Finding& finding :
         scan_text(f[4], f[2] == "contact" ? Zone::ContactBlock : Zone::Page)) {
      const Rule* rule = find_rule(rule_of(finding));
      ASSERT_NE(rule, nullptr) << rule_of(finding);
      EXPECT_EQ(rule->level == Level::Error, finding.severity == Severity::Block) << rule->code;
    }
  }
}

TEST(FindingReportTest, TheSentenceBeginsWithThePlaceInsideTheFile) {
  const auto found = scan_text("13800138000", Zone::Page);
  Diagnostics problems;
  report_finding(problems, {.file = "a", .line = 3, .column = 4}, found.at(0));
  report_finding(problems, {.file = "a"}, found.at(0), "工作表“Sheet2”（隐藏） B7");
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].message, sentence(found[0]));
  EXPECT_EQ(problems[0].place.line, 3);
  EXPECT_EQ(problems[1].message, "工作表“Sheet2”（隐藏） B7：" + sentence(found[0]));
  EXPECT_EQ(problems[1].code, "mobile-number");
}

}  // namespace
}  // namespace gongshi
