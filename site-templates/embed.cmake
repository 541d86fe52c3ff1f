# Writes OUTPUT, a C++ file that holds each of FILES (relative to ROOT) as bytes.
# Run by CMakeLists.txt whenever one of them changes; declared in embedded_files.h.
set(arrays "")
set(table "")
set(index 0)
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char kFile${index}[] = {${bytes}0};\n")
  string(APPEND table "    {\"${file}\", text(kFile${index})},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed.cmake. Do not edit.
#include \"site-templates/embedded_files.h\"

#include <array>
#include <cstddef>

namespace gongshi {
namespace {

${arrays}
// Without the 0 at the end, which stands there so that an empty file is an array too.
template <std::size_t N>
std::string_view text(const unsigned char (&bytes)[N]) {
  return {reinterpret_cast<const char*>(bytes), N - 1};
}

}  // namespace

std::span<const EmbeddedFile> embedded_files() {
  static const std::array<EmbeddedFile, ${index}> kFiles = {{
${table}  }};
  return kFiles;
}

}  // namespace gongshi
")
