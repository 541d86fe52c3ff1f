#include "generator/check/lengths.h"

#include <fmt/format.h>

#include <string_view>

#include "generator/check/rules.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

int count_characters(std::string_view text) {
  int count = 0;
  while (!(text = trim_blanks(text)).empty()) {
    text.remove_prefix(first_code_points(text, 1).size());
    ++count;
  }
  return count;
}

}  // namespace

void check_lengths(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) {
    for (const Candidate& candidate : campaign.candidates) {
      const Award* award = campaign.find(candidate.award);
      if (award == nullptr || !award->deeds_max_chars) continue;
      const int count = count_characters(candidate.deeds);
      if (count <= *award->deeds_max_chars) continue;
      report_rule(problems, candidate.deeds_place, "deeds-too-long",
                  fmt::format("“{}”的主要事迹有 {} 字（不计空白），“{}”最多 {} 字；请压缩",
                              candidate.name, count, award->title, *award->deeds_max_chars));
    }
  }
}

}  // namespace gongshi
