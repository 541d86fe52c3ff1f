// A line as the number detectors read it: its runs of digits, and which of them belong together.
// Every way of joining neighbours can be tried, so "15900000000 0351-7000000" hides neither
// number, although joined whole it would be none.
#ifndef GENERATOR_SCAN_NUMBER_LINE_H_
#define GENERATOR_SCAN_NUMBER_LINE_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

// A maximal run of ASCII digits.
struct DigitRun {
  std::size_t begin = 0, end = 0;            // half open, in the line's text
  std::size_t word_begin = 0, word_end = 0;  // the ASCII letters and digits around it
  bool joined = false;  // only separators (" -—–.·_", at most three) since the run before

  std::size_t size() const { return end - begin; }
  bool stands_alone() const { return begin == word_begin && end == word_end; }
};

// Built from normalised text, which must outlive it. Digests in hexadecimal (32 digits or more)
// hold no runs: they are many on our pages, and now and then one looks like a telephone number.
class NumberLine {
 public:
  explicit NumberLine(std::string_view text);

  std::string_view text() const { return text_; }
  const std::vector<DigitRun>& runs() const { return runs_; }

  std::string_view digits(std::size_t run) const;
  // Of `count` runs from `run`, one after the other.
  std::string digits(std::size_t run, std::size_t count) const;
  // Runs from `run` on have exactly these sizes and are joined to each other.
  bool has_shape(std::size_t run, std::initializer_list<std::size_t> sizes) const;
  // What stands between run - 1 and run.
  std::string_view gap_before(std::size_t run) const;

  // One of `words` stands in the `bytes` before the run; blanks inside a word do not matter.
  bool labelled(std::size_t run, std::size_t bytes,
                std::initializer_list<std::string_view> words) const;
  // The run is a filing or index number and says so: 公安备案, 索引号, 许可证, 批准文号.
  bool is_filing_number(std::size_t run) const;
  // "1380013****": a mask, not a number.
  bool is_masked(std::size_t run) const;

 private:
  void add_word(std::size_t begin, std::size_t end);

  std::string_view text_;
  std::vector<DigitRun> runs_;
};

}  // namespace gongshi

#endif  // GENERATOR_SCAN_NUMBER_LINE_H_
