// The paths that the daemon answers itself (DESIGN 9). All others are files of the site.
#ifndef INTAKE_HTTP_ROUTES_H_
#define INTAKE_HTTP_ROUTES_H_

#include <string_view>

namespace gongshi::route {

inline constexpr std::string_view kNewObjection = "/objections/new";
inline constexpr std::string_view kObjections = "/objections";
inline constexpr std::string_view kStatus = "/status";
inline constexpr std::string_view kCheckpoint = "/log/checkpoint";
inline constexpr std::string_view kTiles = "/log/tile/";  // what follows is a path of log/tile.h
inline constexpr std::string_view kLogKey = "/log/key";
inline constexpr std::string_view kHealth = "/healthz";

// Only for the operator, on an address of its own.
inline constexpr std::string_view kMetrics = "/metrics";

}  // namespace gongshi::route

#endif  // INTAKE_HTTP_ROUTES_H_
