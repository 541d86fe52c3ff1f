#include "tests/source_root.h"

namespace gongshi {

std::filesystem::path source_root() { return SOURCE_ROOT; }

}  // namespace gongshi
