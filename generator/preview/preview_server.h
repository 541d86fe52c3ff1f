// Sends a PreviewSite to the browser on this machine.
//
//  1. It listens on 127.0.0.1 only.
//  2. It answers only who asks for this machine by name: a page from elsewhere whose own name leads
//     here (DNS rebinding) gets 403, and reads no draft.
//  3. It answers GET and HEAD, and reads no body.
//  4. Every answer has the headers that a page needs to load nothing from elsewhere, and is not
//     kept by the browser.
#ifndef GENERATOR_PREVIEW_PREVIEW_SERVER_H_
#define GENERATOR_PREVIEW_PREVIEW_SERVER_H_

#include <memory>

#include "generator/notice/error.h"
#include "generator/preview/preview_site.h"

namespace gongshi {

class PreviewServer {
 public:
  // 0 takes any port that is free. Unavailable when the port is taken. `site` must outlive it.
  static Result<PreviewServer> start(PreviewSite& site, int port);
  PreviewServer(PreviewServer&&) noexcept;
  PreviewServer& operator=(PreviewServer&&) noexcept;
  ~PreviewServer();  // closes the site, waits for the answers that are being sent

  int port() const;

 private:
  struct State;
  explicit PreviewServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // GENERATOR_PREVIEW_PREVIEW_SERVER_H_
