#include "site-templates/template_set.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "generator/notice/json.h"
#include "site-templates/embedded_files.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A folder of templates that lives as long as the test.
class TemplateSetTest : public testing::Test {
 protected:
  TemplateSetTest() {
    write("layout.mustache", "<title>{{title}}</title>\n{{> page}}\n");
    write("messages.json", R"({"greeting": "{name}，你好。"})");
  }
  ~TemplateSetTest() override { fs::remove_all(folder_); }

  void write(const std::string& path, std::string_view bytes) const {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << bytes;
  }

  Result<std::string> render(std::string_view page, const Json& data) const {
    write("pages/p.mustache", page);
    const auto set = TemplateSet::load(folder_);
    if (!set) return tl::unexpected<Error>(set.error());
    return set->render("p", data);
  }

  const fs::path folder_ =
      fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(TemplateSetTest, FillsThePageInsideTheLayout) {
  const auto page = render("<p>{{post}}{{#unit}}（{{unit}}）{{/unit}}</p>",
                           {{"title", "公示"}, {"post", "处长"}, {"unit", ""}});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(*page, "<title>公示</title>\n<p>处长</p>");
}

TEST_F(TemplateSetTest, EscapesEverythingButTripleBraces) {
  const auto page = render("{{a}} {{{a}}}", {{"title", ""}, {"a", "<b title=\"x\">'&'</b>"}});
  EXPECT_THAT(*page, HasSubstr("&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt; "
                               "<b title=\"x\">'&'</b>"));
}

TEST_F(TemplateSetTest, DataIsNeverReadAsATemplate) {
  const auto page = render("{{a}}{{{a}}}", {{"title", "{{a}}"}, {"a", "{{title}}{{> p}}"}});
  EXPECT_EQ(*page, "<title>{{a}}</title>\n{{title}}{{&gt; p}}{{title}}{{> p}}");
}

TEST_F(TemplateSetTest, KeepsRareCharacters) {
  const auto page = render("{{#names}}{{.}} {{/names}}",
                           {{"title", ""}, {"names", {"𬱖", "㛃", "〇", "买买提·吾守尔"}}});
  EXPECT_THAT(*page, HasSubstr("𬱖 㛃 〇 买买提·吾守尔 "));
}

TEST_F(TemplateSetTest, ANameThatIsNotInTheDataIsAnError) {
  for (const char* page : {"{{gone}}", "{{{gone}}}", "{{#gone}}x{{/gone}}", "{{^gone}}x{{/gone}}",
                           "{{#list}}{{gone}}{{/list}}", "{{title.gone}}"}) {
    const auto text = render(page, {{"title", "x"}, {"list", {Json::object()}}});
    ASSERT_FALSE(text) << page;
    EXPECT_EQ(text.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(text.error().message, HasSubstr("模板 pages/p.mustache:1：字段 "));
  }
}

TEST_F(TemplateSetTest, PrintingWhatIsNoTextIsAnError) {
  const Json data = {{"title", "x"}, {"yes", true}, {"list", {1, 2}}, {"object", {{"a", "b"}}}};
  for (const char* page : {"{{yes}}", "{{list}}", "{{object}}"}) {
    EXPECT_FALSE(render(page, data)) << page;
  }
  EXPECT_THAT(*render("{{#list}}{{.}},{{/list}}{{#object}}{{a}}{{/object}}", data),
              HasSubstr("1,2,b"));
}

TEST_F(TemplateSetTest, SaysWhichPartOfTheFolderIsMissing) {
  EXPECT_EQ(TemplateSet::load(folder_ / "nowhere").error().kind, ErrorKind::NotFound);
  EXPECT_EQ(TemplateSet::load(folder_)->render("nowhere", Json::object()).error().kind,
            ErrorKind::Invalid);
  fs::remove(folder_ / "layout.mustache");
  const auto set = TemplateSet::load(folder_);
  EXPECT_EQ(set.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(set.error().message, HasSubstr("layout.mustache"));
}

TEST_F(TemplateSetTest, ReadsTheMessages) {
  EXPECT_EQ(TemplateSet::load(folder_)->message("greeting", {{"name", "周"}}), "周，你好。");
  write("messages.json", "{");
  EXPECT_THAT(TemplateSet::load(folder_).error().message, HasSubstr("messages.json"));
}

TEST_F(TemplateSetTest, HiddenFilesAreNotAssets) {
  write("assets/.DS_Store", "x");
  write("assets/.git/config", "x");
  EXPECT_THAT(TemplateSet::load(folder_)->assets(), testing::IsEmpty());
}

TEST_F(TemplateSetTest, AssetsAreBytes) {
  const std::string bytes("\0\xff\n", 3);
  write("assets/deep/logo.png", bytes);
  EXPECT_EQ(TemplateSet::load(folder_)->assets().at("deep/logo.png"), bytes);
}

// What ships is what stands in the repository, every file of it and nothing else.
TEST_F(TemplateSetTest, ThePagesOfTheDeskHaveAFrameOfTheirOwn) {
  write("desk.mustache", "<h1>{{title}}</h1>{{> page}}");
  write("desk/inbox.mustache", "{{post}}");
  write("desk/assets/desk.css", "body {}");
  const auto set = TemplateSet::load(folder_);
  ASSERT_TRUE(set) << set.error().message;
  EXPECT_EQ(set->render_desk("inbox", {{"title", "a"}, {"post", "b"}}), "<h1>a</h1>b");
  EXPECT_EQ(set->desk_assets().at("desk.css"), "body {}");
  EXPECT_FALSE(set->assets().contains("desk.css")) << "it is no part of a site";
  fs::remove(folder_ / "desk.mustache");
  EXPECT_THAT(TemplateSet::load(folder_).error().message, HasSubstr("desk.mustache"));
}

TEST(EmbeddedTemplatesTest, AreTheFilesOfTheRepository) {
  const fs::path root = source_root() / "site-templates";
  std::map<std::string, std::string> on_disk;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string path = entry.path().lexically_relative(root).generic_string();
    const std::string extension = entry.path().extension();
    if (!entry.is_regular_file() || path == "CMakeLists.txt") continue;
    if (path.starts_with("examples/")) continue;  // for people
    if (extension == ".h" || extension == ".cc" || extension == ".cmake") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    on_disk.emplace(path, std::string{std::istreambuf_iterator<char>(file), {}});
  }
  std::map<std::string, std::string> compiled_in;
  for (const EmbeddedFile& file : embedded_files()) compiled_in.emplace(file.path, file.bytes);
  EXPECT_EQ(compiled_in, on_disk) << "list new files in site-templates/CMakeLists.txt";
}

// A key that C++ asks for and messages.json lacks would stand on a page in brackets.
TEST(EmbeddedTemplatesTest, HaveEveryMessageThatTheProgramsUse) {
  constexpr std::string_view kCall = ".message(\"";
  int calls = 0;
  for (const char* folder : {"generator", "intake"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source_root() / folder)) {
      if (entry.path().extension() != ".cc") continue;
      std::ifstream file(entry.path());
      const std::string code{std::istreambuf_iterator<char>(file), {}};
      for (auto at = code.find(kCall); at != std::string::npos; at = code.find(kCall, at + 1)) {
        const auto begin = at + kCall.size();
        const std::string key = code.substr(begin, code.find('"', begin) - begin);
        if (key.ends_with('.')) continue;  // a family: the test of its user asks for each
        EXPECT_NE(TemplateSet::embedded().message(key), "[" + key + "]") << entry.path();
        ++calls;
      }
    }
  }
  EXPECT_GT(calls, 5) << "this test no longer finds what it looks for";
}

TEST(EmbeddedTemplatesTest, TheMessagePageRenders) {
  const auto page = TemplateSet::embedded().render(
      "message", {{"root", "/"},
                  {"title", "没有找到"},
                  {"site",
                   {{"name", "公示"},
                    {"publisher", "某厅"},
                    {"footer", Json::array()},
                    {"pages", Json::array()}}},
                  {"meta", Json::array()},
                  {"canonical", ""},
                  {"card", Json::array()},
                  {"alternates", Json::array()},
                  {"scripts", Json::array()},
                  {"banner", ""},
                  {"heading", "没有找到这个页面"},
                  {"paragraphs", {"请从首页查找。"}},
                  {"links", Json::array({{{"url", "/"}, {"title", "首页"}}})}});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_THAT(*page, HasSubstr("<h1>没有找到这个页面</h1>"));
}

}  // namespace
}  // namespace gongshi
