// feed.atom: Atom 1.0 (RFC 4287).
#ifndef GENERATOR_RENDER_ATOM_FEED_H_
#define GENERATOR_RENDER_ATOM_FEED_H_

#include <string>

#include "generator/render/feed.h"

namespace gongshi {

std::string write_atom(const Feed& feed);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_ATOM_FEED_H_
