#include "generator/scan/travel_document.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(TravelDocumentTest, NeverWithoutItsWord) {
  EXPECT_TRUE(travel_document_at(NumberLine("护照E12345678"), 0));
  EXPECT_FALSE(travel_document_at(NumberLine("型号E12345678"), 0));
  EXPECT_FALSE(travel_document_at(NumberLine("E12345678，护照"), 0)) << "the word comes first";
}

TEST(TravelDocumentTest, LettersAndDigitsInTheirNumber) {
  for (const char* text : {"护照E123456", "护照ABC1234567", "护照12345678", "护照E12345678901",
                           "护照E12345678A", "护照AB1234567890"}) {
    EXPECT_FALSE(travel_document_at(NumberLine(text), 0)) << text;
  }
}

}  // namespace
}  // namespace gongshi
