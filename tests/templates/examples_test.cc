// Each component of site-templates/partials has an example in site-templates/examples: what to give
// it, for whoever restyles a site. This test renders them, so that none is out of date.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "generator/notice/json.h"
#include "site-templates/embedded_files.h"
#include "site-templates/template_set.h"
#include "site-templates/template_source.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::string_view kPartials = "partials/";
constexpr std::string_view kExtension = ".mustache";

std::vector<std::string> partials() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(kPartials)) continue;
    const auto name = file.path.substr(kPartials.size());
    names.emplace_back(name.substr(0, name.size() - kExtension.size()));
  }
  return names;
}

fs::path example_of(const std::string& partial) {
  return source_root() / "site-templates" / "examples" / (partial + ".json");
}

Json read_example(const std::string& partial) {
  std::ifstream file(example_of(partial));
  return Json::parse(std::string{std::istreambuf_iterator<char>(file), {}}, nullptr,
                     /*allow_exceptions=*/false);
}

// The template files with a page "example" that is the partial and nothing around it.
TemplateFiles files_with_only(const std::string& partial) {
  TemplateFiles files = {{"layout.mustache", "{{> page}}"},
                         {"messages.json", "{}"},
                         {"pages/example.mustache", "{{> " + partial + "}}"}};
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with(kPartials)) files.emplace(file.path, file.bytes);
  }
  return files;
}

// The comment on top of each partial that `partial` puts in, itself included.
std::string comments_of(const std::string& partial) {
  const std::string text = files_with_only(partial).at("partials/" + partial + ".mustache");
  std::string comment = text.substr(0, text.find("}}\n"));
  for (auto at = text.find("{{> "); at != std::string::npos; at = text.find("{{> ", at + 1)) {
    const auto begin = at + 4;
    comment += comments_of(text.substr(begin, text.find("}}", begin) - begin));
  }
  return comment;
}

// Of "window.opens" both: a template may ask for a member by its way.
std::set<std::string> words_of(const TemplateSource& source) {
  std::set<std::string> words;
  for (const auto& [name, place] : source.asked) {
    for (std::size_t begin = 0; begin <= name.size();) {
      const auto end = std::min(name.find('.', begin), name.size());
      if (end > begin) words.insert(name.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return words;
}

void collect_keys(const Json& value, std::set<std::string>& keys) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      keys.insert(key);
      collect_keys(member, keys);
    }
  }
  if (value.is_array()) {
    for (const Json& item : value) collect_keys(item, keys);
  }
}

class ExamplesTest : public testing::Test {
 protected:
  ~ExamplesTest() override { fs::remove_all(folder_); }

  Result<std::string> render(const std::string& partial) const {
    for (const auto& [path, bytes] : files_with_only(partial)) {
      fs::create_directories((folder_ / path).parent_path());
      std::ofstream(folder_ / path, std::ios::binary) << bytes;
    }
    const auto set = TemplateSet::load(folder_);
    if (!set) return tl::unexpected<Error>(set.error());
    return set->render("example", read_example(partial));
  }

  const fs::path folder_ =
      fs::path(testing::TempDir()) /
      (std::string("examples_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(ExamplesTest, EachPartialHasOneThatRenders) {
  ASSERT_GT(partials().size(), 5U);
  for (const std::string& partial : partials()) {
    ASSERT_TRUE(read_example(partial).is_object())
        << "write what the partial takes to " << example_of(partial);
    const auto markup = render(partial);
    ASSERT_TRUE(markup) << partial << ": " << markup.error().message;
    EXPECT_THAT(*markup, testing::Not(testing::IsEmpty())) << partial;
  }
}

TEST_F(ExamplesTest, GiveEveryFieldThatIsAskedForAndNoOther) {
  for (const std::string& partial : partials()) {
    const auto source = assemble_page(files_with_only(partial), "example");
    ASSERT_TRUE(source) << source.error().message;
    std::set<std::string> asked = words_of(*source);
    std::set<std::string> given;
    collect_keys(read_example(partial), given);
    EXPECT_EQ(given, asked) << partial;
  }
}

TEST_F(ExamplesTest, TheCommentOnTopNamesEveryField) {
  for (const std::string& partial : partials()) {
    const std::string comment = comments_of(partial);
    for (const std::string& field : words_of(*assemble_page(files_with_only(partial), "example"))) {
      EXPECT_THAT(comment, HasSubstr(field)) << partial;
    }
  }
}

TEST_F(ExamplesTest, NoneIsLeftOfAPartialThatIsGone) {
  for (const auto& entry : fs::directory_iterator(example_of("x").parent_path())) {
    EXPECT_THAT(partials(), testing::Contains(entry.path().stem().string()));
  }
}

}  // namespace
}  // namespace gongshi
