// The files that people attach, as the data folder holds them: sealed, each under a key of its own,
// under a name that says nothing. And the drafts: for a form that was sent and came back with
// errors, which files are attached to it so far, sealed so that only the form opens it.
//
//   DATA/evidence/<32 hex digits>          one file: seal/sealed_stream.h, then 32 bytes of SHA-256
//                                          over its name and what stands before them, so that who
//                                          has no key finds a bit that turned
//   DATA/drafts/<hex of the form's digest> one draft
//
// A file goes through three states. It comes in: EvidenceWriter writes it, and takes it back when
// it is not finished. It waits for its form: finished, durable, referred to by a draft at most. It
// is filed: a row of the register refers to it, and it stays. What waits is bounded, so that
// uploads cannot fill the disk, and swept away when no form has asked for it for
// kUnfiledEvidenceAgeMax. What a crash leaves behind waits too, and goes the same way.
//
// Threads: any may call, at the same time. Times are those of the system's clock, which stamps
// files, whatever clock the daemon shows.
#ifndef INTAKE_REGISTER_EVIDENCE_FILES_H_
#define INTAKE_REGISTER_EVIDENCE_FILES_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/seal/sealed_stream.h"

namespace gongshi {

// At the end of each file.
inline constexpr std::size_t kEvidenceDigestBytes = 32;

// What waits for its form may take this much disk: two hundred files of the largest size. More is
// an attack or a broken program; texts are filed all the same.
inline constexpr std::uint64_t kUnfiledEvidenceBytesMax = std::uint64_t{2} * 1024 * 1024 * 1024;

// And this many files, because small ones fill a folder instead.
inline constexpr std::size_t kUnfiledEvidenceCountMax = 10'000;

// No file is taken when less is free: the register, whose rows are small, must go on.
inline constexpr std::uint64_t kDiskReserveBytes = std::uint64_t{256} * 1024 * 1024;

// A form that is left alone this long has lost its files. FORMS 7 asks for twenty hours.
inline constexpr std::chrono::hours kUnfiledEvidenceAgeMax{24};

// One attached file: what lists show of it, and what opens it.
struct EvidenceFile {
  std::string id;          // the name in the folder, 32 hex digits
  StreamKey key{};         // opens that file and no other
  std::string name;        // for people, in any script; never a path
  std::string type;        // "pdf", "jpg" … (filing/evidence.h)
  std::uint64_t size = 0;  // of the plain bytes
  Sha256 sha256{};         // of the plain bytes

  bool operator==(const EvidenceFile&) const = default;
};

class EvidenceFiles;

// A file that is coming in. Takes it back when it goes before finish(). Used by one thread; must
// not outlive the EvidenceFiles.
class EvidenceWriter {
 public:
  EvidenceWriter(EvidenceWriter&&) noexcept;
  EvidenceWriter& operator=(EvidenceWriter&&) noexcept;
  ~EvidenceWriter();

  const std::string& id() const;
  const StreamKey& key() const;

  // Unavailable when the disk says no or too much waits by now; then nothing is left of the file.
  Result<void> write(std::string_view plain);
  // Durable when it returns, name included.
  Result<void> finish();

 private:
  friend class EvidenceFiles;
  struct State;
  explicit EvidenceWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// A file that is going out. Used by one thread.
class EvidenceReader {
 public:
  EvidenceReader(EvidenceReader&&) noexcept;
  EvidenceReader& operator=(EvidenceReader&&) noexcept;
  ~EvidenceReader();

  // The next bytes, at most kSealedChunkBytes and some; "" at the end, which has then been proven.
  // Corrupt when the file is not what was stored, Unavailable when the disk says no.
  Result<std::string> read();

 private:
  friend class EvidenceFiles;
  struct State;
  explicit EvidenceReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class EvidenceFiles {
 public:
  // `data` is the register's folder. Makes the two folders (0700) when they are not there. Takes no
  // file while less than `disk_reserve` bytes of the disk are free.
  static Result<EvidenceFiles> open(const std::filesystem::path& data,
                                    std::uint64_t disk_reserve = kDiskReserveBytes);

  EvidenceFiles(EvidenceFiles&&) noexcept;
  EvidenceFiles& operator=(EvidenceFiles&&) noexcept;
  ~EvidenceFiles();

  // Under a fresh key and a fresh name. Unavailable when too much waits, when too little of the
  // disk is free, or when the disk says no.
  Result<EvidenceWriter> create();

  // NotFound when it is gone.
  Result<EvidenceReader> read(const EvidenceFile& file) const;

  // Whether it is there with every byte that was stored: for who has no key. NotFound when it is
  // gone, Corrupt when a bit of it turned, Unavailable when the disk says no.
  Result<void> check_bytes(const std::string& id) const;

  // Asked for again: it waits kUnfiledEvidenceAgeMax from now. False when it is gone.
  bool touch(const std::string& id) const;
  // A row refers to it now.
  void mark_filed(const std::string& id);
  // Its row is gone: so is it, filed or not.
  void erase(const std::string& id);
  // Nobody wants it. Does nothing to a file that is filed.
  void remove(const std::string& id);

  // The draft of a form, replaced whole. Not synced: a power cut may lose it, and then the form
  // asks for its files again.
  Result<void> write_draft(const Sha256& form_digest, std::string_view sealed);
  Result<std::optional<std::string>> read_draft(const Sha256& form_digest) const;
  void remove_draft(const Sha256& form_digest);

  // Removes what has waited too long, and counts what waits. `is_filed` says whether a row refers
  // to a file. For the start and once a day.
  Result<void> sweep(std::chrono::system_clock::time_point now,
                     const std::function<Result<bool>(const std::string& id)>& is_filed);

  // How many bytes wait for their forms.
  std::uint64_t unfiled_bytes() const;

 private:
  friend class EvidenceWriter;
  struct State;
  explicit EvidenceFiles(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_EVIDENCE_FILES_H_
