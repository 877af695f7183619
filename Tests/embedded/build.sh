#!/usr/bin/env bash
# Compiles the rooms that also live in the browser as Embedded Swift for WebAssembly, module by module, and links them.
#
#   Tests/embedded/build.sh [FOLDER]     where the objects go; .build/page, with the page's own, when not given
#
# What this proves: no Foundation, no existential calls, no untyped throws, no function of the C library beyond the few
# that Support.c gives (memory, and nothing that computes: the linker would name a stray `tanh`) and the tables by which
# Swift compares text, which come with the toolchain. Last, two canaries built the same way must fail.
set -u
unset CDPATH
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)

out=${1:-$root/.build/page}
source "$root/Scripts/embedded.sh"
passed=0 failed=0

# tell CLAIM STATUS: one line for a claim, counted.
tell() {
  if (($2 == 0)); then
    passed=$((passed + 1))
    echo "ok $1"
  else
    failed=$((failed + 1))
    echo "FAILED $1"
  fi
}

# Every function is kept, so that one that nobody calls yet must find its symbols too.
link_all() { embedded_link "$1" --export-all --no-gc-sections "${@:2}"; }

build_rooms() {
  local room changed=
  objects=()
  for room in "${embedded_rooms[@]}"; do
    [[ -d $root/Sources/$room ]] || continue
    embedded_changed_room "$room"
    tell "${room/\//}CompilesInEmbeddedSwift" $?
    objects+=("$out/${room%%/*}.o")
  done
  link_all "$out/rooms.wasm" "${objects[@]}"
  tell theRoomsLinkWithoutTheCLibrary $?
  embedded_link_page "$out/engine.wasm" "${objects[@]}"
  tell thePagesEngineLinks $?
}

# probe NAME: compiles and links Tests/embedded/NAME.swift beside the vector shims.
probe() {
  embedded_compile "$1" "$root/Tests/embedded/$1.swift" && link_all "$out/$1.wasm" "$out/$1.o"
}

# refuses NAME REASON: the probe must fail, and for this reason.
refuses() {
  ! probe "$1" >"$out/$1.log" 2>&1 && grep -qF "$2" "$out/$1.log"
  tell "$1IsRefused" $?
}

# A whole beat in the browser's instructions: computed by node, where there is one, it must be bit for bit that of this machine.
golden() {
  embedded_compile GoldenPage "$root/Tests/InstrumentsTests/GoldenHash.swift" "$root/Tests/embedded/GoldenPage.swift" &&
    link_all "$out/GoldenPage.wasm" "$out/GoldenPage.o" "${objects[@]}"
  tell aBeatLinksForTheBrowser $?
  if type -P node >/dev/null; then
    node "$root/Tests/embedded/golden.mjs" "$out/GoldenPage.wasm" "$(<"$root/Tests/golden/engine-hash.txt")"
    tell theBrowsersBeatIsBitForBitThatOfTheMachine $?
  else
    echo 'passed over: no node here, so that the beat in WebAssembly is linked and not run'
  fi
}

embedded_begin || { tell theSupportCompiles 1; echo "$passed passed, $failed failed"; exit 1; }
build_rooms
probe Probe
tell "vectorsArraysAndTypedThrowsLink" $?
golden
refuses CanaryFoundation "no such module 'Foundation'"
refuses CanaryMathLibrary 'undefined symbol: tanh'
echo "$passed passed, $failed failed"
((failed == 0))
