// Expected failure as a value. Assertions are for our own bugs; everything that input, a disk or a
// network can cause comes back as one of these.
#ifndef GENERATOR_NOTICE_ERROR_H_
#define GENERATOR_NOTICE_ERROR_H_

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace gongshi {

// What a caller can do about it. Few on purpose: a kind exists when two callers act differently.
enum class ErrorKind {
  Invalid,      // the input is wrong; saying it again will not help
  NotFound,     // the thing named is not there
  Conflict,     // it is there, in a state that forbids this (closed, already decided, in use)
  Unavailable,  // disk, lock or network; the same call may succeed later
  Corrupt,      // stored data contradicts itself; a person must look
};

// `message` is one sentence for a person: it names the thing, the place and the way out.
// Messages to offices and citizens are Chinese; messages to operators are English.
struct Error {
  ErrorKind kind = ErrorKind::Invalid;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorKind kind, std::string message) {
  return tl::unexpected<Error>(Error{kind, std::move(message)});
}

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_ERROR_H_
