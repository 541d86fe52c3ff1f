#include "intake/http/request_rules.h"

#include <algorithm>
#include <charconv>

#include "generator/notice/utf8.h"
#include "intake/http/header_text.h"
#include "intake/http/limits.h"
#include "intake/http/routes.h"

namespace gongshi {
namespace {

bool is_media_type(std::string_view header, std::string_view type) {
  return equals_ignoring_case(trim_blanks(header.substr(0, header.find(';'))), type);
}

// Control characters have no place in a path, and a backslash is a slash to some file systems.
bool is_clean(std::string_view path) {
  return path.starts_with('/') && !first_invalid_utf8(path) &&
         std::ranges::none_of(path, [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
         });
}

bool is_allowed(std::string_view method, std::string_view allowed) {
  while (!allowed.empty()) {
    const auto comma = allowed.find(", ");
    if (allowed.substr(0, comma) == method) return true;
    allowed.remove_prefix(comma == std::string_view::npos ? allowed.size() : comma + 2);
  }
  return false;
}

std::optional<std::size_t> parse_length(std::string_view text) {
  std::size_t length = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, length);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return length;
}

// A browser says where a request comes from; a program that says nothing is not a browser that was
// led here by somebody else's page. Sec-Fetch-Site is believed first because a proxy may have
// rewritten Host.
bool is_from_another_site(const RequestHead& head) {
  if (!head.sec_fetch_site.empty()) {
    return head.sec_fetch_site != "same-origin" && head.sec_fetch_site != "none";
  }
  if (head.origin.empty()) return false;
  const auto host = head.origin.find("://");
  return host == std::string::npos || head.origin.substr(host + 3) != head.host;
}

bool takes_type(const RequestHead& head, const PathRules& rules) {
  if (!head.content_encoding.empty()) return false;  // a small body may unpack to a huge one
  if (is_multipart(head.content_type)) return true;
  return rules.takes_url_encoded &&
         is_media_type(head.content_type, "application/x-www-form-urlencoded");
}

std::size_t length_max(const RequestHead& head, const PathRules& rules) {
  return is_multipart(head.content_type) ? rules.form_bytes_max : kLookupBytesMax;
}

std::optional<Problem> refuse_body(const RequestHead& head, const PathRules& rules,
                                   std::size_t length) {
  const bool says_nothing = head.sec_fetch_site.empty() && head.origin.empty();
  if (is_from_another_site(head) || (rules.wants_origin && says_nothing)) {
    return Problem::CrossSite;
  }
  if (!takes_type(head, rules)) return Problem::UnsupportedType;
  if (head.content_lengths.empty()) return Problem::LengthRequired;
  if (length > length_max(head, rules)) return Problem::TooLarge;
  return std::nullopt;
}

}  // namespace

PathRules rules_of(std::string_view path) {
  if (path == route::kObjections) return {.methods = "POST", .form_bytes_max = kFilingBytesMax};
  if (path != route::kStatus) return {};
  return {
      .methods = "GET, HEAD, POST", .takes_url_encoded = true, .form_bytes_max = kFilingBytesMax};
}

bool is_header_name(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::ranges::all_of(name, [&](char c) {
    return ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

bool is_multipart(std::string_view content_type) {
  return is_media_type(content_type, "multipart/form-data");
}

std::optional<std::size_t> declared_length(const RequestHead& head) {
  if (!head.transfer_encoding.empty() || head.content_lengths.size() > 1) return std::nullopt;
  if (head.content_lengths.empty()) return 0;
  return parse_length(head.content_lengths.front());
}

std::optional<Problem> refuse_head(const RequestHead& head, const PathRules& rules) {
  if (head.header_count > kHeaderCountMax) return Problem::HeadTooLarge;
  if (!head.is_well_formed || head.host_count > 1) return Problem::BadRequest;
  if (!head.transfer_encoding.empty() && head.content_lengths.empty()) {
    return Problem::LengthRequired;
  }
  const auto length = declared_length(head);
  if (!length || !is_clean(head.path)) return Problem::BadRequest;
  if (!is_allowed(head.method, rules.methods)) return Problem::MethodNotAllowed;
  if (head.method == "POST") return refuse_body(head, rules, *length);
  if (*length > 0) return Problem::BadRequest;  // a body nobody reads would pass for a request
  return std::nullopt;
}

}  // namespace gongshi
