#include "generator/scan/laid_out_text.h"

namespace gongshi {

void LaidOutText::begin_block() {
  if (text_.empty() || text_.ends_with('\n') || text_.ends_with('\t')) return;
  text_ += '\n';
}

void LaidOutText::begin_row() {
  if (!text_.empty() && !text_.ends_with('\n')) text_ += '\n';
}

void LaidOutText::begin_cell() { text_ += '\t'; }

void LaidOutText::line_break() { text_ += '\n'; }

}  // namespace gongshi
