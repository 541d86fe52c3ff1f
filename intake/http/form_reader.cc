#include "intake/http/form_reader.h"

#include <cstddef>
#include <optional>
#include <string>

#include "intake/http/limits.h"

namespace gongshi {
namespace {

class FormReader {
 public:
  bool begin_part(const httplib::MultipartFormData& part) {
    if (part.name.empty() || ++parts_ > kFormFieldCountMax) problem_ = Problem::BadRequest;
    is_file_ = !part.filename.empty() || part.name == field::kEvidence;
    if (!part.filename.empty()) form_.has_attachment = true;
    if (!is_file_) text_ = &form_.fields.emplace(part.name, std::string())->second;
    return !problem_;
  }

  bool add(const char* bytes, std::size_t size) {
    if (is_file_) {
      form_.has_attachment = form_.has_attachment || size > 0;
      return true;
    }
    text_bytes_ += size;
    if (text_bytes_ > kFilingTextBytesMax) problem_ = Problem::TooLarge;
    if (!problem_) text_->append(bytes, size);
    return !problem_;
  }

  tl::expected<SentForm, Problem> finish(bool complete) {
    if (problem_) return tl::unexpected(*problem_);
    if (!complete) return tl::unexpected(Problem::BadRequest);
    return std::move(form_);
  }

 private:
  SentForm form_;
  std::string* text_ = nullptr;  // of the part that is coming in
  bool is_file_ = false;
  std::size_t parts_ = 0;
  std::size_t text_bytes_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace

tl::expected<SentForm, Problem> read_form(const httplib::ContentReader& read) {
  FormReader reader;
  const bool complete =
      read([&](const httplib::MultipartFormData& part) { return reader.begin_part(part); },
           [&](const char* bytes, std::size_t size) { return reader.add(bytes, size); });
  return reader.finish(complete);
}

}  // namespace gongshi
