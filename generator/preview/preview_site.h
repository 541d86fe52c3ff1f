// A built site as the person sees it who is writing its content: the files of a folder, each page
// with a script that loads it anew when the folder has changed, and says what is wrong with the
// content. The script is put in while the page is sent: no file has it, so nothing of it can be
// published.
#ifndef GENERATOR_PREVIEW_PREVIEW_SITE_H_
#define GENERATOR_PREVIEW_PREVIEW_SITE_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>

namespace gongshi {

inline constexpr const char* kPreviewScriptPath = "/.watch/reload.js";
inline constexpr const char* kPreviewStylePath = "/.watch/reload.css";
inline constexpr const char* kPreviewStatePath = "/.watch/state";

struct PreviewAnswer {
  int status = 200;
  std::string content_type;
  std::string body;
  std::string location = {};  // of a redirection
};

// Any thread may call anything.
class PreviewSite {
 public:
  explicit PreviewSite(std::filesystem::path folder);

  // Of a path as the browser asks for it, percent signs decoded. Never leads out of the folder, nor
  // through a link, nor to a name that begins with a dot.
  PreviewAnswer answer(const std::string& path) const;

  // The folder has changed, or the content is wrong in another way: `problems` is what to tell, as
  // the terminal shows it, "" for nothing.
  void show(std::string problems);

  // {"version", "problems"} as JSON: at once when the version is no longer `after`, else after the
  // next show(), close(), or `at_most`.
  std::string state_after(const std::string& after, std::chrono::milliseconds at_most) const;

  // Nobody waits any more.
  void close();

 private:
  std::string with_script(std::string page) const;
  PreviewAnswer not_found() const;

  const std::filesystem::path folder_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::uint64_t version_ = 1;
  std::string problems_;
  bool is_open_ = true;
};

}  // namespace gongshi

#endif  // GENERATOR_PREVIEW_PREVIEW_SITE_H_
