// The fields of a form: "name NUL value NUL name NUL value …". Properties: the same form parses to
// the same twice; at most one error for each field, each with a code; what passes is within the
// limits, is text, and asks for nothing that the notice does not have.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "generator/notice/utf8.h"
#include "intake/filing/limits.h"
#include "intake/filing/objection_form.h"
#include "tests/filing/sample_filing.h"

namespace gongshi {
namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

std::string_view take(std::string_view& rest) {
  const auto end = rest.find('\0');
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return word;
}

SentForm read_form(std::string_view bytes) {
  SentForm form;
  while (!bytes.empty()) {
    const std::string name(take(bytes));
    form.fields.emplace(name, take(bytes));
  }
  return form;
}

void expect_sound(const FieldErrors& errors) {
  expect(!errors.empty());
  std::set<std::string_view> fields;
  for (const FieldError& error : errors) {
    expect(fields.insert(error.field).second);
    expect(!error.code.empty());
  }
}

void expect_sound(const Objection& objection) {
  expect(count_code_points(objection.statement) <= kStatementLengthMax);
  expect(!objection.statement.empty() && !first_invalid_utf8(objection.statement));
}

void try_form(std::string_view bytes) {
  static const Manifest manifest = sample_manifest();
  const SentForm form = read_form(bytes);
  for (const FormWay way : {FormWay::Online, FormWay::Offline}) {
    const auto parsed = parse_objection(manifest, form, way);
    const auto again = parse_objection(manifest, form, way);
    expect(parsed.has_value() == again.has_value());
    if (parsed) {
      expect_sound(parsed->objection);
    } else {
      expect_sound(parsed.error());
      expect(parsed.error() == again.error());
    }
  }
}

}  // namespace
}  // namespace gongshi

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongshi::try_form({reinterpret_cast<const char*>(data), size});
  return 0;
}
