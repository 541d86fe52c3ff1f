// The pages, filled here and by the Mustache library, which knows nothing of our way to fill them.
#include "site-templates/page_template.h"

#include <gmock/gmock.h>

#include <kainjow/mustache.hpp>
#include <map>
#include <random>

#include "generator/notice/json.h"
#include "site-templates/embedded_files.h"

namespace gongshi {
namespace {

namespace mustache = kainjow::mustache;

std::string escape_html(const std::string& text) {
  static const std::map<char, std::string> kReferences = {
      {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
  std::string escaped;
  for (const char c : text) {
    const auto found = kReferences.find(c);
    escaped += found == kReferences.end() ? std::string(1, c) : found->second;
  }
  return escaped;
}

mustache::data to_mustache(const Json& value) {
  using Type = mustache::data::type;
  if (value.is_object()) {
    mustache::object members;
    for (const auto& [key, member] : value.items()) members.emplace(key, to_mustache(member));
    return mustache::data(members);
  }
  if (value.is_array()) {
    mustache::list items;
    for (const Json& item : value) items.push_back(to_mustache(item));
    return mustache::data(items);
  }
  if (value == "" || value == false) return mustache::data(Type::bool_false);
  if (value.is_string()) return mustache::data(value.get<std::string>());
  return mustache::data(Type::bool_true);
}

std::string by_the_library(const std::string& text, const Json& data) {
  mustache::mustache compiled(text);
  EXPECT_TRUE(compiled.is_valid()) << compiled.error_message();
  compiled.set_custom_escape(escape_html);
  return compiled.render(to_mustache(data));
}

TemplateSource page_source(const std::string& page) {
  return assemble_page({{"layout.mustache", "{{> page}}"}, {"pages/p.mustache", page}}, "p")
      .value();
}

TEST(PageTemplateTest, PrintsWhatTheLibraryPrints) {
  const Json data = {
      {"text", "<a & 'b'> \"c\""},
      {"empty", ""},
      {"yes", true},
      {"no", false},
      {"lines", "one\ntwo"},
      {"blank", "  "},
      {"none", Json::array()},
      {"names", {"x", "y"}},
      {"rows", {{{"text", "in"}, {"names", {"p"}}}, {{"text", ""}, {"names", Json::array()}}}},
      {"window", {{"opens", "one"}, {"inner", {{"closes", "two"}}}}}};
  const std::vector<std::string> pages = {
      "",
      "\n\n",
      "a{{text}}b{{{text}}}c\n",
      "{{#yes}}\nin\n{{/yes}}\nafter\n",
      "{{#yes}}x{{/yes}}\n{{#no}}x{{/no}}\nz",
      "{{#no}}\nin\n{{/no}}\nafter",
      "{{^no}}{{/no}}\n{{^none}}\nnothing\n{{/none}}\nend\n",
      "{{^empty}}e{{/empty}}{{#text}}[{{text}}]{{/text}}{{^text}}never{{/text}}",
      "a {{#names}}{{.}}, {{/names}}z\n",
      "{{#names}}\n{{.}}\n{{/names}}\n\n{{#names}}{{/names}}\nend",
      "<{{#rows}} {{#names}}{{/names}} \n {{/rows}}>\n",
      "{{#rows}}{{#text}}{{text}}{{/text}}\n{{#names}}- {{.}} of {{text}}\n{{/names}}{{/rows}}\n",
      "{{#window}}{{opens}}{{inner.closes}}{{text}}{{/window}} {{window.opens}} "
      "{{window.inner.closes}}",
      "{{#blank}}{{blank}}{{/blank}}\nx{{#lines}}{{lines}}{{/lines}}\n{{#lines}}{{/"
      "lines}}{{blank}}\n",
      "x\r\n{{#yes}}\r\ny\r\n{{/yes}}\r\n{{empty}}\r\n",
      "{{ text }} {{# yes }}{{{ text }}}{{/ yes }}",
      "{{#window}}{{#yes}}{{#names}}{{.}}{{^no}}{{text}}{{/no}}{{/names}}{{/yes}}{{/window}}\n",
  };
  for (const std::string& page : pages) {
    const TemplateSource source = page_source(page);
    EXPECT_EQ(PageTemplate(source).fill(PageData::of(data)).value(),
              by_the_library(source.text, data))
        << page;
  }
}

// Data that has every name of a template at every depth. What is printed is a text; all else is
// anything.
class AnyData {
 public:
  AnyData(const TemplateSource& source, unsigned seed) : source_(source), chance_(seed) {}

  Json object(int depth) {
    Json made = Json::object();
    for (const auto& [name, place] : source_.asked) {
      if (name == ".") continue;
      const std::string first = name.substr(0, name.find('.'));
      if (first.size() < name.size()) {
        if (!made[first].is_object()) made[first] = Json::object();
        made[first][name.substr(first.size() + 1)] = text();
      } else if (!made.contains(name)) {
        made[name] = source_.printed.contains(name) ? Json(text()) : anything(depth);
      }
    }
    return made;
  }

 private:
  std::string text() {
    static const std::vector<std::string> kTexts = {"", "公示", "<b>\"'&", "two\nlines", " ", "x"};
    return kTexts[chance_() % kTexts.size()];
  }

  Json anything(int depth) {
    const auto kind = static_cast<unsigned>(chance_() % 6);
    if (kind == 0 || depth == 0) return chance_() % 2 == 0;
    if (source_.printed.contains(".")) return Json::array({text(), text()});
    if (kind == 1) return object(depth - 1);
    Json list = Json::array();
    for (unsigned i = 2; i < kind; ++i) list.push_back(object(depth - 1));
    return list;
  }

  const TemplateSource& source_;
  std::mt19937 chance_;
};

TEST(PageTemplateTest, FillsEveryPageOfTheProgramAsTheLibraryDoes) {
  TemplateFiles files;
  for (const EmbeddedFile& file : embedded_files()) files.emplace(file.path, file.bytes);
  int filled = 0;
  for (const auto& [path, bytes] : files) {
    const std::map<std::string, TemplateKind> kinds = {{"pages", TemplateKind::Page},
                                                       {"papers", TemplateKind::Paper},
                                                       {"desk", TemplateKind::Desk}};
    const auto slash = path.find('/');
    const auto kind = kinds.find(path.substr(0, slash));
    if (kind == kinds.end() || !path.ends_with(".mustache")) continue;
    const std::string name = path.substr(slash + 1, path.rfind('.') - slash - 1);
    const TemplateSource source = assemble_page(files, name, kind->second).value();
    const PageTemplate page(source);
    for (unsigned seed = 0; seed < 8; ++seed) {
      const Json data = AnyData(source, seed).object(2);
      const auto text = page.fill(PageData::of(data));
      if (!text) continue;  // "." of an object, or a name of two kinds
      ASSERT_EQ(*text, by_the_library(source.text, data)) << path << " " << seed;
      ++filled;
    }
  }
  EXPECT_GT(filled, 100) << "most data fits";
}

}  // namespace
}  // namespace gongshi
