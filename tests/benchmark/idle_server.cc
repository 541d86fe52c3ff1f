// The limit of filing and of reading: cpp-httplib alone. It reads the same form and answers 201
// without looking at it; it gives the bytes of FILE, from memory, for any GET. Listens on a free
// port and prints it.
//   idle_server [FILE]
#include <httplib.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string bytes_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int count, char** arguments) {
  const std::string page = count > 1 ? bytes_of(arguments[1]) : "";
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
  server.Get(".*", [&page](const httplib::Request&, httplib::Response& response) {
    response.set_content(page, "text/html; charset=utf-8");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::printf("listening on http://127.0.0.1:%d\n", port);
  std::fflush(stdout);
  return server.listen_after_bind() ? 0 : 1;
}
