// What a browser keeps that has logged in before, so that wrong passwords from elsewhere do not
// lock its person out (the "device cookie" of OWASP):
//
//   9f86d081884c7d659a2feaa0c55ad015-6b1f…      32 hex digits at random, 64 of a keyed hash of them
//
// It opens nothing: who has it may try passwords under a bar of its own (office/login.h).
#ifndef INTAKE_SEAL_BROWSER_MARK_H_
#define INTAKE_SEAL_BROWSER_MARK_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

// Of one account; a secret. A new one forgets all browsers.
using BrowserMarkKey = std::array<unsigned char, 32>;

BrowserMarkKey random_browser_mark_key();

std::string make_browser_mark(const BrowserMarkKey& key);

// The random half when the mark was made with this key, nothing for any other text.
std::optional<std::string> read_browser_mark(const BrowserMarkKey& key, std::string_view mark);

}  // namespace gongshi

#endif  // INTAKE_SEAL_BROWSER_MARK_H_
