// Headers of table columns whose values must never be public (DOMAIN 1.6, class NEVER).
#ifndef GENERATOR_SCAN_FORBIDDEN_HEADER_H_
#define GENERATOR_SCAN_FORBIDDEN_HEADER_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "generator/scan/detection.h"
#include "generator/scan/suspect_line.h"

namespace gongshi {

// What a column under this header means: Block for 身份证号, 证件号码, 户籍地, 联系电话, 银行账号,
// 家庭住址, 处分 and their like; Warn for what may be the office's own (窗口负责人联系电话,
// 通信地址); nothing for the rest. Blanks, line ends and text in brackets do not matter.
std::optional<Severity> forbidden_header(std::string_view cell);

// The tables' rows among `lines` of `text` that hold such headers: one detection a row, placed at
// the first of its worst cells, whose mask quotes all of that severity. Offsets are in `text`.
//
// A row is a line with tabs, with '|', or with commas and no '，' or '。' (if first in the text, or
// above a line with as many), of two cells or more; or a run of lines that begin with a tab and
// hold a cell each, as word processors copy tables, of three or more. Where tabs make the cells,
// most of them are filled: in a blank form, every second one waits for an answer. Whether the cells
// below are empty or masked makes no difference.
std::vector<Detection> forbidden_headers(std::string_view text, std::span<const SuspectLine> lines);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_FORBIDDEN_HEADER_H_
