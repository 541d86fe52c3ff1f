#!/bin/sh
# clang-tidy over every source that the build knows, two at a time. A file whose own bytes, headers
# and rules are unchanged since its last clean run is skipped: its stamp carries their digest.
#   clang_tidy.sh BUILD_FOLDER
set -eu
build=$1
stamps="$build/clang-tidy"
mkdir -p "$stamps"

# The preprocessed text covers the file and all it includes.
check() {
  file=$1
  command=$(python3 - "$build/compile_commands.json" "$file" <<'PY'
import json, os, shlex, sys
database, wanted = sys.argv[1:3]
for entry in json.load(open(database)):
    if os.path.realpath(entry["file"]) == os.path.realpath(wanted):
        words = [w for w in shlex.split(entry["command"]) if "ccache" not in w]
        drop = words.index("-o")
        words = words[:drop] + words[drop + 2:]
        print(shlex.join([w for w in words if w != "-c"] + ["-E", "-P", "-w"]))
        break
PY
)
  digest=$( (cat .clang-tidy; sh -c "$command") | sha256sum | cut -c1-64)
  stamp="$stamps/$digest"
  [ -e "$stamp" ] && return 0
  clang-tidy-16 --quiet -p "$build" "$file" 2>/dev/null && : >"$stamp"
}

if [ $# -gt 1 ]; then
  check "$2"
else
  git ls-files -co --exclude-standard 'generator/*.cc' 'intake/*.cc' 'site-templates/*.cc' |
    xargs -P 2 -n 1 "$0" "$build"
fi
