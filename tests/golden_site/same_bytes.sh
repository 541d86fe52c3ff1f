#!/bin/sh
# The same content gives the same bytes: in another folder, time zone and locale, on another number
# of threads, with the templates on disk or in the program. Only the home page knows the present.
#   same_bytes.sh PROGRAM REPOSITORY
set -eu
program=$1
repository=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

here=$work/here
there="$work/那边/far away"
mkdir -p "$here" "$there"
cp -R "$repository/content" "$here/content"
cp -R "$repository/content" "$there/内容"

cd "$here"
TZ=UTC LC_ALL=C "$program" build --content content --templates "$repository/site-templates" \
  --out public --as-of 2017-06-22T01:00:00Z --jobs 1
cd "$there"
TZ=America/St_Johns LC_ALL=C.UTF-8 "$program" build --content "$there/内容" \
  --out ../网站 --as-of 2017-06-22T09:00:00+08:00 --jobs 7
diff -r --exclude record "$here/public" "$there/../网站"  # .gongshi/record says where it was made

# A year later nothing but the listing differs, the digests in the manifest included.
TZ=Asia/Urumqi "$program" build --content 内容 --out later --as-of 2018-06-22T09:00:00+08:00
if cmp -s later/index.html "$here/public/index.html"; then
  echo "the home page is the same a year later" >&2
  exit 1
fi
diff -r --exclude record --exclude index.html later "$here/public"
find "$here/public" -mindepth 2 -name index.html | while read -r page; do
  cmp "$page" "later/${page#"$here/public/"}"
done
