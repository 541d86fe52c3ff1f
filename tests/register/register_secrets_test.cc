// What the data folder must not hold: whoever steals it must not be able to act as an objector.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "intake/register/register.h"
#include "intake/seal/base64.h"
#include "intake/seal/form_id.h"
#include "intake/seal/receipt_code.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

TEST(RegisterSecretsTest, NeitherFormNorCodeIsStored) {
  const SampleFolder folder;
  const FormId form = FormId::random();
  const ReceiptCode code = ReceiptCode::derive(form);
  std::string bare_code = code.text();
  std::erase(bare_code, '-');

  NewObjection objection = sample_objection("a");
  objection.form_digest = form.digest();
  objection.code_digest = code.digest();
  objection.opening = form.opening();
  const std::filesystem::path copy = folder / "copy";
  {
    Register reg = sample_register(folder / "data");
    const auto row = reg.append(objection).value();
    ASSERT_TRUE(reg.append_closing(row.filed.notice, 1, "objections = 1\n", sample_instant()));
    EXPECT_EQ(reg.find_by_form(form.digest()).value()->number, row.number);
    EXPECT_TRUE(code.matches(row.filed.code_digest));
    // While the register is open the newest rows stand in the write-ahead log alone. Opening its
    // other files here would drop SQLite's locks on them.
    std::filesystem::create_directory(copy);
    std::filesystem::copy_file(folder / "data/register.db-wal", copy / "register.db-wal");
  }
  auto files = files_in(folder / "data");
  files.merge(files_in(copy));
  ASSERT_THAT(files["register.db"], testing::HasSubstr("shanxi-2017"));  // the search does find
  ASSERT_THAT(files["register.db-wal"], testing::HasSubstr("shanxi-2017"));
  for (const auto& [name, bytes] : files) {
    for (const std::string& secret : {form.text(), code.text(), bare_code}) {
      EXPECT_EQ(bytes.find(secret), std::string::npos) << name;
    }
  }
}

TEST(RegisterSecretsTest, OnlyTheKeyFileHoldsTheKey) {
  const SampleFolder folder;
  ASSERT_TRUE(sample_register(folder / "data").append(sample_objection("a")));
  auto files = files_in(folder / "data");
  const std::string key_line = files.extract("log.key").mapped();
  constexpr std::size_t kBase64Length = 44;  // of 33 bytes, with the line's end behind it
  const std::string base64 = key_line.substr(key_line.size() - 1 - kBase64Length, kBase64Length);
  const std::string seed = from_base64(base64).value().substr(1);
  ASSERT_EQ(seed.size(), 32U);
  for (const auto& [name, bytes] : files) {
    EXPECT_EQ(bytes.find(base64), std::string::npos) << name;
    EXPECT_EQ(bytes.find(seed), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace gongshi
