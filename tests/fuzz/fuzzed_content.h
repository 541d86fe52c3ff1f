// A small good content folder in memory, in which a fuzzer puts its bytes in the place of one file.
#ifndef TESTS_FUZZ_FUZZED_CONTENT_H_
#define TESTS_FUZZ_FUZZED_CONTENT_H_

#include <string>
#include <string_view>

namespace gongshi {

inline constexpr const char* kFuzzedCampaign = "campaigns/p/campaign.toml";
inline constexpr const char* kFuzzedCandidates = "campaigns/p/candidates.csv";
inline constexpr const char* kFuzzedNotice = "campaigns/p/notices/n/notice.md";

// Loads and checks the folder with `bytes` as `file`, and aborts unless
//   every problem names its file, lies within it, and says something;
//   the same bytes give the same problems again;
//   without an error, what is loaded refers only to what is there, and every window is counted.
void expect_sound_content(const std::string& file, std::string_view bytes);

}  // namespace gongshi

#endif  // TESTS_FUZZ_FUZZED_CONTENT_H_
