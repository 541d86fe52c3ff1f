#include "intake/http/static_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "generator/notice/percent_encoding.h"
#include "generator/notice/utf8.h"
#include "intake/http/content_coding.h"
#include "intake/http/entity_tag.h"
#include "intake/http/limits.h"

namespace gongshi {
namespace {

// A long file may be replaced between a look at it and its reading; once is rare, thrice is not
// replacing but writing in place.
constexpr int kTriesMax = 3;

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
  if (charset != std::string::npos && first_invalid_utf8(answer.content())) {
    answer.content_type.erase(charset);
  }
}

// "/" and "/a/b" and "/a/b/": no empty segment, none that begins with a dot, no NUL.
bool names_a_file(std::string_view path) {
  if (!path.starts_with('/') || path.find('\0') != std::string_view::npos) return false;
  return path.find("//") == std::string_view::npos && path.find("/.") == std::string_view::npos;
}

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

// Texts of ours are; other types are compressed by themselves, and attachments go out as they are.
bool is_compressible(std::string_view path, std::string_view type) {
  if (is_attachment(path)) return false;
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("+xml") != std::string_view::npos || type.starts_with("application/xml");
}

// In a demonstration: nobody may keep the page, and its bytes are this reader's alone.
Answer serve_with_banner(const std::string& bytes, Answer answer,
                         const Demonstration& demonstration) {
  answer.headers = {{"Cache-Control", "no-store"}};
  answer.body = bytes;
  insert_banner(answer.body, demonstration);
  return answer;
}

}  // namespace

StaticSite::StaticSite(const std::filesystem::path& folder, const FileCacheLimits& limits)
    : folder_(folder.string()), files_(limits) {}

// The bytes to send, with the headers that tell which they are. Nothing when the file has changed.
std::optional<Answer> StaticSite::represent(const FoundFile& file, std::string_view path,
                                            const Request& request, Answer answer) const {
  // Always ask again: a correction or a withdrawal must be seen at once.
  answer.headers = {{"Cache-Control", "no-cache"}};
  ContentCoding coding = ContentCoding::Identity;
  if (file.size >= kCompressedBytesMin && is_compressible(path, answer.content_type)) {
    answer.headers.emplace_back("Vary", "Accept-Encoding");
    coding = choose_coding(request.accept_encoding);
  }
  if (coding != ContentCoding::Identity) answer.held = files_.compressed(file, coding);
  if (!answer.held) coding = ContentCoding::Identity;
  answer.headers.emplace_back("ETag", entity_tag(file.digest, coding));
  if (names_tag(request.if_none_match, answer.headers.back().second)) {
    answer.status = 304;
    answer.held = nullptr;
    return answer;
  }
  if (answer.held) {
    answer.headers.emplace_back("Content-Encoding", to_text(coding));
  } else {
    answer.held = FileCache::read(file);
  }
  return answer.held ? std::optional(std::move(answer)) : std::nullopt;
}

std::optional<Answer> StaticSite::serve(const FoundFile& file, std::string_view path,
                                        const Request& request,
                                        const std::optional<Demonstration>& demonstration) const {
  Answer answer{.content_type = std::string(content_type_of(path)), .route = "static"};
  if (demonstration && answer.content_type == kHtml && !is_attachment(path)) {
    const SharedBytes bytes = FileCache::read(file);
    if (!bytes) return std::nullopt;
    return serve_with_banner(*bytes, std::move(answer), *demonstration);
  }
  auto represented = represent(file, path, request, std::move(answer));
  if (represented && represented->status == 200 && is_attachment(path)) {
    offer_attachment(path, *represented);
  }
  return represented;
}

std::optional<Answer> StaticSite::find(const Request& request,
                                       const std::optional<Demonstration>& demonstration) const {
  if (!names_a_file(request.path)) return std::nullopt;
  std::string path = request.path;
  if (path.ends_with('/')) path += "index.html";
  for (int tries = 0; tries < kTriesMax; ++tries) {
    const auto file = files_.find(folder_ + path);
    if (!file) return std::nullopt;
    if (file->is_folder) return redirect_to(path + "/");
    if (auto answer = serve(*file, path, request, demonstration)) return answer;
  }
  return std::nullopt;
}

}  // namespace gongshi
