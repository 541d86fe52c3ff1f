#include "tests/desk/sample_register.h"

#include <gtest/gtest.h>

#include <variant>

#include "intake/filing/file_objection.h"
#include "intake/filing/objection.h"
#include "intake/seal/form_id.h"

namespace gongshi {
namespace {

Register fresh_register(const std::filesystem::path& folder) {
  const Result<void> made = Register::create(folder, {.origin = "demo.example/objections"});
  EXPECT_TRUE(made) << (made ? "" : made.error().message);
  return Register::open(folder).value();
}

}  // namespace

SampleRegister::SampleRegister() : register_(fresh_register(folder_.path() / "data")) {}

std::string SampleRegister::file(Signature signature, std::string_view candidate) {
  Objection objection;
  objection.notice = sample_notice().id;
  if (!candidate.empty()) objection.candidate = CandidateId::parse(candidate).value();
  objection.grounds = Grounds::Facts;
  objection.statement = "公示材料所列数据与实际不符。";
  if (signature == Signature::Named) {
    objection.identity = Identity::Named;
    objection.name = "李·𬱖";
    objection.contact = "0351-0000000";
  }
  const FilingOutcome outcome = file_objection(register_, sample_notice(), FormId::random(),
                                               objection, {.received_at = instant(kWhileOpen)});
  return std::get<Receipt>(outcome).number;
}

}  // namespace gongshi
