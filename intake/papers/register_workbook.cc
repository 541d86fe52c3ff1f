#include "intake/papers/register_workbook.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <system_error>

#include "intake/desk/replace_file.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRowsMax = LXW_ROW_MAX - 1;  // below the headings
constexpr std::size_t kWorkbookBytesMax = std::size_t{512} * 1024 * 1024;
constexpr double kDaysTo1970 = 25569;  // a spreadsheet counts days from 1899-12-30
constexpr std::uint8_t kPaperA4 = 9;

// A folder of our own for the one file that the library insists on.
class LibraryFolder {
 public:
  LibraryFolder() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "gongshi-XXXXXX").string();
    if (!error && mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~LibraryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  LibraryFolder(const LibraryFolder&) = delete;
  LibraryFolder& operator=(const LibraryFolder&) = delete;

  const fs::path& path() const { return path_; }  // empty: it could not be made

 private:
  fs::path path_;
};

struct Close {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, Close>;

double serial(Instant at) {
  const auto seconds = (at.utc + kChinaOffset).time_since_epoch();
  return kDaysTo1970 + static_cast<double>(seconds.count()) / 86400;
}

// A workbook while it is being written.
class Sheet {
 public:
  Sheet(lxw_workbook& workbook, const char* name)
      : sheet_(workbook_add_worksheet(&workbook, name)),
        heading_(workbook_add_format(&workbook)),
        text_(workbook_add_format(&workbook)),
        time_(workbook_add_format(&workbook)) {
    format_set_bold(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    format_set_num_format(text_, "@");
    format_set_num_format(time_, "yyyy-mm-dd hh:mm:ss");
    format_set_align(time_, LXW_ALIGN_LEFT);
  }

  void write_columns(const std::vector<RegisterColumn>& columns) {
    lxw_col_t at = 0;
    for (const RegisterColumn& column : columns) {
      note(worksheet_set_column(sheet_, at, at, column.width, nullptr));
      note(worksheet_write_string(sheet_, 0, at++, std::string(column.heading).c_str(), heading_));
    }
  }

  void write_row(lxw_row_t row, const std::vector<RegisterCell>& cells) {
    lxw_col_t column = 0;
    for (const RegisterCell& cell : cells) {
      const lxw_col_t at = column++;
      if (const auto* text = std::get_if<std::string>(&cell)) {
        note(worksheet_write_string(sheet_, row, at, text->c_str(), text_));
      } else if (const auto* instant = std::get_if<Instant>(&cell)) {
        note(worksheet_write_number(sheet_, row, at, serial(*instant), time_));
      } else if (const auto* number = std::get_if<std::uint64_t>(&cell)) {
        note(worksheet_write_number(sheet_, row, at, static_cast<double>(*number), nullptr));
      }
    }
  }

  // For people who scroll, filter and print.
  void lay_out(const RegisterTable& table) {
    const auto last_row = static_cast<lxw_row_t>(table.rows.size());
    const auto last_column = static_cast<lxw_col_t>(table.columns.size() - 1);
    worksheet_freeze_panes(sheet_, 1, 0);
    note(worksheet_autofilter(sheet_, 0, 0, last_row, last_column));
    note(worksheet_repeat_rows(sheet_, 0, 0));
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kPaperA4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    note(worksheet_set_footer(sheet_, "&C第 &P 页，共 &N 页"));
  }

  bool written() const { return error_ == LXW_NO_ERROR; }

 private:
  void note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  lxw_worksheet* sheet_;
  lxw_format* heading_;
  lxw_format* text_;
  lxw_format* time_;
  lxw_error error_ = LXW_NO_ERROR;
};

void describe(lxw_workbook& workbook, WorkbookProperties properties) {
  lxw_doc_properties document{};
  document.title = properties.title.data();
  document.author = properties.author.data();
  document.created = properties.at.utc.time_since_epoch().count();
  workbook_set_properties(&workbook, &document);
}

}  // namespace

Result<std::string> register_workbook(const RegisterTable& table,
                                      const WorkbookProperties& properties) {
  if (table.rows.size() > kRowsMax) {
    return failure(ErrorKind::Invalid,
                   fmt::format("异议有 {} 件，一张工作表放不下；请用 CSV", table.rows.size()));
  }
  const LibraryFolder folder;
  const fs::path file = folder.path() / "register.xlsx";
  std::string temporary = folder.path().string();
  lxw_workbook_options options{};
  options.tmpdir = temporary.data();
  Workbook workbook(folder.path().empty() ? nullptr : workbook_new_opt(file.c_str(), &options));
  bool written = workbook != nullptr;
  if (written) {
    describe(*workbook, properties);
    Sheet sheet(*workbook, "异议登记表");
    sheet.write_columns(table.columns);
    lxw_row_t row = 0;
    for (const std::vector<RegisterCell>& cells : table.rows) sheet.write_row(++row, cells);
    sheet.lay_out(table);
    written = sheet.written() && workbook_close(workbook.release()) == LXW_NO_ERROR;
  }
  if (written) return read_file(file, kWorkbookBytesMax);
  return failure(ErrorKind::Unavailable,
                 "写不出异议登记表的工作簿；请看放临时文件的文件夹（TMPDIR）是不是满了或者不能写");
}

}  // namespace gongshi
