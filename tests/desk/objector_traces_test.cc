#include "intake/desk/objector_traces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Objection objection_by(std::string name, std::string contact = "0351-1234567，li_q@example.com") {
  Objection objection;
  objection.identity = Identity::Named;
  objection.name = std::move(name);
  objection.contact = std::move(contact);
  return objection;
}

// The parts of the text that tell, each once.
std::set<std::string> parts_of(std::string_view text, PublishedNames names,
                               const Objection& objection = objection_by("李·𬱖")) {
  const CaseFile file = sample_case({.number = "2017-000123-7", .candidate = "person"});
  std::set<std::string> parts;
  const ManifestNotice notice = sample_notice();
  for (const auto& trace : TraceSearch(notice, names, text).traces_of(file, objection)) {
    EXPECT_LT(trace.begin, trace.end) << text;
    EXPECT_LE(trace.end, text.size()) << text;
    parts.emplace(text.substr(trace.begin, trace.end - trace.begin));
  }
  return parts;
}

// Where it stands in what was written, however that is typed.
TEST(ObjectorTracesTest, AreThePartsOfTheTextAsWritten) {
  struct Row {
    const char* text;
    std::set<std::string> parts;
  };
  const Row rows[] = {
      {"我是李·𬱖，", {"李·𬱖"}},
      {"我是李 𬱖，", {"李 𬱖"}},
      {"署名：李\n𬱖。", {"李\n𬱖"}},
      {"电话（０３５１）１２３４５６７。", {"０３５１）１２３４５６７", "１２３４５６７"}},
      {"请写信到LI_Q@Example.com", {"LI_Q@Example.com"}},
      {"登记号2017-000123-7", {"2017-000123", "2017-000123-7"}},
      {"我6月22日上午交的", {"6月22日"}},
      {"我2017年06月22日交的", {"6月22日"}},
      {"09:00交的", {"09:00"}},
      {"九月二十二日、16月22日、2016年6月22日", {}},
      {"", {}},
  };
  for (const auto& [text, parts] : rows) {
    EXPECT_EQ(parts_of(text, PublishedNames::MayStand), parts) << text;
  }
}

// A letter and its accent apart are one letter on both sides; the way back is the line then.
TEST(ObjectorTracesTest, LettersThatBecomeOneAreFoundInTheirLine) {
  EXPECT_EQ(
      parts_of("请找Rene\u0301e。\n别的话", PublishedNames::MayStand, objection_by("RENÉE", "")),
      std::set<std::string>{"请找Rene\u0301e。"});
}

TEST(ObjectorTracesTest, PublishedNamesCountOrNot) {
  const Objection unit = objection_by("示例单位", "");
  EXPECT_THAT(parts_of("示例单位认为", PublishedNames::MayStand, unit), IsEmpty());
  EXPECT_THAT(parts_of("示例单位认为", PublishedNames::CountWhenTheirs, unit),
              ElementsAre("示例单位"));
  // 示例接待科 is published; a part of it is nobody's.
  const Objection part = objection_by("接待科", "");
  EXPECT_THAT(parts_of("示例接待科的数据", PublishedNames::CountWhenTheirs, part), IsEmpty());
  EXPECT_THAT(parts_of("我们接待科的数据", PublishedNames::CountWhenTheirs, part),
              ElementsAre("接待科"));
}

TEST(ObjectorTracesTest, AnAnonymousOneLeavesNumberAndTimesAlone) {
  const Objection nobody = objection_by("", "");
  EXPECT_THAT(parts_of("李·𬱖，0351-1234567", PublishedNames::MayStand, nobody), IsEmpty());
  EXPECT_THAT(parts_of("2017-000123，6月22日", PublishedNames::MayStand, nobody),
              ElementsAre("2017-000123", "6月22日"));
}

}  // namespace
}  // namespace gongshi
