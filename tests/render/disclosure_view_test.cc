#include "generator/render/disclosure_view.h"

#include <gmock/gmock.h>

#include "tests/render/page_json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

TEST(DisclosureViewTest, ShowsWhatTheDocumentHasAndNothingElse) {
  const SampleSite site;
  Disclosure disclosure;
  EXPECT_EQ(as_json(describe_disclosure(site.model(), disclosure)), Json::array());
  disclosure.written_on = parse_date("2021-07-08").value();
  disclosure.index_number = "015000185/2021-00308";
  disclosure.openness = "此件公开发布";
  EXPECT_EQ(as_json(describe_disclosure(site.model(), disclosure)),
            Json::parse(R"([{"label":"索引号","value":"015000185/2021-00308"},
                            {"label":"成文日期","value":"2021年7月8日"}])"));
}

TEST(DisclosureViewTest, EachEntryHasAWord) {
  const SampleSite site;
  const Date day = parse_date("2021-07-08").value();
  const Disclosure disclosure{.index_number = "1",
                              .document_number = "2",
                              .issuer = "3",
                              .subject = "4",
                              .validity = "5",
                              .openness = "6",
                              .written_on = day,
                              .published_on = day};
  const Json entries = as_json(describe_disclosure(site.model(), disclosure));
  EXPECT_EQ(entries.size(), 7U);
  EXPECT_EQ(entries.dump().find("[disclosure."), std::string::npos);
  const Contact contact{.office = "某局",
                        .phones = {"1"},
                        .fax = "2",
                        .email = "3",
                        .address = "4",
                        .postcode = "5",
                        .hours = "6"};
  const Json contacts = as_json(describe_contacts(site.model(), {contact}));
  EXPECT_EQ(contacts[0]["entries"].size(), 6U);
  EXPECT_EQ(contacts.dump().find("[contact."), std::string::npos);
}

TEST(DisclosureViewTest, OnlyOneNumberOrAddressIsALink) {
  EXPECT_EQ(link_to("phone", "0351—4019050"), "tel:03514019050");
  EXPECT_EQ(link_to("phone", "0771-2838960 2613550"), "");
  EXPECT_EQ(link_to("phone", "见公告栏"), "");
  EXPECT_EQ(link_to("email", "a@b.cn"), "mailto:a@b.cn");
  EXPECT_EQ(link_to("fax", "0351-4019050"), "");
}

}  // namespace
}  // namespace gongshi
