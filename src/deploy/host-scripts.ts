/**
 * What a server is asked to do, for a shell of POSIX. The first argument is the folder of the target:
 *
 *   releases/20260704T093000Z-3f9c1a2b4d5e/   one whole site each, equal files being hard links of one another
 *   current → releases/…                      what the web server shows
 */

/** Prints `current NAME` and `release NAME` for each, an empty line, and the manifest of the present release. */
export const LOOK = `
cd "$1" 2>/dev/null || exit 0
if [ -e current ] && [ ! -L current ]; then
  echo "$1/current is not a link to a release: move it away" >&2; exit 1
fi
if [ -L current ]; then echo "current $(basename "$(readlink current)")"; fi
for folder in releases/*/; do
  if [ -f "$folder.dateline-manifest" ]; then echo "release $(basename "$folder")"; fi
done
echo
if [ -f current/.dateline-manifest ]; then cat current/.dateline-manifest; fi`;

/** Begins $2 with the files of the present release that the input names, separated by zero bytes. Clears away what was begun before. */
export const BEGIN = `
set -e
mkdir -p "$1/releases"
cd "$1"
rm -rf releases/.begun-* releases/.dropped-*
mkdir "releases/$2"
if [ -L current ]; then
  rsync -a --from0 --files-from=- --link-dest="$PWD/current/" current/ "releases/$2/"
else
  cat >/dev/null
fi`;

/** Gives $2 its name, $3, if all its files have arrived. */
export const COMPLETE = `
set -e
export LC_ALL=C
cd "$1/releases"
sed 's/^[^ ]* //' "$2/.dateline-manifest" | sort >.begun-wanted
(cd "$2" && find . -type f) | sed 's|^[.]/||' | sort >.begun-there
missing=$(comm -23 .begun-wanted .begun-there | head -n 3)
rm -f .begun-wanted .begun-there
if [ -n "$missing" ]; then echo "not all files have arrived: $missing" >&2; exit 1; fi
if [ -e "$3" ]; then echo "there is a release $3 already: try again" >&2; exit 1; fi
mv "$2" "$3"`;

/** Shows $2. Readers who hold a page of a kept release still find what it needs: that is carried over first. */
export const SHOW = `
set -e
export LC_ALL=C
cd "$1"
if [ -L current ]; then
  sed -n 's/^[^ ]* \\(assets\\/.*\\)$/\\1/p; s/^[^ ]* \\(img\\/.*\\)$/\\1/p' releases/*/.dateline-manifest | sort -u >releases/.begun-kept
  (cd current && find . -type f) | sed 's|^[.]/||' | sort | comm -12 - releases/.begun-kept >releases/.begun-carried
  rsync -a --ignore-existing --files-from=releases/.begun-carried --link-dest="$PWD/current/" current/ "releases/$2/"
  rm -f releases/.begun-kept releases/.begun-carried
fi
rm -f .current-next
ln -s "releases/$2" .current-next
if mv --version >/dev/null 2>&1; then mv -T .current-next current; else mv -h .current-next current; fi`;

/** Removes the releases that the further arguments name. */
export const DROP = `
set -e
cd "$1/releases"
shift
for name; do
  mv "$name" ".dropped-$name"
  rm -rf ".dropped-$name"
done`;
