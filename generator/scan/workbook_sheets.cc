#include "generator/scan/workbook_sheets.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "generator/notice/utf8.h"
#include "generator/scan/workbook_dates.h"
#include "generator/scan/workbook_parts.h"
#include "generator/scan/xml_walk.h"

namespace gongshi {
namespace {

struct Workbook {
  std::vector<std::string> strings;
  std::vector<CellFormat> formats;
};

template <class Number>
Number number_in(std::string_view text, Number otherwise) {
  Number number = otherwise;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() ? number : otherwise;
}

// "AB12" is column 27, counted from 0.
std::size_t column_of(std::string_view address, std::size_t otherwise) {
  std::size_t column = 0;
  for (const char c : address) {
    if (c < 'A' || 'Z' < c || column > kSheetColumnsMax) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return column == 0 ? otherwise : column - 1;
}

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, DocumentReading& reading)
      : workbook_(workbook), reading_(reading) {}

  std::vector<SheetRow> run(std::string_view bytes) {
    walk_xml(bytes, {.enter = [&](const XmlElement& e) { enter(e); },
                     .leave = [&](std::string_view name) { leave(name); },
                     .text =
                         [&](std::string_view parent, std::string_view text) {
                           const bool is_value = parent == "v" || parent == "t";
                           if (is_value && !above_) value_ += text;
                         }});
    return std::move(rows_);
  }

 private:
  void enter(const XmlElement& element) {
    above_ = above_ || element.name == "rPh";
    if (element.name == "row") {
      row_.number = number_in(element.attribute("r"), row_.number + 1);
      row_.cells.clear();
    } else if (element.name == "c") {
      column_ = column_of(element.attribute("r"), row_.cells.size());
      type_ = element.attribute("t");
      style_ = number_in<std::size_t>(element.attribute("s"), 0);
      value_.clear();
    }
  }

  void leave(std::string_view name) {
    above_ = above_ && name != "rPh";
    if (name == "c") put(value());
    const bool is_filled = std::ranges::any_of(
        row_.cells, [](const std::string& cell) { return !trim_blanks(cell).empty(); });
    if (name == "row" && is_filled) rows_.push_back(row_);
  }

  std::string value() const {
    if (type_ == "s") {
      const auto index = number_in(value_, workbook_.strings.size());
      return index < workbook_.strings.size() ? workbook_.strings[index] : "";
    }
    if (type_ == "e") return "";  // #REF!
    if (!type_.empty() && type_ != "n") return value_;
    if (style_ < workbook_.formats.size()) {
      std::string date = date_of(value_, workbook_.formats[style_]);
      if (date != value_) return date;
    }
    return spelled_out(value_);
  }

  void put(std::string text) {
    if (column_ >= kSheetColumnsMax || !reading_.spend_bytes(text.size())) return;
    if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
    row_.cells[column_] = std::move(text);
  }

  const Workbook& workbook_;
  DocumentReading& reading_;
  std::vector<SheetRow> rows_;
  SheetRow row_;
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string value_;
  bool above_ = false;  // in a phonetic run
};

tl::unexpected<Error> unreadable(std::string_view file_name, std::string_view why) {
  return failure(ErrorKind::Invalid, "读不了“" + std::string(file_name) + "”：" + std::string(why));
}

bool has_unreadable(const std::vector<ZipMember>& members) {
  return std::ranges::any_of(members, [](const ZipMember& member) { return !member.readable; });
}

}  // namespace

Result<std::vector<WorkbookSheet>> workbook_sheets(std::string_view file_name,
                                                   std::string_view bytes) {
  constexpr std::size_t kUnfoldedBytes = 64U << 20U;  // 64 MB; a summary table is far below
  // Word and Excel wrap what they encrypt in the container of their formats before 2007.
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return unreadable(file_name, "是加了密码的或者旧格式的文件；请去掉密码，另存为 .xlsx");
  }
  DocumentReading reading({.unfolded_bytes = kUnfoldedBytes});
  const auto contents = zip_members(file_name, bytes, reading);
  if (!contents && reading.exhausted()) {
    return unreadable(file_name, "展开后过大；请只留下汇总表再试");
  }
  if (!contents || has_unreadable(contents->members)) {
    return unreadable(file_name, "已损坏或者加了密码；请用表格软件打开，另存为 .xlsx");
  }
  const Workbook workbook{.strings = shared_strings(contents->members, Phonetic::Drop),
                          .formats = cell_formats(bytes_of(contents->members, "xl/styles.xml"))};
  std::vector<WorkbookSheet> sheets;
  for (const WorkbookPart& part : workbook_parts(contents->members)) {
    sheets.push_back(
        {.name = part.name,
         .hidden = part.hidden,
         .rows = SheetReader(workbook, reading).run(bytes_of(contents->members, part.member))});
  }
  if (reading.exhausted()) return unreadable(file_name, "展开后过大；请只留下汇总表再试");
  if (sheets.empty()) return unreadable(file_name, "里面没有工作表；请用 .xlsx 或 .csv 的汇总表");
  return sheets;
}

}  // namespace gongshi
