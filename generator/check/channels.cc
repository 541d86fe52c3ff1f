#include "generator/check/channels.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "generator/check/rules.h"

namespace gongshi {

void check_channels(const Content& content, Diagnostics& problems) {
  for (const Notice& notice : content.notices) {
    std::set<std::string_view> kinds;
    for (const Channel& channel : notice.channels) kinds.insert(channel.kind);
    const bool only_online = std::ranges::all_of(
        kinds, [](std::string_view kind) { return kind == "online" || kind == "email"; });
    if (kinds.size() >= 2 && !only_online) continue;
    report_rule(problems, notice.place_of("channel"), "channels-too-few",
                "至少要有两种反映渠道，其中一种不靠网络（电话、信函、来访、传真）；"
                "请补写 [[channel]]");
  }
}

}  // namespace gongshi
