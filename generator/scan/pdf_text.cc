#include "generator/scan/pdf_text.h"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <exception>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace gongshi {
namespace {

using Document = std::unique_ptr<poppler::document>;

// Poppler's own complaints are about syntax and go nowhere: what matters is in the result.
void keep_quiet(const std::string& /*complaint*/, void* /*closure*/) {}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

void add_page(const poppler::document& document, int index, DocumentReading& reading,
              DocumentText& found) {
  const std::unique_ptr<poppler::page> page(document.create_page(index));
  const std::string locus = fmt::format("第{}页", index + 1);
  const std::string text = page == nullptr ? std::string() : utf8(page->text());
  if (is_blank(text)) {
    found.remarks.push_back({RemarkKind::Unseen, locus,
                             "这一页没有文字，可能是扫描的图片，无法检查；请有人查看后再发布"});
  }
  if (reading.spend_bytes(text.size())) found.parts.push_back({locus, text, {}});
}

void add_properties(const poppler::document& document, DocumentText& found) {
  for (const std::string& key : document.info_keys()) {
    found.parts.push_back({"PDF 属性 " + key, utf8(document.info_key(key)), {}});
  }
  const std::string metadata = utf8(document.metadata());
  if (!metadata.empty()) found.parts.push_back({"XMP", metadata, {}});
}

void add_embedded_files(const poppler::document& document, DocumentReading& reading,
                        DocumentText& found) {
  if (!document.has_embedded_files()) return;
  for (const poppler::embedded_file* file : document.embedded_files()) {
    const std::string locus = fmt::format("PDF 附带的文件“{}”", file->name());
    const poppler::byte_array data = file->is_valid() ? file->data() : poppler::byte_array();
    if (!reading.spend_bytes(data.size()) || !reading.spend_member()) return;
    reading.read_inside(locus, file->name(), {data.data(), data.size()}, found);
  }
}

Result<DocumentText> read(std::string_view file_name, std::string_view bytes,
                          DocumentReading& reading) {
  poppler::set_debug_error_function(keep_quiet, nullptr);
  const Document document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) return cannot_look(file_name, "已损坏，打不开；请重新生成");
  if (document->is_locked()) return cannot_look(file_name, "设有密码；请去掉密码");
  if (document->pages() > reading.pages_max()) {
    return cannot_look(file_name, "页数过多；请拆成几个文件");
  }
  DocumentText found;
  for (int i = 0; i < document->pages() && !reading.exhausted(); ++i) {
    add_page(*document, i, reading, found);
  }
  add_properties(*document, found);
  add_embedded_files(*document, reading, found);
  if (reading.exhausted()) return cannot_look(file_name, "展开后过大；请拆成几个文件");
  return found;
}

}  // namespace

Result<DocumentText> pdf_text(std::string_view file_name, std::string_view bytes,
                              DocumentReading& reading) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return cannot_look(file_name, "过大；请拆成几个文件");
  }
  try {
    return read(file_name, bytes, reading);
  } catch (const std::exception&) {
    return cannot_look(file_name, "已损坏，读不下去；请重新生成");
  }
}

}  // namespace gongshi
