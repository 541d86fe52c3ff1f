#include "generator/load/left_over.h"

namespace gongshi {

bool is_left_over(std::string_view name) {
  return name.starts_with('.') || name.starts_with('#') || name.ends_with('~') ||
         name.ends_with(".bak");
}

}  // namespace gongshi
