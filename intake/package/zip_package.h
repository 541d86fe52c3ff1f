// The package itself: a ZIP whose bytes follow from its files and one instant alone.
//
// Members stand in the order of their names, stored and not compressed, so that no version of a
// compressor shows in the bytes; each bears the same time and the same rights. Whoever has the
// files and the instant can therefore write the package again and compare: no byte of it is free.
#ifndef INTAKE_PACKAGE_ZIP_PACKAGE_H_
#define INTAKE_PACKAGE_ZIP_PACKAGE_H_

#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/package/paper_files.h"

namespace gongshi {

// Requires at least one file and is_paper_name() of each name, none of which is a folder of
// another. Names that are not ASCII are flagged as UTF-8. `at` is shown on China's clock; a ZIP
// counts even seconds from 1980 to 2107, and an instant outside of these becomes the nearest.
// Unavailable when memory runs out.
Result<std::string> pack(const PaperFiles& files, Instant at);

// Invalid, with a Chinese clause that says why, for what is no ZIP, is damaged, or has members that
// pack() does not write: compressed, encrypted, twice, with a name that is no is_paper_name().
// Never unfolds to more than the bytes that it is given.
Result<PaperFiles> unpack(std::string_view zip);

}  // namespace gongshi

#endif  // INTAKE_PACKAGE_ZIP_PACKAGE_H_
