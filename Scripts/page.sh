#!/usr/bin/env bash
# Compiles the page's engine to .build/page/engine.wasm, when a source of it has changed: no package manager, no tools but
# the toolchain's own.
#
#   Scripts/page.sh          builds; the toolchain is looked for as the launcher does
#   Scripts/page.sh --size   tells the size of what was built, too
set -u
unset CDPATH
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
source "$root/Scripts/progress.sh"
source "$root/Scripts/embedded.sh"

out=$root/.build/page
target=$out/engine.wasm

# Whether everything that goes in is older than what came out. A folder's time changes when a file in it goes.
page_is_fresh() {
  [[ -f $target && -f $out/built.start ]] || return 1
  local watched=("$root/Scripts/embedded.sh" "$root/Scripts/embedded" "$root/Sources/CLanes") room
  for room in "${embedded_rooms[@]}"; do watched+=("$root/Sources/$room"); done
  [[ -z $(find -L "${watched[@]}" -cnewer "$out/built.start" -print -quit 2>&1) ]]
}

# One room after the other, from the first that has changed; each line tells how far it is.
compile_page() {
  embedded_begin || return 1
  local room objects=() number=0 changed=
  for room in "${embedded_rooms[@]}"; do
    number=$((number + 1))
    [[ -d $root/Sources/$room ]] || continue
    echo "room $number of ${#embedded_rooms[@]}: $room"
    embedded_changed_room "$room" || return 1
    objects+=("$out/${room%%/*}.o")
  done
  echo 'linking'
  embedded_link_page "$target.part" "${objects[@]}" && mv -f -- "$target.part" "$target"
}

build_page() {
  mkdir -p "$out" || return 69
  exec 8>>"$out/lock"
  flock 8
  if ! page_is_fresh; then
    if ! type -P "${SWIFTC:-swiftc}" >/dev/null; then
      source "$root/Scripts/candidates.sh" && list_candidates
      source "$root/Scripts/toolchain.sh" && find_swift || return 69
      swiftc=${swift%/*}/swiftc
    fi
    local start=$out/built.start.part
    : >"$start"
    ((progress_on_terminal)) || echo 'mitral: compiling the engine for the page' >&2
    if ! run_shown 'mitral: compiling the engine for the page' "$out/build.log" progress_last_line \
      bash -c 'source "$1"; shift; "$@"' page "${BASH_SOURCE[0]}" compile_page; then
      tail -n 60 "$out/build.log" >&2
      echo "mitral: the engine could not be compiled for the page. The whole log: $out/build.log" >&2
      return 70
    fi
    mv -f -- "$start" "$out/built.start"
  fi
  exec 8>&-
}

# Sourced for one of its functions, or called.
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  build_page || exit
  if [[ ${1-} == --size ]]; then
    echo "$(wc -c <"$target") bytes, $(gzip -9 -c "$target" | wc -c) with gzip"
  fi
fi
