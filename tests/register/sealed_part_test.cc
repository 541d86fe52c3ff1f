#include "intake/register/sealed_part.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gongshi {
namespace {

DataKey sample_key(unsigned char fill = 3) {
  DataKey::Bytes bytes;
  bytes.fill(fill);
  return DataKey(bytes);
}

EvidenceFile sample_file(const std::string& name) {
  return {.id = std::string(32, 'a'),
          .key = sha256("key " + name),
          .name = name,
          .type = "pdf",
          .size = 12345,
          .sha256 = sha256(name)};
}

std::vector<ObjectionPart> sample_parts() {
  return {{.text = "", .opening = {}},
          {.text = "异议记录 𠮷\n", .opening = sha256("opening")},
          {.text = "答复", .opening = {}, .evidence = {sample_file("会议记录.pdf")}},
          {.text = std::string("\0a", 2) + std::string(200'000, 'x'),
           .opening = sha256("opening"),
           .evidence = {sample_file("a"), sample_file(""), sample_file("c")}}};
}

TEST(SealedPartTest, OpensToWhatWasSealed) {
  for (const ObjectionPart& part : sample_parts()) {
    EXPECT_EQ(open_part(sample_key(), 4, seal_part(sample_key(), 4, part)).value(), part);
  }
}

// A text that was moved to another step, or to another objection, is refused.
TEST(SealedPartTest, OpensWithItsKeyAndInItsPlaceAlone) {
  const std::string sealed = seal_part(sample_key(), 4, sample_parts()[1]);
  for (const auto& opened : {open_part(sample_key(), 3, sealed), open_part(sample_key(), 0, sealed),
                             open_part(sample_key(5), 4, sealed)}) {
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
  }
}

TEST(SealedPartTest, AnyChangedByteAndAnyCutIsRefused) {
  const std::string sealed = seal_part(sample_key(), 0, sample_parts()[2]);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    EXPECT_FALSE(open_part(sample_key(), 0, changed)) << i;
    EXPECT_FALSE(open_part(sample_key(), 0, sealed.substr(0, i))) << i;
  }
}

TEST(SealedPartTest, SaysNothingButItsLength) {
  const std::string sealed = seal_part(sample_key(), 0, sample_parts()[2]);
  EXPECT_THAT(sealed, testing::Not(testing::HasSubstr("答复")));
  EXPECT_THAT(sealed, testing::Not(testing::HasSubstr("会议记录")));
  EXPECT_NE(seal_part(sample_key(), 0, sample_parts()[2]), sealed);
}

// What is sealed inside and makes no sense is refused, not read past its end.
TEST(SealedPartTest, BytesThatAreNoPartAreRefused) {
  const StreamKey key = sample_key().stream_key(0);
  const std::string field = std::string("\0\0\0\0\0\0\0\1x", 9);
  for (const std::string& packed :
       {std::string(), std::string("x"), std::string(8, '\xFF'), field, field + field,
        field + std::string(8, '\0') + field, std::string(7, '\0')}) {
    EXPECT_FALSE(open_part(sample_key(), 0, seal_text(key, packed))) << packed.size();
  }
}

}  // namespace
}  // namespace gongshi
