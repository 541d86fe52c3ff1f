// The offices' own documents. They hold real telephone numbers, so they are not part of the
// repository: GONGSHI_SEEDS names the folder where they are, if they are at hand.
#ifndef TESTS_SCAN_SEED_DOCUMENTS_H_
#define TESTS_SCAN_SEED_DOCUMENTS_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace gongshi {

// Skips its tests where the documents are not at hand.
class SeedDocuments : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("GONGSHI_SEEDS");
    if (folder == nullptr || !std::filesystem::is_directory(folder)) {
      GTEST_SKIP() << "GONGSHI_SEEDS does not name a folder with the offices' documents";
    }
    folder_ = folder;
  }

  // The text of "S0" and so on. A failure when there is none.
  std::string document(const std::string& seed) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      const std::string name = entry.path().filename();
      if (!name.starts_with(seed + "-") || !name.ends_with(".txt")) continue;
      std::ifstream in(entry.path());
      return {std::istreambuf_iterator<char>(in), {}};
    }
    ADD_FAILURE() << "no document of " << seed << " in " << folder_;
    return {};
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace gongshi

#endif  // TESTS_SCAN_SEED_DOCUMENTS_H_
