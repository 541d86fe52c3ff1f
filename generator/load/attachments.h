// campaigns/<campaign>/notices/<notice>/attachments/: files that are published beside the notice,
// byte for byte.
//
// A file's name is a part of its address and of what readers save: any script will do, and spaces
// inside. What some system refuses is an error ("attachment-name"): control and invisible
// characters, < > : " | ? * and \, a dot or a blank at either end, more than
// kAttachmentNameBytesMax bytes of UTF-8.
#ifndef GENERATOR_LOAD_ATTACHMENTS_H_
#define GENERATOR_LOAD_ATTACHMENTS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/load/notice.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"
#include "generator/toml/toml_document.h"

namespace gongshi {

inline constexpr std::size_t kAttachmentNameBytesMax = 200;  // systems take 255; copies add " (1)"

// What no system takes offence at, as a sentence that says what is wrong; "" for a good name.
std::string wrong_in_attachment_name(std::string_view name);

// Those that the [[attachment]] tables of `front_matter` title, in that order, then the rest by
// name. `folder` is the notice's, with a slash at the end. A table about a file that is not there
// is "unknown-reference", a second one about the same file "duplicate-id"; a file with a wrong name
// is left out.
std::vector<Attachment> read_attachments(const SourceTree& tree, const std::string& folder,
                                         TomlTable& front_matter, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_ATTACHMENTS_H_
