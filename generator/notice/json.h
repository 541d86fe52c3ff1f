// The door to the JSON library: keys keep the order in which they are written, so that output is
// deterministic and reads as it was designed.
#ifndef GENERATOR_NOTICE_JSON_H_
#define GENERATOR_NOTICE_JSON_H_

#include <nlohmann/json.hpp>

namespace gongshi {

using Json = nlohmann::ordered_json;

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_JSON_H_
