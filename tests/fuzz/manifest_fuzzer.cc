// publicity.json as the daemon reads it. Properties: bytes that are no manifest get a sentence; a
// manifest that was read is written so that it reads as the same bytes again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "generator/notice/manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto manifest =
      gongshi::read_manifest(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!manifest) {
    if (manifest.error().message.empty()) std::abort();
    return 0;
  }
  const std::string written = gongshi::write_manifest(*manifest);
  const auto again = gongshi::read_manifest(written);
  if (!again || gongshi::write_manifest(*again) != written) std::abort();
  return 0;
}
