#include "generator/scan/package_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/scan/workbook_text.h"
#include "generator/scan/xml_text.h"
#include "generator/scan/zip_members.h"

namespace gongshi {
namespace {

struct Place {
  std::string_view beginning;
  std::string_view locus;
};

// The places that people have a word for; the others go by their member's name.
constexpr std::array<Place, 12> kPlaces = {{{"word/document", "正文"},
                                            {"word/comments", "批注"},
                                            {"word/header", "页眉"},
                                            {"word/footer", "页脚"},
                                            {"word/footnotes", "脚注"},
                                            {"word/endnotes", "尾注"},
                                            {"ppt/slides/slide", "幻灯片"},
                                            {"ppt/notesSlides/", "幻灯片备注"},
                                            {"ppt/comments", "批注"},
                                            {"xl/drawings/", "绘图"},
                                            {"content.xml", "正文"},
                                            {"meta.xml", "属性"}}};

std::string locus_of(std::string_view member) {
  const auto* const place = std::ranges::find_if(
      kPlaces, [&](const Place& p) { return member.starts_with(p.beginning); });
  return std::string(place == kPlaces.end() ? member : place->locus);
}

bool has(const std::vector<ZipMember>& members, std::string_view name) {
  return std::ranges::find(members, name, &ZipMember::name) != members.end();
}

bool is_office_package(const std::vector<ZipMember>& members) {
  return has(members, "[Content_Types].xml") || has(members, "OFD.xml") ||
         (has(members, "mimetype") && has(members, "content.xml"));
}

bool is_xml(const ZipMember& member) {
  return member.name.ends_with(".xml") || member.name.ends_with(".rels") ||
         member.name.ends_with(".vml") || member.bytes.starts_with("<?xml");
}

// Hold no words of anybody.
bool is_furniture(std::string_view name) {
  return name == "mimetype" || name.ends_with(".odttf") || name.ends_with(".fntdata") ||
         name.ends_with(".ttf") || name.ends_with(".otf") ||
         name.starts_with("xl/printerSettings/");
}

// In these, what matters may stand in attributes: cached records, targets of links, form data.
bool speaks_in_attributes(std::string_view name) {
  return name.ends_with(".rels") || name.find("pivotCache") != std::string_view::npos ||
         name.starts_with("customXml/") || name.ends_with("OFD.xml") ||
         name.find("Annot") != std::string_view::npos;
}

void add_unseen(const ZipMember& member, DocumentText& into) {
  into.remarks.push_back(
      {RemarkKind::Unseen, member.name,
       fmt::format("“{}”已加密或者已损坏，无法检查其中的内容；请去掉密码，或者重新生成",
                   member.name)});
}

void add_xml(const ZipMember& member, DocumentText& into) {
  if (member.name.starts_with("docProps/")) {
    const auto properties = xml_properties(member.bytes);
    if (!properties) return add_unseen(member, into);
    for (const auto& [name, text] : *properties) {
      into.parts.push_back({fmt::format("{} {}", member.name, name), text, {}});
    }
    return;
  }
  const auto text = xml_text(member.bytes);
  if (!text) return add_unseen(member, into);
  into.parts.push_back({locus_of(member.name), *text, {}});
  if (!speaks_in_attributes(member.name)) return;
  into.parts.push_back({member.name, xml_attributes(member.bytes).value_or(""), {}});
}

bool is_folder(const ZipMember& member) {
  return member.name.ends_with('/') && member.readable && member.bytes.empty();
}

void read_package(const ZipContents& contents, DocumentReading& reading, DocumentText& into) {
  std::vector<std::string> seen;
  if (has(contents.members, "xl/workbook.xml")) {
    std::ranges::move(workbook_text(contents.members, reading, seen),
                      std::back_inserter(into.parts));
  }
  std::ranges::sort(seen);
  for (const ZipMember& member : contents.members) {
    if (is_folder(member) || is_furniture(member.name) ||
        std::ranges::binary_search(seen, member.name)) {
      continue;
    }
    if (!member.readable) {
      add_unseen(member, into);
    } else if (is_xml(member)) {
      add_xml(member, into);
    } else {
      reading.read_inside(member.name, member.name, member.bytes, into);
    }
  }
}

void read_archive(const ZipContents& contents, DocumentReading& reading, DocumentText& into) {
  for (const ZipMember& member : contents.members) {
    const std::string locus = fmt::format("压缩包内“{}”", member.name);
    if (!member.readable || is_folder(member)) {
      into.parts.push_back({locus + " 文件名", member.name, {}});
      if (!member.readable) add_unseen(member, into);
    } else {
      reading.read_inside(locus, member.name, member.bytes, into);
    }
  }
}

}  // namespace

Result<DocumentText> package_text(std::string_view file_name, std::string_view bytes,
                                  DocumentReading& reading) {
  const auto contents = zip_members(file_name, bytes, reading);
  if (!contents) return tl::unexpected<Error>(contents.error());
  DocumentText found;
  if (!contents->comment.empty()) found.parts.push_back({"压缩包注释", contents->comment, {}});
  if (is_office_package(contents->members)) {
    read_package(*contents, reading, found);
  } else {
    read_archive(*contents, reading, found);
  }
  return found;
}

}  // namespace gongshi
