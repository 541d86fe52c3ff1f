// What a published file is, told by its bytes: a name is only a claim.
//
// A table of signatures and not libmagic: its data base changes with the system, so that the same
// content would give other pages elsewhere, and it does not know OFD. The kinds here are those that
// the search for personal data can read; nothing else is published.
#ifndef GENERATOR_LOAD_FILE_TYPE_H_
#define GENERATOR_LOAD_FILE_TYPE_H_

#include <string_view>

namespace gongshi {

enum class FileType {
  Unknown,
  Pdf,
  Document,      // .docx
  Workbook,      // .xlsx
  Slides,        // .pptx
  Ofd,           // GB/T 33190
  OpenDocument,  // .odt, .ods, .odp
  Zip,
  Jpeg,
  Png,
  Html,
  Text,  // also CSV; in UTF-8, UTF-16 or GB18030
};

// By signature; archives by the names of their members, text by the absence of control characters.
FileType file_type_of(std::string_view bytes);

// Its usual ending, which is also its name in messages: "pdf", "docx"; "" for Unknown.
std::string_view to_text(FileType type);

// Whether a file of this type may be called `name`. Anything may be Unknown; a name without an
// ending claims nothing.
bool is_called_well(FileType type, std::string_view name);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_FILE_TYPE_H_
