#include "generator/check/channels.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(ChannelsTest, TwoWaysAndOneWithoutTheInternet) {
  const std::string both =
      "[[channel]]\nkind = \"phone\"\nvalue = \"0000-1234567\"\n"
      "[[channel]]\nkind = \"online\"\nvalue = \"本页的表单\"\n";
  const auto channels = [](std::initializer_list<const char*> kinds) {
    std::string text;
    for (const char* kind : kinds) {
      text += "[[channel]]\nkind = \"" + std::string(kind) + "\"\nvalue = \"某处\"\n";
    }
    return text;
  };
  const std::string file = kSampleNotice;
  const CheckCase cases[] = {
      {{{file, both, channels({"phone", "letter"})}}, {}},
      {{{file, both, channels({"email", "visit"})}}, {}},
      {{{file, both, channels({"online", "fax"})}}, {}},
      {{{file, both, channels({"email", "online"})}}, {file + ":9:1 channels-too-few"}},
      {{{file, both, channels({"phone"})}}, {file + ":9:1 channels-too-few"}},
      {{{file, both, channels({"phone", "phone"})}}, {file + ":9:1 channels-too-few"}},
      {{{file, both, ""}}, {file + ":1:1 channels-too-few"}},
  };
  expect_problems(sample_content(), cases);
}

}  // namespace
}  // namespace gongshi
