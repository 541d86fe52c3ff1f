#include "generator/preview/preview_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/notice/json.h"
#include "site-templates/embedded_files.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

struct FileEnding {
  std::string_view ending;
  const char* content_type;
};

constexpr const char* kPageType = "text/html; charset=utf-8";

constexpr FileEnding kFileEndings[] = {
    {".html", kPageType},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".xml", "application/xml"},
    {".ics", "text/calendar; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".txt", "text/plain; charset=utf-8"},
    {".pdf", "application/pdf"},
};

const char* content_type_of(std::string_view path) {
  const auto* found = std::ranges::find_if(
      kFileEndings, [&](const FileEnding& known) { return path.ends_with(known.ending); });
  return found == std::end(kFileEndings) ? "application/octet-stream" : found->content_type;
}

// Each name between slashes is a plain one.
bool stays_below(std::string_view path) {
  if (!path.starts_with('/') || path.find('\0') != std::string_view::npos) return false;
  return path.find("/.") == std::string_view::npos && path.find("//") == std::string_view::npos &&
         path.find('\\') == std::string_view::npos;
}

// Not through a link at the end: a build makes none.
std::optional<std::string> read(const fs::path& file) {
  std::error_code failed;
  if (fs::symlink_status(file, failed).type() != fs::file_type::regular) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) return std::nullopt;
  return bytes;
}

PreviewAnswer own_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path != name) continue;
    return {.content_type = content_type_of(name), .body = std::string(file.bytes)};
  }
  return {.status = 404, .content_type = "text/plain; charset=utf-8", .body = ""};
}

}  // namespace

PreviewSite::PreviewSite(fs::path folder) : folder_(std::move(folder)) {}

// Before </head>, so that it runs also on pages that hold no text.
std::string PreviewSite::with_script(std::string page) const {
  const std::size_t end = page.find("</head>");
  if (end == std::string::npos) return page;
  const std::scoped_lock lock(mutex_);
  page.insert(end, fmt::format("<link rel=\"stylesheet\" href=\"{}\">"
                               "<script src=\"{}\" data-version=\"{}\" defer></script>",
                               kPreviewStylePath, kPreviewScriptPath, version_));
  return page;
}

PreviewAnswer PreviewSite::not_found() const {
  const auto page = read(folder_ / "404.html");
  return {.status = 404,
          .content_type = kPageType,
          // Before the first build succeeds there is no page to put the script in.
          .body = with_script(page.value_or("<!DOCTYPE html><html lang=\"zh-CN\"><head>"
                                            "<meta charset=\"utf-8\"><title>gongshi watch</title>"
                                            "</head><body></body></html>"))};
}

PreviewAnswer PreviewSite::answer(const std::string& path) const {
  if (path == kPreviewScriptPath) return own_file("watch/reload.js");
  if (path == kPreviewStylePath) return own_file("watch/reload.css");
  if (!stays_below(path)) return not_found();
  const std::string below = path.substr(1) + (path.ends_with('/') ? "index.html" : "");
  std::error_code failed;
  if (fs::is_directory(folder_ / below, failed)) {
    return {.status = 302, .content_type = kPageType, .body = "", .location = path + "/"};
  }
  auto bytes = read(folder_ / below);
  if (!bytes) return not_found();
  const bool is_page = below.ends_with(".html");
  return {.content_type = content_type_of(below),
          .body = is_page ? with_script(*std::move(bytes)) : *std::move(bytes)};
}

void PreviewSite::show(std::string problems) {
  {
    const std::scoped_lock lock(mutex_);
    ++version_;
    problems_ = std::move(problems);
  }
  changed_.notify_all();
}

std::string PreviewSite::state_after(const std::string& after,
                                     std::chrono::milliseconds at_most) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, at_most, [&] { return !is_open_ || std::to_string(version_) != after; });
  const Json state = {{"version", std::to_string(version_)}, {"problems", problems_}};
  return state.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void PreviewSite::close() {
  {
    const std::scoped_lock lock(mutex_);
    is_open_ = false;
  }
  changed_.notify_all();
}

}  // namespace gongshi
