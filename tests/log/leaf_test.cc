#include "intake/log/leaf.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace gongshi {
namespace {

constexpr std::string_view kOrigin = "gongshi.example/objections";
const Date kDate = parse_date("2017-06-22").value();
const Sha256 kHash = sha256("");  // 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= in base 64

struct Example {
  Leaf leaf;
  std::string text;
};

std::vector<Example> examples() {
  return {
      {FiledLeaf{.date = kDate, .commitment = kHash},
       "gongshi.example/objections/leaf/v1\n"
       "filed\n"
       "date 2017-06-22\n"
       "commitment 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"},
      {DecidedLeaf{.ref = 12, .date = kDate, .outcome = Outcome::PartlyUpheld, .commitment = kHash},
       "gongshi.example/objections/leaf/v1\n"
       "decided\n"
       "ref 12\n"
       "date 2017-06-22\n"
       "outcome partly_upheld\n"
       "commitment 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"},
      {ClosedLeaf{.date = kDate, .record_sha256 = kHash},
       "gongshi.example/objections/leaf/v1\n"
       "closed\n"
       "date 2017-06-22\n"
       "record-sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"},
      {ErasedLeaf{.ref = 0, .date = kDate, .basis = "retention-expired"},
       "gongshi.example/objections/leaf/v1\n"
       "erased\n"
       "ref 0\n"
       "date 2017-06-22\n"
       "basis retention-expired\n"}};
}

// Frozen: a leaf's bytes are hashed into the tree for ever.
TEST(LeafTest, IsWrittenAsItAlwaysWas) {
  for (const auto& [leaf, text] : examples()) EXPECT_EQ(write_leaf(kOrigin, leaf), text);
}

TEST(LeafTest, ReadsWhatItWrites) {
  for (const auto& [leaf, text] : examples()) {
    const auto read = parse_leaf(kOrigin, text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, leaf);
  }
}

TEST(LeafTest, BelongsToItsLogAlone) {
  for (const auto& [leaf, text] : examples()) {
    EXPECT_FALSE(parse_leaf("gongshi.example/other", text));
    EXPECT_FALSE(parse_leaf("", text));
  }
}

// A text that reads as a leaf is the text of that leaf: what an altered byte still lets through is
// another leaf, with another hash.
TEST(LeafTest, HasOneSpelling) {
  for (const auto& [leaf, text] : examples()) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      for (int c = 0; c < 256; ++c) {
        std::string altered = text;
        altered[i] = static_cast<char>(c);
        const auto read = parse_leaf(kOrigin, altered);
        EXPECT_TRUE(!read || write_leaf(kOrigin, *read) == altered);
        EXPECT_EQ(read && *read == leaf, altered == text);
      }
      std::string shorter = text;
      shorter.erase(i, 1);
      const auto of_shorter = parse_leaf(kOrigin, shorter);
      EXPECT_TRUE(!of_shorter || write_leaf(kOrigin, *of_shorter) == shorter);
    }
    EXPECT_FALSE(parse_leaf(kOrigin, text + "\n"));
    EXPECT_FALSE(parse_leaf(kOrigin, text + "date 2017-06-22\n"));
    EXPECT_FALSE(parse_leaf(kOrigin, text.substr(0, text.size() - 1)));
  }
}

TEST(LeafTest, RejectsWhatIsNoLeaf) {
  const std::string head = "gongshi.example/objections/leaf/v1\n";
  const std::string hash = "commitment 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
  const std::string kRejected[] = {
      "",
      head,
      head + "filed\n",
      head + "filed\n" + hash + "date 2017-06-22\n",  // order
      head + "filed\ndate 2017-02-30\n" + hash,       // no such day
      head + "filed\ndate  2017-06-22\n" + hash,
      head + "Filed\ndate 2017-06-22\n" + hash,
      head + "lost\ndate 2017-06-22\n" + hash,
      head + "decided\nref 1\ndate 2017-06-22\noutcome lost\n" + hash,
      head + "decided\nref 01\ndate 2017-06-22\noutcome upheld\n" + hash,
      head + "decided\nref -1\ndate 2017-06-22\noutcome upheld\n" + hash,
      head + "erased\nref 1\ndate 2017-06-22\nbasis Law 5\n",
      head + "erased\nref 1\ndate 2017-06-22\nbasis \n"};
  for (const std::string& text : kRejected) EXPECT_FALSE(parse_leaf(kOrigin, text)) << text;
}

}  // namespace
}  // namespace gongshi
