// A notice of two candidates, objections to it in any state, and a folder for a test's files.
#ifndef TESTS_DESK_SAMPLE_DESK_H_
#define TESTS_DESK_SAMPLE_DESK_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"

namespace gongshi {

Instant instant(std::string_view text);  // RFC 3339; a typing mistake is a failed test

// "sample-notice" of "sample-campaign", 2017-06-21 09:00 to the end of 2017-06-27, with the
// candidates "reception" (示例接待科, a collective) and "person" (𬱖某).
ManifestNotice sample_notice();
// As an older generator wrote it: without the office's own periods and working days.
Manifest sample_manifest();
// With the usual periods, and the working days from 2017-06-19 to 2017-07-31: no holiday is among
// them.
Manifest sample_manifest_with_terms();

inline constexpr std::string_view kWhileOpen = "2017-06-22T09:00:00+08:00";
inline constexpr std::string_view kLastSecond = "2017-06-27T23:59:59+08:00";
inline constexpr std::string_view kAtClosing = "2017-06-28T00:00:00+08:00";

struct SampleCase {
  std::string number = "2017-000001-7";
  std::string candidate = {};  // empty: the whole notice
  Medium medium = Medium::Online;
  Signature signature = Signature::Anonymous;
  std::optional<Outcome> outcome = {};  // decided, when given
  bool replied = false;
  std::uint64_t leaf_index = 0;
};

CaseFile sample_case(const SampleCase& sample);

// Made empty, gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const;
  std::string text_of(const std::filesystem::path& name) const;  // "" when there is no such file

 private:
  std::filesystem::path path_;
};

}  // namespace gongshi

#endif  // TESTS_DESK_SAMPLE_DESK_H_
