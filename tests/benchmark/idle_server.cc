// The limit of filing: cpp-httplib alone, reading the same form and answering 201 without looking
// at it. Listens on a free port and prints it.
#include <httplib.h>

#include <cstdio>

int main() {
  httplib::Server server;
  server.set_keep_alive_max_count(1'000'000);
  server.set_tcp_nodelay(true);
  server.new_task_queue = [] { return new httplib::ThreadPool(64); };
  server.Post("/objections", [](const httplib::Request&, httplib::Response& response,
                                const httplib::ContentReader& read) {
    read([](const httplib::MultipartFormData&) { return true; },
         [](const char*, std::size_t) { return true; });
    response.status = 201;
    response.set_content("{}\n", "application/json");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::printf("listening on http://127.0.0.1:%d\n", port);
  std::fflush(stdout);
  return server.listen_after_bind() ? 0 : 1;
}
