#include "site-templates/template_source.h"

#include <gmock/gmock.h>

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Key;
using testing::UnorderedElementsAre;

TEST(TemplateSourceTest, PutsThePageAndItsPartialsIntoTheLayout) {
  const TemplateFiles files = {
      {"layout.mustache", "<main>\n{{> page}}\n</main>\n"},
      {"pages/home.mustache", "{{! takes\n title }}\n<h1>{{title}}</h1>\n  {{> foot}}\n"},
      {"partials/foot.mustache", "<p>{{> dot}}</p>\n"},
      {"partials/dot.mustache", "{{! nothing }}\n·\n"},
  };
  const auto source = assemble_page(files, "home");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_EQ(source->text, "<main>\n<h1>{{title}}</h1>\n<p>·</p>\n</main>\n");
}

TEST(TemplateSourceTest, LeavesCommentsAndIndentationOut) {
  const TemplateFiles files = {
      {"layout.mustache",
       "{{! what it takes:\n  title }}\n<p>a{{! b }}c</p>\n\n\t  <p>d  e</p>\n"}};
  EXPECT_EQ(assemble_page(files, "any")->text, "<p>ac</p>\n\n<p>d  e</p>\n");
}

TEST(TemplateSourceTest, SectionsAloneInTheirLineLeaveNoEmptyLine) {
  const TemplateFiles files = {
      {"layout.mustache",
       "<ul>\n  {{#a}}\n  {{^b}}\n  <li>{{#c}}x{{/c}}\n  {{/b}}\n{{/a}}\n</ul>\n"}};
  EXPECT_EQ(assemble_page(files, "any")->text,
            "<ul>\n{{#a}}{{^b}}<li>{{#c}}x{{/c}}\n{{/b}}{{/a}}</ul>\n");
}

TEST(TemplateSourceTest, ListsTheNamesItAsksForWithTheirPlace) {
  const TemplateFiles files = {
      {"layout.mustache", "{{a}}\n{{#list}}{{.}}{{{html}}}{{/list}}{{^none}}\n{{b.c}}{{/none}}"}};
  const auto source = assemble_page(files, "any");
  ASSERT_TRUE(source) << source.error().message;
  EXPECT_THAT(source->asked, UnorderedElementsAre(Key("a"), Key("list"), Key("."), Key("html"),
                                                  Key("none"), Key("b.c")));
  EXPECT_THAT(source->printed, UnorderedElementsAre(Key("a"), Key("."), Key("html"), Key("b.c")));
  EXPECT_EQ(source->asked.at("b.c"), "layout.mustache:3");
}

struct Mistake {
  const char* layout;
  const char* page;
  const char* said;
};

const Mistake kMistakes[] = {
    {"a\n{{title", "", "layout.mustache:2：标签没有结束"},
    {"{{{html}}", "", "layout.mustache:1：标签没有结束"},
    {"{{#list}}\n{{.}}", "", "layout.mustache:1：{{#list}} 没有在本文件内"},
    {"{{^list}}", "", "layout.mustache:1：{{#list}} 没有在本文件内"},
    {"{{/list}}", "", "layout.mustache:1：{{/list}} 没有与它相配的开头"},
    {"{{#a}}{{#b}}{{/a}}{{/b}}", "", "{{/a}} 没有与它相配的开头"},
    {"{{#a}}\n{{> page}}\n{{/a}}", "\n{{/a}}{{#a}}",
     "pages/p.mustache:2：{{/a}} 没有与它相配的开头"},
    {"{{> missing}}", "", "没有模板文件 partials/missing.mustache"},
    {"{{> ../secret}}", "", "没有模板文件 partials/../secret.mustache"},
    {"{{> page}}", "{{> page}}", "pages/p.mustache 直接或间接地包含了它自己"},
    {"{{> loop}}", "", "partials/loop.mustache 直接或间接地包含了它自己"},
    {"{{&html}}", "", "三重花括号"},
    {"{{=<% %>=}}", "", "不支持更换花括号"},
    {"{{Title}}", "", "“Title”不是字段名"},
    {"{{标题}}", "", "“标题”不是字段名"},
    {"{{}}", "", "“”不是字段名"},
    {"{{a b}}", "", "“a b”不是字段名"},
    {"{{! see {{title}} }}", "", "又出现了 {{"},
};

TEST(TemplateSourceTest, NamesThePlaceOfEveryMistake) {
  for (const Mistake& mistake : kMistakes) {
    const TemplateFiles files = {{"layout.mustache", mistake.layout},
                                 {"pages/p.mustache", mistake.page},
                                 {"partials/loop.mustache", "{{> loop}}"}};
    const auto source = assemble_page(files, "p");
    ASSERT_FALSE(source) << mistake.layout;
    EXPECT_EQ(source.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(source.error().message, HasSubstr(mistake.said));
  }
}

}  // namespace
}  // namespace gongshi
