// E-mail addresses at providers of private mailboxes.
#ifndef GENERATOR_SCAN_EMAIL_ADDRESS_H_
#define GENERATOR_SCAN_EMAIL_ADDRESS_H_

#include <string_view>
#include <vector>

#include "generator/scan/detection.h"

namespace gongshi {

// In the order of `text`, as warnings. Offices use such mailboxes too, so a contact block may hold
// them. An address whose local part is a mobile number is left to mobile_number_at(): one finding
// for one mistake.
std::vector<Detection> private_email_addresses(std::string_view text, Zone zone);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_EMAIL_ADDRESS_H_
