#!/bin/sh
# Every source is as clang-format writes it. To mend: clang-format-14 -i FILE
set -eu
git ls-files -co --exclude-standard '*.cc' '*.h' | xargs clang-format-14 --dry-run -Werror
