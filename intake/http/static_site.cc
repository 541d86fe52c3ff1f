#include "intake/http/static_site.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "generator/notice/percent_encoding.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::pair<std::string_view, std::string_view> kContentTypes[] = {
    {".atom", "application/atom+xml; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".htm", kHtml},
    {".html", kHtml},
    {".ico", "image/x-icon"},
    {".ics", "text/calendar; charset=utf-8"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", kJson},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {".odt", "application/vnd.oasis.opendocument.text"},
    {".ofd", "application/ofd"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {".svg", "image/svg+xml"},
    {".txt", kPlainText},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".xml", "application/xml; charset=utf-8"},
    {".zip", "application/zip"},
};

// Names of attachments are anybody's: "表.PDF" is one. A feed in JSON has no ending of its own.
std::string_view content_type_of(std::string_view path) {
  if (path.ends_with("/feed.json")) return "application/feed+json; charset=utf-8";
  if (path.starts_with("/schema/")) return "application/schema+json; charset=utf-8";
  std::string ending(path.substr(std::min(path.rfind('.'), path.size())));
  for (char& c : ending) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto* found = std::ranges::find(kContentTypes, ending,
                                        &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(kContentTypes) ? "application/octet-stream" : found->second;
}

// A file that somebody laid beside a notice, and not a page of ours.
bool is_attachment(std::string_view path) {
  return path.starts_with("/notices/") && path.find("/attachments/") != std::string_view::npos;
}

// What a browser may show by itself. All else is for saving: a page or a drawing could hold scripts
// that would run as ours.
bool is_for_looking_at(std::string_view type) {
  return type == kPlainText || type == "application/pdf" || type == "image/jpeg" ||
         type == "image/png" || type == "image/webp";
}

void offer_attachment(std::string_view path, Answer& answer) {
  if (!is_for_looking_at(answer.content_type)) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    answer.headers.emplace_back("Content-Disposition",
                                "attachment; filename*=UTF-8''" + percent_encode_path(name));
  }
  // Tables and texts out of a spreadsheet are often GB18030: the browser may guess, not be misled.
  const std::size_t charset = answer.content_type.find("; charset=");
  if (charset != std::string::npos && first_invalid_utf8(answer.body)) {
    answer.content_type.erase(charset);
  }
}

// "/" and "/a/b" and "/a/b/": no empty segment, none that begins with a dot, no NUL.
bool names_a_file(std::string_view path) {
  if (!path.starts_with('/') || path.find('\0') != std::string_view::npos) return false;
  return path.find("//") == std::string_view::npos && path.find("/.") == std::string_view::npos;
}

// An open file that closes itself.
class OpenFile {
 public:
  // O_NONBLOCK: opening a pipe must not wait for a writer. O_NOFOLLOW: a link could lead elsewhere.
  explicit OpenFile(const std::filesystem::path& path)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)) {
    if (fd_ >= 0 && ::fstat(fd_, &status_) != 0) status_.st_mode = 0;
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }

  bool is_file() const { return fd_ >= 0 && S_ISREG(status_.st_mode); }
  bool is_folder() const { return fd_ >= 0 && S_ISDIR(status_.st_mode); }

  // Changes whenever the file does: published files are replaced by rename.
  std::string etag() const {
    return fmt::format("\"{:x}-{:x}-{:x}{:08x}\"", status_.st_ino, status_.st_size,
                       status_.st_mtim.tv_sec, status_.st_mtim.tv_nsec);
  }

  std::optional<std::string> read() const {
    std::string bytes(static_cast<std::size_t>(status_.st_size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t got = ::read(fd_, bytes.data() + done, bytes.size() - done);
      if (got <= 0) return std::nullopt;
      done += static_cast<std::size_t>(got);
    }
    return bytes;
  }

 private:
  int fd_;
  struct stat status_ {};
};

Answer redirect_to(std::string_view path) {
  return {.status = 308,
          .content_type = std::string(kPlainText),
          .body = {},
          .headers = {{"Location", percent_encode_path(path)}, {"Cache-Control", "no-cache"}},
          .route = "static"};
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// As layout.mustache shows a banner.
void insert_banner(std::string& page, const Demonstration& demonstration) {
  const auto body = page.find("<body");
  const auto end = body == std::string::npos ? body : page.find('>', body);
  if (end == std::string::npos) return;
  page.insert(
      end + 1,
      fmt::format("\n<aside class=\"banner\" aria-label=\"提示\" data-now=\"{}\"><p>{}</p></aside>",
                  to_text(demonstration.now), escape(demonstration.banner)));
}

std::optional<Answer> serve(const OpenFile& file, std::string_view path, const Request& request,
                            const std::optional<Demonstration>& demonstration) {
  Answer answer{.content_type = std::string(content_type_of(path)), .route = "static"};
  const bool with_banner = demonstration && answer.content_type == kHtml && !is_attachment(path);
  if (with_banner) {
    answer.headers = {{"Cache-Control", "no-store"}};
  } else {
    // Always ask again: a correction or a withdrawal must be seen at once.
    answer.headers = {{"Cache-Control", "no-cache"}, {"ETag", file.etag()}};
    if (request.if_none_match == file.etag()) {
      answer.status = 304;
      return answer;
    }
  }
  auto bytes = file.read();
  if (!bytes) return std::nullopt;
  answer.body = std::move(*bytes);
  if (with_banner) insert_banner(answer.body, *demonstration);
  if (is_attachment(path)) offer_attachment(path, answer);
  return answer;
}

}  // namespace

StaticSite::StaticSite(std::filesystem::path folder) : folder_(std::move(folder)) {}

std::optional<Answer> StaticSite::find(const Request& request,
                                       const std::optional<Demonstration>& demonstration) const {
  if (!names_a_file(request.path)) return std::nullopt;
  std::string path = request.path;
  if (path.ends_with('/')) path += "index.html";
  const OpenFile file(folder_ / path.substr(1));
  if (file.is_folder()) return redirect_to(path + "/");
  if (!file.is_file()) return std::nullopt;
  return serve(file, path, request, demonstration);
}

}  // namespace gongshi
