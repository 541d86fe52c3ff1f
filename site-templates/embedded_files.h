// The files of this folder as they stood when the program was built. The definition is made by
// embed.cmake from the list in CMakeLists.txt.
#ifndef SITE_TEMPLATES_EMBEDDED_FILES_H_
#define SITE_TEMPLATES_EMBEDDED_FILES_H_

#include <span>
#include <string_view>

namespace gongshi {

struct EmbeddedFile {
  std::string_view path;  // below site-templates/, "pages/notice.mustache"
  std::string_view bytes;
};

// Valid as long as the program runs.
std::span<const EmbeddedFile> embedded_files();

}  // namespace gongshi

#endif  // SITE_TEMPLATES_EMBEDDED_FILES_H_
