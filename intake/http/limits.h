// Every bound that the daemon puts on a connection: name, number, reason. What a person may write
// is bounded in intake/filing/limits.h. Proved by tests/http/server_test.cc on a real socket.
#ifndef INTAKE_HTTP_LIMITS_H_
#define INTAKE_HTTP_LIMITS_H_

#include <chrono>
#include <cstddef>

#include "intake/filing/limits.h"

namespace gongshi {

// Request line and headers. Browsers send 1 to 2 KiB; cookies of other services on the same domain
// may add some more.
inline constexpr std::size_t kHeadBytesMax = std::size_t{32} * 1024;

// Number of headers. Browsers send about 20, a chain of proxies a dozen more.
inline constexpr std::size_t kHeaderCountMax = 100;

// What may be text of the body of a form, which is kept to fill the form again. Sixty times the
// longest statement that is taken.
inline constexpr std::size_t kFilingTextBytesMax = std::size_t{1024} * 1024;

// Fields of one form, each file counted. Ours has ten, and files to add and to remove.
inline constexpr std::size_t kFormFieldCountMax = 64;

// What stands around the fields: boundaries and headers, a kilobyte for each.
inline constexpr std::size_t kFilingFrameBytesMax = kFormFieldCountMax * 1024;

// The body of a form, POST /objections or a supplement by POST /status: all its text and as many
// files as may be attached, each of the largest size. A file that is a little too large is told so
// in words when the others leave room.
inline constexpr std::size_t kFilingBytesMax =
    kFilingTextBytesMax + kEvidenceCountMax * kEvidenceBytesMax + kFilingFrameBytesMax;

// The body of POST /status url-encoded, by programs that only look up: a number, a code and what to
// download take a hundredth of it.
inline constexpr std::size_t kLookupBytesMax = std::size_t{8} * 1024;

// The times of a connection. Tests shorten them; the program never does.
struct ConnectionTimes {
  // From the first byte of a request to the last, however slowly they come in between; and more for
  // each byte of a body, by the rate below.
  std::chrono::milliseconds request{90'000};

  // The slowest line that files are taken from: a bad mobile one. Time is earned by bytes that have
  // come, not by a length that was promised, and not in advance: who stops sending has `request` at
  // most.
  std::size_t body_bytes_per_second{std::size_t{16} * 1024};

  // Until a client takes the next bytes of an answer.
  std::chrono::milliseconds write{10'000};

  // Between two requests on one connection. A reader opens the next page sooner than this, or a new
  // connection costs them nothing.
  std::chrono::milliseconds idle{5'000};

  // A refused body is read and thrown away for this long, so that the client reads our answer
  // instead of a reset connection.
  std::chrono::milliseconds linger{2'000};
};

// When a client may come back that met a register which could not be written or read: a full disk
// or a long backup is rarely over sooner, and everybody comes back at once otherwise.
inline constexpr std::chrono::seconds kUnavailableFor{60};

// Requests on one connection, so that no client keeps a thread for good.
inline constexpr std::size_t kRequestsPerConnectionMax = 1000;

// Connections served at once, one thread each. One more ends the one that earned it most
// (connection_roster.h). With those that wait, the register and the site still within the 1 024
// descriptors that a process may usually open.
inline constexpr std::size_t kConnectionsMax = 512;

// Accepted connections that wait for a thread, each while the connection that makes room for it
// ends. More wait in the kernel's backlog.
inline constexpr std::size_t kConnectionsWaitingMax = 256;

// Files and sockets that the process may have open: all those connections, and the register, the
// site's files and the log. `serve` raises the system's limit to it, or warns.
inline constexpr std::size_t kOpenFilesMin = kConnectionsMax + kConnectionsWaitingMax + 200;

// Connections that the kernel holds until we accept them. httplib's own 5 loses clients in a burst.
inline constexpr int kListenBacklog = 1024;

// The files of the site that are kept in memory, with what they were compressed to: a thousand
// pages in two codings, more than are read on the day of a publication. Another file costs its
// reading, which the kernel mostly has in memory too.
inline constexpr std::size_t kFileCacheBytesMax = std::size_t{16} * 1024 * 1024;

// The longest of them. The search's file and every page are shorter; an attachment that many read
// at once is not to drive the pages out.
inline constexpr std::size_t kCachedFileBytesMax = std::size_t{1024} * 1024;

// A file that changed less than this ago is read anew for each request: file systems stamp changes
// with the tick of a clock, the coarsest every two seconds, and two states within one tick look
// alike.
inline constexpr std::chrono::seconds kFileSettledAfter{2};

// A shorter file fits into one packet with the head of its answer, compressed or not.
inline constexpr std::size_t kCompressedBytesMin = 1024;

// How often (rate_limits.h): so many at once, and then one more each time that `each` has passed.
struct Rate {
  std::size_t at_once = 1;
  std::chrono::milliseconds each{1};
};

struct Rates {
  // A class of forty files within a lesson, a school of a thousand within an afternoon.
  Rate filings_of_network{.at_once = 300, .each = std::chrono::seconds(12)};

  // A network that the operator names because many more than a school share it: a mobile operator's
  // gateway, the exit of a county's offices.
  Rate filings_of_shared_network{.at_once = 3'000, .each = std::chrono::seconds(2)};

  // More than any notice of the last ten years met. Beyond it, a row a second: 86 400 a day, which
  // the disk of a small host carries for a year.
  Rate filings_on_notice{.at_once = 10'000, .each = std::chrono::seconds(1)};

  // Wrong receipt numbers or codes. A person who mistypes does so a few times; a code has 100 bits,
  // so this is not what protects it: it keeps guessing from costing us anything.
  Rate wrong_codes_of_network{.at_once = 60, .each = std::chrono::seconds(30)};
  Rate wrong_codes_of_shared_network{.at_once = 600, .each = std::chrono::seconds(3)};
  Rate wrong_codes_on_number{.at_once = 20, .each = std::chrono::seconds(60)};
};

// Keys that one bar remembers, so that addresses without number do not fill the memory (about 1.5
// MB each). The one not seen for longest goes.
inline constexpr std::size_t kRateKeysMax = 16'384;

}  // namespace gongshi

#endif  // INTAKE_HTTP_LIMITS_H_
