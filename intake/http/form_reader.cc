#include "intake/http/form_reader.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "intake/filing/evidence_upload.h"
#include "intake/filing/limits.h"
#include "intake/http/limits.h"
#include "intake/http/multipart.h"

namespace gongshi {
namespace {

class FormReader {
 public:
  explicit FormReader(EvidenceFiles* evidence) : evidence_(evidence) {}

  bool begin_part(const PartHead& part) {
    finish_file();
    if (part.name.empty() || ++parts_ > kFormFieldCountMax) problem_ = Problem::BadRequest;
    if (!part.filename.empty() || part.name == field::kEvidence) {
      if (evidence_ == nullptr) problem_ = Problem::UnsupportedType;
      if (!problem_) begin_file(part.filename);
    } else {
      text_ = &form_.fields.emplace(part.name, std::string())->second;
    }
    return !problem_;
  }

  bool add(std::string_view bytes) {
    if (file_) {
      file_bytes_ += bytes.size();
      if (file_->upload) file_->upload->add(bytes);
      return true;
    }
    text_bytes_ += bytes.size();
    if (text_bytes_ > kFilingTextBytesMax) problem_ = Problem::TooLarge;
    if (!problem_ && text_ != nullptr) text_->append(bytes);
    return !problem_;
  }

  tl::expected<SentForm, Problem> finish(bool complete) {
    if (!complete && !problem_) problem_ = Problem::BadRequest;
    if (!problem_) {
      finish_file();
      return std::move(form_);
    }
    file_.reset();
    for (const SentFile& file : form_.files) {
      if (file.stored) evidence_->remove(file.stored->id);
    }
    return tl::unexpected(*problem_);
  }

 private:
  struct IncomingFile {
    std::string name;
    std::optional<EvidenceUpload> upload;  // nothing: one too many
  };

  void begin_file(const std::string& name) {
    const auto stored = std::ranges::count_if(
        form_.files, [](const SentFile& file) { return file.stored.has_value(); });
    file_.emplace(IncomingFile{.name = name, .upload = std::nullopt});
    file_bytes_ = 0;
    if (static_cast<std::size_t>(stored) < kEvidenceCountMax) {
      file_->upload.emplace(*evidence_, name);
    }
  }

  void finish_file() {
    if (!file_) return;
    IncomingFile file = std::move(*file_);
    file_.reset();
    if (file.name.empty() && file_bytes_ == 0) return;  // nothing was chosen
    form_.files.push_back(file.upload ? file.upload->finish()
                                      : SentFile{.name = printable_name(file.name),
                                                 .stored = tl::unexpected(EvidenceFault::TooMany)});
  }

  EvidenceFiles* evidence_;
  SentForm form_;
  std::string* text_ = nullptr;       // of the part that is coming in, or
  std::optional<IncomingFile> file_;  // if that part is a file
  std::size_t file_bytes_ = 0;
  std::size_t parts_ = 0;
  std::size_t text_bytes_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace

tl::expected<SentForm, Problem> read_form(const httplib::ContentReader& read,
                                          std::string_view content_type, EvidenceFiles* evidence) {
  const std::optional<std::string> boundary = multipart_boundary(content_type);
  if (!boundary) return tl::unexpected(Problem::BadRequest);
  FormReader form(evidence);
  MultipartReader parts(*boundary,
                        {.begin_part = [&](const PartHead& part) { return form.begin_part(part); },
                         .add = [&](std::string_view bytes) { return form.add(bytes); }});
  const bool came = read([&](const char* bytes, std::size_t size) {
    return parts.push({bytes, size});
  });
  return form.finish(came && parts.is_complete());
}

tl::expected<SentForm, Problem> read_urlencoded_form(const httplib::ContentReader& read) {
  std::string body;
  const bool complete = read([&](const char* bytes, std::size_t size) {
    if (body.size() + size > kLookupBytesMax) return false;
    body.append(bytes, size);
    return true;
  });
  if (!complete) return tl::unexpected(Problem::BadRequest);
  httplib::Params fields;
  httplib::detail::parse_query_text(body, fields);
  if (fields.size() > kFormFieldCountMax) return tl::unexpected(Problem::BadRequest);
  return SentForm{.fields = {fields.begin(), fields.end()}};
}

}  // namespace gongshi
