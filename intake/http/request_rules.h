// What is refused on sight of the request line and headers, before one byte of the body is read.
// Pure, and therefore proved by tables: tests/http/request_rules_test.cc.
#ifndef INTAKE_HTTP_REQUEST_RULES_H_
#define INTAKE_HTTP_REQUEST_RULES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/http/problem.h"

namespace gongshi {

// What of a head the rules look at. A header that was not sent is empty.
struct RequestHead {
  std::string method;
  std::string path;  // percent-decoded once
  std::string host;
  std::string origin;
  std::string sec_fetch_site;
  std::string content_type;
  std::string content_encoding;
  std::string transfer_encoding;
  std::vector<std::string> content_lengths;  // each as sent
  std::size_t header_count = 0;
  std::size_t host_count = 1;
  // Every name is_header_name(), no line break but CR LF, no '%' where nothing is escaped.
  bool is_well_formed = true;
};

// A token of RFC 9110. httplib also takes "Content-Length " and a line that continues the one
// before; a proxy in front may read those as something else, and then the two disagree about where
// the next request begins.
bool is_header_name(std::string_view name);

// Whether that is the media type, in letters of any case; http/multipart.h reads what follows it.
bool is_multipart(std::string_view content_type);

// What a path takes.
struct PathRules {
  std::string_view methods = "GET, HEAD";  // as the header Allow lists them
  // Of a POST, which is multipart/form-data, or for programs url-encoded where that is taken.
  bool takes_url_encoded = false;
  std::size_t form_bytes_max = 0;
  // Whether a POST has to say where it comes from. The daemon takes programs that say nothing; a
  // desk takes browsers alone.
  bool wants_origin = false;
};

// Of the citizens' daemon.
PathRules rules_of(std::string_view path);

// The length that the head declares: 0 without a body, nothing when it cannot be relied on (no
// number, two numbers, or a transfer encoding). Then the connection ends after the answer, because
// nobody knows where the next request begins.
std::optional<std::size_t> declared_length(const RequestHead& head);

// Nothing for a request that may be read and answered.
std::optional<Problem> refuse_head(const RequestHead& head, const PathRules& rules);

}  // namespace gongshi

#endif  // INTAKE_HTTP_REQUEST_RULES_H_
