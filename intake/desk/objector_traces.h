// Where a text tells who wrote an objection, or when: the objector's name or unit, the contact, the
// receipt number, and the days and times at which something came in (DOMAIN Q14). However it is
// typed (generator/notice/folded_text.h). For what leaves the hands of those who handle it:
// paraphrase.h and redaction.h. Pure.
#ifndef INTAKE_DESK_OBJECTOR_TRACES_H_
#define INTAKE_DESK_OBJECTOR_TRACES_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"
#include "intake/filing/objection.h"

namespace gongshi {

// A part of a contact that is shorter, an area code or a house number, belongs to many.
inline constexpr std::size_t kContactLettersMin = 5;

enum class TraceKind { Name, Contact, Number, Time };

// `begin` and `end`, half open, are bytes of the text that was looked through, and cut no
// character.
struct ObjectorTrace {
  TraceKind kind = TraceKind::Name;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What the notice's page says, where it is also the objector's name: a unit that objects to its own
// candidate, or a candidate who shares a syllable with who objects.
enum class PublishedNames {
  MayStand,        // it does not count as a trace
  CountWhenTheirs  // it counts, unless it is only a part of a longer name that is published
};

// A text that is looked through, for one objector after another. Not copied; the text must outlive
// it.
class TraceSearch {
 public:
  TraceSearch(const ManifestNotice& notice, PublishedNames names, std::string_view text);
  TraceSearch(const TraceSearch&) = delete;
  TraceSearch& operator=(const TraceSearch&) = delete;
  ~TraceSearch();

  // In no order; they may overlap. `objection` is what the record of `file` says.
  std::vector<ObjectorTrace> traces_of(const CaseFile& file, const Objection& objection) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

// What everybody reads on the notice's page, folded: its title and publisher, names, units, awards.
// The longest first.
std::vector<std::string> published_words(const ManifestNotice& notice);

// What the objector wrote: the objection, then what was added or asked for, oldest first.
std::vector<std::string> objectors_texts(const CaseFile& file, const Objection& objection);

}  // namespace gongshi

#endif  // INTAKE_DESK_OBJECTOR_TRACES_H_
