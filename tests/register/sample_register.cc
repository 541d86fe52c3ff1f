#include "tests/register/sample_register.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <stdexcept>
#include <system_error>

namespace gongshi {

SampleFolder::SampleFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "register-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

SampleFolder::~SampleFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Instant sample_instant() { return parse_instant("2017-06-22T09:00:00+08:00").value(); }

NewObjection sample_objection(std::string_view form) {
  const std::string text(form);
  NewObjection objection;
  objection.form_digest = sha256("form " + text);
  objection.code_digest = sha256("code " + text);
  objection.notice = NoticeId::parse("shanxi-2017").value();
  objection.candidate = CandidateId::parse("wang-yi").value();
  objection.named = true;
  objection.received_at = sample_instant();
  objection.record = "异议记录 " + text + " 𠮷\n";
  objection.opening = sha256("opening " + text);
  return objection;
}

Register sample_register(const std::filesystem::path& folder) {
  const RegisterOrigin origin{.origin = std::string(kSampleOrigin)};
  if (const Result<void> made = Register::create(folder, origin); !made) {
    throw std::runtime_error(made.error().message);
  }
  Result<Register> opened = Register::open(folder);
  if (!opened) throw std::runtime_error(opened.error().message);
  return *std::move(opened);
}

}  // namespace gongshi
