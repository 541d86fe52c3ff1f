#include "generator/scan/email_address.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

TEST(EmailAddressTest, OnlyPrivateProvidersAndOnlyOutsideTheContactBlock) {
  EXPECT_EQ(private_email_addresses("a@163.com，b@example.gov.cn，c@QQ.com", Zone::Page).size(),
            2U);
  EXPECT_TRUE(private_email_addresses("a@163.com", Zone::ContactBlock).empty());
}

TEST(EmailAddressTest, AnAddressHasTwoSides) {
  for (const std::string text :
       {"@", "@@@", "@163.com", "a@", "a@.163.com", "a@163.com.cn", "a 163.com"}) {
    EXPECT_TRUE(private_email_addresses(text, Zone::Page).empty()) << text;
  }
  EXPECT_TRUE(private_email_addresses("a@" + std::string(300, 'x'), Zone::Page).empty());
}

TEST(EmailAddressTest, AMobileNumberIsReportedElsewhere) {
  EXPECT_TRUE(private_email_addresses("13800138000@163.com", Zone::Page).empty());
}

}  // namespace
}  // namespace gongshi
