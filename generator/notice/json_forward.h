// The name of Json, for headers that only hand it on: the library itself takes seconds to compile.
#ifndef GENERATOR_NOTICE_JSON_FORWARD_H_
#define GENERATOR_NOTICE_JSON_FORWARD_H_

#include <nlohmann/json_fwd.hpp>

namespace gongshi {

using Json = nlohmann::ordered_json;

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_JSON_FORWARD_H_
