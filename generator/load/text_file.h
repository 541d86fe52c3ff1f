// A file of content as text. Everything a clerk writes comes through here, so that the layers after
// it never meet bytes that are not characters.
#ifndef GENERATOR_LOAD_TEXT_FILE_H_
#define GENERATOR_LOAD_TEXT_FILE_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// The file's text without a byte order mark, otherwise as written: line ends stay, nothing is
// normalised. Valid as long as the tree is.
//
// Nothing, with a problem at the byte that is wrong, for a file that is not UTF-8
// ("invalid-utf8"), or holds a control character other than tab and line ends
// ("control-character"). Nothing, and no problem, when the tree has no such file.
std::optional<std::string_view> read_text(const SourceTree& tree, const std::string& path,
                                          Diagnostics& problems);

// The same for a file that must be there and say something: else it is a "missing-file" or an
// "empty-file" problem. `purpose` says what to write there.
std::optional<std::string_view> read_required_text(const SourceTree& tree, const std::string& path,
                                                   std::string_view purpose, Diagnostics& problems);

// The same for a table, which spreadsheets in China save as GB18030: that becomes UTF-8, and places
// count its characters. Bytes that are neither are "invalid-utf8" at the first of them, as is UTF-8
// with a slip in it.
std::optional<std::string> read_required_table(const SourceTree& tree, const std::string& path,
                                               std::string_view purpose, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_TEXT_FILE_H_
