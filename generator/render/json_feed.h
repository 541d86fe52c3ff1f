// feed.json: JSON Feed 1.1.
#ifndef GENERATOR_RENDER_JSON_FEED_H_
#define GENERATOR_RENDER_JSON_FEED_H_

#include <string>

#include "generator/render/feed.h"

namespace gongshi {

std::string write_json_feed(const Feed& feed);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_JSON_FEED_H_
