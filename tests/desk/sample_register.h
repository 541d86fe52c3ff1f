// A real register in a temporary folder, and objections filed in it through the real use case.
#ifndef TESTS_DESK_SAMPLE_REGISTER_H_
#define TESTS_DESK_SAMPLE_REGISTER_H_

#include <string>
#include <string_view>

#include "intake/filing/receipt.h"
#include "intake/register/register.h"
#include "tests/desk/sample_desk.h"

namespace gongshi {

class SampleRegister {
 public:
  SampleRegister();

  Register& operator*() { return register_; }
  const std::filesystem::path& folder() const { return folder_.path(); }

  // An objection filed online at kWhileOpen; its number. Each call is a new one.
  std::string file(Signature signature, std::string_view candidate = "");

 private:
  TemporaryFolder folder_;
  Register register_;
};

}  // namespace gongshi

#endif  // TESTS_DESK_SAMPLE_REGISTER_H_
