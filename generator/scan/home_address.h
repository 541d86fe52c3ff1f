// Home addresses, down to the house number.
#ifndef GENERATOR_SCAN_HOME_ADDRESS_H_
#define GENERATOR_SCAN_HOME_ADDRESS_H_

#include <string_view>
#include <vector>

#include "generator/scan/detection.h"

namespace gongshi {

// A number with 号, 室, 单元, 栋, 幢, 组 or 楼 in the same sentence after 住址, 家庭地址, 户籍,
// 家住, 现住 or 居住, in the order of `text`, as warnings. Township and street alone are not a
// finding (DOMAIN 5.2). In a contact block the address is the office's.
std::vector<Detection> home_addresses(std::string_view text, Zone zone);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_HOME_ADDRESS_H_
