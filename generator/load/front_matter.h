// A Markdown file that begins with TOML between two lines of "+++".
#ifndef GENERATOR_LOAD_FRONT_MATTER_H_
#define GENERATOR_LOAD_FRONT_MATTER_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/diagnostic.h"
#include "generator/toml/toml_document.h"

namespace gongshi {

struct FrontMatter {
  TomlTable table;
  std::string_view body;  // what follows the second line of "+++"; part of the text given
};

// Nothing, and a "front-matter" problem, when the file does not begin with a line of "+++" or no
// second one follows; nothing, and a "toml-syntax" problem, when what stands between is not TOML.
std::optional<FrontMatter> split_front_matter(std::string_view text, const std::string& file,
                                              Diagnostics& problems);

// From the beginning to the end of the second line of "+++"; all of it when there is none.
std::string_view front_of(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_FRONT_MATTER_H_
