// Comparing secrets so that the time it takes says nothing of where they differ.
#ifndef INTAKE_SEAL_CONSTANT_TIME_H_
#define INTAKE_SEAL_CONSTANT_TIME_H_

#include <string_view>

namespace gongshi {

// Of texts of different length only that is told.
bool equal_in_constant_time(std::string_view one, std::string_view other);

}  // namespace gongshi

#endif  // INTAKE_SEAL_CONSTANT_TIME_H_
