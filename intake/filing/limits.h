// Every bound on what a person may write in an objection: name, number, reason. All count code
// points, so that a rare character weighs as much as any other. Proved by
// tests/filing/objection_form_test.cc, each at the bound and one past it.
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

// What an objector adds afterwards, each as long as a statement: a new fact is a note, a quarrel is
// not twenty of them.
inline constexpr std::size_t kSupplementCountMax = 20;

}  // namespace gongshi

#endif  // INTAKE_FILING_LIMITS_H_
