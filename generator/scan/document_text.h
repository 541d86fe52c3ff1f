// The text inside a file that is about to be published, with the place of every piece: what
// scan_text() must read besides the pages. Looks where people forget to look: hidden sheets,
// comments, deleted text that is still tracked, properties, embedded files, EXIF.
#ifndef GENERATOR_SCAN_DOCUMENT_TEXT_H_
#define GENERATOR_SCAN_DOCUMENT_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"

namespace gongshi {

// From `offset` of a part's text on, the text is that of `name`: a cell, "B7".
struct TextMark {
  std::size_t offset = 0;
  std::string name;
};

struct TextPart {
  std::string locus;  // 第2页; 工作表“Sheet2”（隐藏）; 批注; docProps/core.xml creator; EXIF Artist
  std::string text;             // UTF-8; the lines and rows of a table are kept
  std::vector<TextMark> marks;  // by offset; empty for most parts
};

// The part's locus, and the cell that `offset` of its text is in.
std::string locus_at(const TextPart& part, std::size_t offset);

enum class RemarkKind {
  Unseen,         // could not be looked into: a person has to
  PhotoLocation,  // a photograph tells where it was taken
};

// `sentence` is Chinese and says what to do.
struct Remark {
  RemarkKind kind = RemarkKind::Unseen;
  std::string locus;  // empty: the document as a whole
  std::string sentence;
};

struct DocumentText {
  std::vector<TextPart> parts;  // the file's own name first, as "文件名"
  std::vector<Remark> remarks;
};

// What a document may cost. A small file can unfold into terabytes; an honest attachment is far
// below each of these.
struct DocumentLimits {
  std::size_t unfolded_bytes = 256U
                               << 20U;  // of all members and texts together; must fit in memory
  std::size_t members = 10'000;         // of all archives together
  int nesting = 4;                      // a photo in a document in an archive in an archive
  int pages = 3'000;                    // of a PDF; more is a book
};

// Reads PDF, DOCX, XLSX, PPTX, OFD, ODF, ZIP, JPEG, PNG, HTML, and plain text or CSV in UTF-8,
// UTF-16 or GB18030. The kind is told by the bytes; the name only by way of HTML and messages.
//
// Invalid, with a Chinese sentence that names the file and the way out, for everything else, for
// damaged or encrypted files, and beyond a limit. A member that cannot be read does not fail its
// archive: it is a remark.
//
// What is not seen, and not remarked on: text in the pixels of a picture, and the comments of a
// PDF that no page shows. A PDF page without any text is remarked on, since it is a picture.
//
// Pure. Not from several threads at once: the PDF library keeps state of its own.
Result<DocumentText> document_text(std::string_view file_name, std::string_view bytes,
                                   const DocumentLimits& limits = {});

}  // namespace gongshi

#endif  // GENERATOR_SCAN_DOCUMENT_TEXT_H_
