// What the README promises, held against the programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "generator/load/source_tree.h"
#include "generator/notice/window.h"
#include "intake/filing/limits.h"
#include "intake/http/limits.h"
#include "tests/architecture/source_files.h"

namespace gongshi {
namespace {

std::string row(const std::string& what, const std::string& limit) {
  return "| " + what + " | " + limit + " |";
}

std::string characters(std::size_t count) { return std::to_string(count) + " characters"; }

std::string kibibytes(std::size_t bytes) { return std::to_string(bytes / 1024) + " KiB"; }

constexpr Rates kRates;

std::string rate(const Rate& rate) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(rate.each);
  return std::to_string(rate.at_once) + ", then one each " + std::to_string(seconds.count()) + " s";
}

TEST(ReadmeTest, LimitsAreTheOnesEnforced) {
  const std::string rows[] = {
      row("statement", characters(kStatementLengthMax)),
      row("name or unit", characters(kNameLengthMax)),
      row("contact", characters(kContactLengthMax)),
      row("files with one objection", std::to_string(kEvidenceCountMax) + ", each " +
                                          std::to_string(kEvidenceBytesMax >> 20U) + " MiB"),
      row("notes added afterwards",
          std::to_string(kSupplementCountMax) + ", each as long as a statement"),
      row("text of one form", kibibytes(kFilingTextBytesMax)),
      row("one filing with what it carries", kibibytes(kFilingBytesMax)),
      row("request line and headers",
          kibibytes(kHeadBytesMax) + ", " + std::to_string(kHeaderCountMax) + " headers"),
      row("connections at a time", std::to_string(kConnectionsMax)),
      row("objections from one network", rate(kRates.filings_of_network)),
      row("objections from a network named with `--shared-network`",
          rate(kRates.filings_of_shared_network)),
      row("objections to one notice", rate(kRates.filings_on_notice)),
      row("wrong receipt codes from one network", rate(kRates.wrong_codes_of_network)),
      row("wrong receipt codes from such a network", rate(kRates.wrong_codes_of_shared_network)),
      row("wrong receipt codes for one number", rate(kRates.wrong_codes_on_number)),
      row("days of a window", std::to_string(kWindowDaysMax)),
      row("one file beside a notice", std::to_string(kAttachmentBytesMax >> 20U) + " MiB"),
  };
  const std::string readme = text_of("README.md");
  for (const std::string& expected : rows) EXPECT_THAT(readme, testing::HasSubstr(expected));
}

TEST(ReadmeTest, IsReadInOneSitting) {
  const std::string readme = text_of("README.md");
  const auto lines = std::count(readme.begin(), readme.end(), '\n');
  EXPECT_GE(lines, 80);
  EXPECT_LE(lines, 120);
}

}  // namespace
}  // namespace gongshi
