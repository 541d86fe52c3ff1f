// Memory that a program gives back is overwritten first, so that what passed through it (the words
// of an objection, a receipt code, a key) is in no core dump afterwards. Linked into gongshi-intake
// and gongshi-desk, where it stands before the C library's own for all that the program consists
// of: C++ strings, SQLite, ICU, OpenSSL.
//
// It leans on two things of glibc: the program's free and realloc are also the libraries', and its
// own stay reachable as __libc_free and __libc_malloc. Everything else about memory stays glibc's.
#include <malloc.h>
#include <string.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>

extern "C" {
void __libc_free(void* memory);
void* __libc_malloc(std::size_t size);

void free(void* memory) noexcept {
  if (memory == nullptr) return;
  const int kept = errno;  // free() leaves it alone, whatever unmapping does
  ::explicit_bzero(memory, ::malloc_usable_size(memory));
  __libc_free(memory);
  errno = kept;
}

// glibc's would move bytes and leave the old ones where they were.
void* realloc(void* memory, std::size_t size) noexcept {
  if (memory == nullptr) return __libc_malloc(size);
  if (size == 0) {
    free(memory);
    return nullptr;
  }
  const std::size_t before = ::malloc_usable_size(memory);
  if (size <= before && before / 2 <= size) {
    ::explicit_bzero(static_cast<char*>(memory) + size, before - size);
    return memory;
  }
  void* const moved = __libc_malloc(size);
  if (moved == nullptr) return nullptr;
  ::memcpy(moved, memory, std::min(before, size));
  free(memory);
  return moved;
}
}
