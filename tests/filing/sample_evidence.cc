#include "tests/filing/sample_evidence.h"

#include <cstddef>

namespace gongshi {
namespace {

// Low byte first.
std::string number(std::size_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i, value >>= 8U) bytes += static_cast<char>(value & 0xFFU);
  return bytes;
}

}  // namespace

std::string sample_png() {
  return std::string(
      "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3A\x7E\x9B\x55"
      "\0\0\0\nIDAT\x78\x9C\x63\x60\0\0\0\x02\0\x01\x48\xAF\xA4\x71\0\0\0\0IEND\xAE\x42\x60\x82",
      67);
}

std::string sample_archive(const std::vector<std::string>& names) {
  std::string members;
  std::string directory;
  for (const std::string& name : names) {
    const std::string stored = number(10, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                               number(0, 12) + number(name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(10, 2) + stored + number(0, 10) + number(0, 4);
    directory.resize(directory.size() - 4);
    directory += number(members.size(), 4) + name;
    members += "PK\x03\x04" + stored + name;
  }
  return members + directory + "PK\x05\x06" + number(0, 4) + number(names.size() % 65536, 2) +
         number(names.size() % 65536, 2) + number(directory.size(), 4) + number(members.size(), 4) +
         number(0, 2);
}

}  // namespace gongshi
