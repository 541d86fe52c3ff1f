// An office that has closed a notice: a built site, a register with two objections, a closing.
#ifndef TESTS_PAPERS_SAMPLE_OFFICE_H_
#define TESTS_PAPERS_SAMPLE_OFFICE_H_

#include <functional>
#include <string>

#include "intake/log/note_key.h"
#include "intake/papers/closing_papers.h"
#include "tests/desk/sample_register.h"

namespace gongshi {

// The notice of sample_desk.h with a page, a print version and an attachment. Objection 0 is a
// named one to the whole notice, 1 an anonymous one to 𬱖某; both are unfounded.
class SampleOffice {
 public:
  // `alter` changes the record before it is closed with.
  explicit SampleOffice(const std::function<void(ClosingRecord&)>& alter = [](ClosingRecord&) {});

  Register& reg() { return *register_; }
  const std::filesystem::path& folder() const { return site_.path(); }
  const std::filesystem::path& data() const { return register_.folder(); }
  PublishedSite site() const;
  ClosingRecord record() const { return record_; }
  const std::string& closing_toml() const { return toml_; }
  NoteVerifier key() { return NoteVerifier::parse(reg().verifier_key()).value(); }

  // Of the site, by its path.
  void write(const std::filesystem::path& name, std::string_view bytes) const {
    site_.write(name, bytes);
  }

  Result<std::string> papers();

 private:
  TemporaryFolder site_;
  SampleRegister register_;
  ClosingRecord record_;
  std::string toml_;
};

inline constexpr const char* kSamplePage = "notices/sample-notice/index.html";
inline constexpr const char* kSampleAttachment = "notices/sample-notice/attachments/审批表.txt";

// What a program prints.
std::string printed_by(const std::string& command);

}  // namespace gongshi

#endif  // TESTS_PAPERS_SAMPLE_OFFICE_H_
