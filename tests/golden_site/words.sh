#!/bin/sh
# What the site of the five campaigns says: the words of every page and the manifest, beside
# expected/. A change of wording, of a window or of a list shows as a readable difference; a change
# of markup or of looks does not. Digests are left out, since any markup changes them, and so are
# the days of whole calendars: tests/spec/days.txt is about them.
#   words.sh PROGRAM REPOSITORY            compares
#   words.sh PROGRAM REPOSITORY --update   writes expected/ anew, for you to read and to commit
set -eu
program=$1
repository=$2
expected=$repository/tests/golden_site/expected
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

words() {
  sed -e 's/<style.*<\/style>//g' -e 's/<[^>]*>/\n/g' \
    -e '/^  "calendars": /,/^  "notices": /{/^ *"[0-9-]*",\{0,1\}$/d}' "$1" |
    sed -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//' -e '/^$/d' -e 's/[0-9a-f]\{64\}/(digest)/g'
}

"$program" build --content "$repository/content" --out "$work/public" \
  --as-of 2022-08-16T10:00:00+08:00
cd "$work/public"
find . -name '*.html' -o -name publicity.json | sort | while read -r file; do
  mkdir -p "$work/words/$(dirname "$file")"
  words "$file" >"$work/words/$file.txt"
done

if [ "${3:-}" = --update ]; then
  rm -rf "$expected"
  mv "$work/words" "$expected"
elif ! diff -r -u "$expected" "$work/words"; then
  echo "the site says something else; if that is meant: $0 $program $repository --update" >&2
  exit 1
fi
