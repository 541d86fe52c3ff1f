// An open file that closes itself, and what the system's calls lack. Inside
// register/ and desk/.
#ifndef INTAKE_REGISTER_DESCRIPTOR_H_
#define INTAKE_REGISTER_DESCRIPTOR_H_

#include <filesystem>
#include <string_view>
#include <utility>

namespace gongshi {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void close();

 private:
  int number_;
};

// False with errno set. A short write is tried again, so that the reason comes out.
bool write_all(int descriptor, std::string_view bytes);

// Makes new names in `folder` ("" is the current one) survive a power cut. False with errno set,
// also on a file system that cannot.
bool sync_folder(const std::filesystem::path& folder);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_DESCRIPTOR_H_
