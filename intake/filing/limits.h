// Every bound on what a person may write in an objection and attach to it: name, number, reason.
// Lengths count code points, so that a rare character weighs as much as any other. Proved by
// tests/filing/objection_form_test.cc and evidence_test.cc, each at the bound and one past it.
#ifndef INTAKE_FILING_LIMITS_H_
#define INTAKE_FILING_LIMITS_H_

#include <cstddef>

namespace gongshi {

// Six printed pages: longer accounts are evidence, and evidence is attached or comes by post.
inline constexpr std::size_t kStatementLengthMax = 5000;

// The longest registered unit names have about 60 characters; a person's is far shorter.
inline constexpr std::size_t kNameLengthMax = 100;

// A telephone number, an e-mail address and a postal address together.
inline constexpr std::size_t kContactLengthMax = 200;

// What an objector adds afterwards, each as long as a statement and with as many files as an
// objection: a new fact is a note, a quarrel is not twenty of them.
inline constexpr std::size_t kSupplementCountMax = 20;

// Files with one objection, or with one supplement to it: what an office can read through in a
// sitting. More comes by post, or with a second supplement.
inline constexpr std::size_t kEvidenceCountMax = 5;

// One file: a photograph as a telephone takes it, forty scanned pages, ten minutes of talk. Over a
// bad mobile line it takes ten minutes, and who sends it must not lose it in the ninth.
inline constexpr std::size_t kEvidenceBytesMax = std::size_t{10} * 1024 * 1024;

// Name of a file, ending included: what systems and mail programs take without cutting it.
inline constexpr std::size_t kEvidenceNameLengthMax = 80;

}  // namespace gongshi

#endif  // INTAKE_FILING_LIMITS_H_
