#include "tests/scan/sample_documents.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <cstdint>

namespace gongshi {
namespace {

std::string big_endian(std::size_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) {
    text += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
  }
  return text;
}

std::string bytes_of(zip_source_t* source) {
  std::string bytes;
  EXPECT_EQ(zip_source_open(source), 0);
  char chunk[4096];
  for (zip_int64_t read = 1; read > 0;) {
    read = zip_source_read(source, chunk, sizeof chunk);
    if (read > 0) bytes.append(chunk, static_cast<std::size_t>(read));
  }
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string sample_zip(const SampleMembers& members, const std::string& password) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  zip_source_keep(target);
  for (const auto& [name, bytes] : members) {
    zip_source_t* member = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), member, ZIP_FL_ENC_GUESS);
    EXPECT_GE(index, 0);
    if (password.empty()) continue;
    zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                            password.c_str());
  }
  EXPECT_EQ(zip_close(archive), 0);
  std::string bytes = bytes_of(target);
  zip_source_free(target);
  return bytes;
}

std::string sample_docx(std::string_view body, const SampleMembers& more) {
  SampleMembers members = {{"[Content_Types].xml", "<Types/>"},
                           {"word/document.xml", "<w:document xmlns:w='w'><w:body>" +
                                                     std::string(body) + "</w:body></w:document>"}};
  members.insert(members.end(), more.begin(), more.end());
  return sample_zip(members);
}

std::string sample_xlsx(const std::vector<SampleSheet>& sheets,
                        const std::vector<std::string>& shared_strings, const SampleMembers& more) {
  std::string workbook = "<workbook xmlns:r='r'><sheets>";
  std::string relations = "<Relationships>";
  SampleMembers members = {{"[Content_Types].xml", "<Types/>"}};
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const SampleSheet& sheet = sheets[i];
    workbook += "<sheet name='" + sheet.name + "' r:id='rId" + number + "'" +
                (sheet.state.empty() ? "" : " state='" + sheet.state + "'") + "/>";
    relations +=
        "<Relationship Id='rId" + number + "' Target='worksheets/sheet" + number + ".xml'/>";
    members.emplace_back("xl/worksheets/sheet" + number + ".xml",
                         "<worksheet><sheetData>" + sheet.rows + "</sheetData></worksheet>");
  }
  std::string strings = "<sst>";
  for (const std::string& text : shared_strings) strings += "<si><t>" + text + "</t></si>";
  members.emplace_back("xl/workbook.xml", workbook + "</sheets></workbook>");
  members.emplace_back("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
  members.emplace_back("xl/sharedStrings.xml", strings + "</sst>");
  members.insert(members.end(), more.begin(), more.end());
  return sample_zip(members);
}

std::string sample_pdf(const std::vector<std::string>& pages, const std::string& author) {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", "",
                                      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                                      "<</Author(" + author + ")>>"};
  std::string kids;
  for (const std::string& page : pages) {
    const std::string drawing = page.empty() ? "" : "BT /F1 12 Tf 50 700 Td (" + page + ") Tj ET";
    objects.push_back("<</Length " + std::to_string(drawing.size()) + ">>stream\n" + drawing +
                      "\nendstream");
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents " +
                      std::to_string(objects.size()) + " 0 R/Resources<</Font<</F1 3 0 R>>>>>>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
  std::string pdf = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(pdf.size());
  return pdf + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer<</Size " + size +
         "/Root 1 0 R/Info 4 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string sample_exif(const std::vector<SampleTag>& tags) {
  constexpr std::size_t kHeader = 8;
  std::string directory = big_endian(tags.size(), 2);
  std::string values;
  const std::size_t values_at = kHeader + 2 + tags.size() * 12 + 4;
  for (const SampleTag& tag : tags) {
    const bool fits = tag.bytes.size() <= 4;
    directory += big_endian(tag.tag, 2) + big_endian(tag.type, 2) +
                 big_endian(tag.type == 4 ? 1 : tag.bytes.size(), 4) +
                 (fits ? tag.bytes + std::string(4 - tag.bytes.size(), '\0')
                       : big_endian(values_at + values.size(), 4));
    if (!fits) values += tag.bytes;
  }
  return std::string("MM\0*", 4) + big_endian(kHeader, 4) + directory + big_endian(0, 4) + values;
}

std::string sample_jpeg(const std::vector<std::pair<char, std::string>>& segments) {
  std::string jpeg = "\xFF\xD8";
  for (const auto& [marker, data] : segments) {
    jpeg += '\xFF';
    jpeg += marker;
    jpeg += big_endian(data.size() + 2, 2) + data;
  }
  return jpeg + "\xFF\xDA";
}

std::string sample_png(const std::vector<std::pair<std::string, std::string>>& chunks) {
  std::string png = "\x89PNG\r\n\x1A\n";
  for (const auto& [type, data] : chunks) {
    png += big_endian(data.size(), 4) + type + data + big_endian(0, 4);
  }
  return png;
}

}  // namespace gongshi
