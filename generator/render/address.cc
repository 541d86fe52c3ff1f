#include "generator/render/address.h"

#include "generator/notice/percent_encoding.h"

namespace gongshi {

std::string address_of(const Site& site, std::string_view path) {
  constexpr std::string_view kIndex = "index.html";
  const bool is_index = path == kIndex || path.ends_with("/index.html");
  if (is_index) path.remove_suffix(kIndex.size());
  return site.base_url + "/" + percent_encode_path(path);
}

}  // namespace gongshi
