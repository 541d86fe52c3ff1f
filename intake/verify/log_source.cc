#include "intake/verify/log_source.h"

#include <fmt/format.h>
#include <httplib.h>

#include <filesystem>
#include <memory>

#include "intake/verify/whole_file.h"

namespace gongshi {
namespace {

struct Address {
  std::string host;    // "https://host:port"
  std::string folder;  // "/log", or ""
};

Address split_address(std::string_view url) {
  while (url.ends_with('/')) url.remove_suffix(1);
  const std::size_t slash = url.find('/', url.find("://") + 3);
  if (slash == std::string_view::npos) return {.host = std::string(url), .folder = ""};
  return {.host = std::string(url.substr(0, slash)), .folder = std::string(url.substr(slash))};
}

tl::unexpected<Error> not_fetched(const std::string& url, const std::string& why) {
  return failure(ErrorKind::Unavailable, fmt::format("取不到 {}：{}", url, why));
}

Result<std::string> fetch(httplib::Client& client, const Address& address, std::string_view path) {
  const std::string target = fmt::format("{}/{}", address.folder, path);
  std::string body;
  bool too_large = false;
  const auto answer = client.Get(target, [&](const char* bytes, std::size_t size) {
    too_large = size > kLogFileBytesMax - body.size();
    if (!too_large) body.append(bytes, size);
    return !too_large;
  });
  const std::string url = address.host + target;
  if (too_large) return not_fetched(url, "超过日志文件应有的大小");
  if (!answer) return not_fetched(url, httplib::to_string(answer.error()));
  if (answer->status != 200) return not_fetched(url, fmt::format("答复是 {}", answer->status));
  return body;
}

LogSource address_source(const std::string& url) {
  const Address address = split_address(url);
  const auto client = std::make_shared<httplib::Client>(address.host);
  client->set_connection_timeout(kLogSourceWait);
  client->set_read_timeout(kLogSourceWait);
  client->set_keep_alive(true);
  return [client, address](std::string_view path) { return fetch(*client, address, path); };
}

LogSource folder_source(const std::filesystem::path& folder) {
  return
      [folder](std::string_view path) { return read_whole_file(folder / path, kLogFileBytesMax); };
}

}  // namespace

Result<LogSource> open_log_source(const std::string& where) {
  if (where.starts_with("http://") || where.starts_with("https://")) return address_source(where);
  if (where.find("://") != std::string::npos) {
    return failure(ErrorKind::Invalid, fmt::format("“{}”不是 http(s) 网址，也不是文件夹", where));
  }
  return folder_source(where);
}

}  // namespace gongshi
