// Documents for the tests, made on the spot: what stands in them can be read here.
#ifndef TESTS_SCAN_SAMPLE_DOCUMENTS_H_
#define TESTS_SCAN_SAMPLE_DOCUMENTS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongshi {

using SampleMembers = std::vector<std::pair<std::string, std::string>>;

std::string sample_zip(const SampleMembers& members, const std::string& password = {});

// word/document.xml with `body` between <w:body> and </w:body>, and more members.
std::string sample_docx(std::string_view body, const SampleMembers& more = {});

struct SampleSheet {
  std::string name;
  std::string state;  // "", "hidden", "veryHidden"
  std::string rows;   // the inside of <sheetData>
};

std::string sample_xlsx(const std::vector<SampleSheet>& sheets,
                        const std::vector<std::string>& shared_strings,
                        const SampleMembers& more = {});

// One page a text, in ASCII; an empty text makes a page without any.
std::string sample_pdf(const std::vector<std::string>& pages, const std::string& author);

struct SampleTag {
  unsigned tag, type;
  std::string bytes;
};

// A TIFF block of one directory, high byte first.
std::string sample_exif(const std::vector<SampleTag>& tags);

std::string sample_jpeg(const std::vector<std::pair<char, std::string>>& segments);
std::string sample_png(const std::vector<std::pair<std::string, std::string>>& chunks);

}  // namespace gongshi

#endif  // TESTS_SCAN_SAMPLE_DOCUMENTS_H_
