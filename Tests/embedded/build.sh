#!/usr/bin/env bash
# Compiles the rooms that also live in the browser as Embedded Swift for WebAssembly, module by module, and links them.
#
#   Tests/embedded/build.sh [FOLDER]     where the objects go; .build/embedded of this package when not given
#
# What this proves: no Foundation, no existential calls, no untyped throws, no function of the C library beyond the few
# that Support.c gives (memory, and nothing that computes: the linker would name a stray `tanh`) and the tables by which
# Swift compares text, which come with the toolchain. Last, two canaries built the same way must fail.
set -u
unset CDPATH
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)

# The rooms, each after those that it imports. A room that is not there yet is passed over.
rooms=(Quantities Lanes Circulation Lesions Treatments Course Findings Instruments Guidelines)

out=${1:-$root/.build/embedded}
swiftc=${SWIFTC:-swiftc}
# Asked of the compiler, since `swiftc` on PATH may be a link or a front for several toolchains.
tools=$("$swiftc" -print-target-info | sed -n 's|.*"runtimeResourcePath": *"\(.*\)/lib/swift".*|\1|p')/bin
passed=0 failed=0

swift_flags=(
  -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded -wmo -parse-as-library -O
  -swift-version 6 -package-name mitral -Xcc -msimd128 -Xcc -ffreestanding
  -I "$out" -I "$out/CLanes" -module-cache-path "$out/ModuleCache"
)

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

# compile MODULE FILE…: the module's interface for those that import it, and its object.
compile() {
  local module=$1
  shift
  "$swiftc" "${swift_flags[@]}" -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -c -o "$out/$module.o" "$@"
}

# link FILE OBJECT…: every function is kept, so that one that nobody calls yet must find its symbols too.
link() {
  local file=$1
  shift
  "$tools/wasm-ld" --no-entry -z stack-size=1048576 --export-all --no-gc-sections -o "$file" "$@" "$out/Support.o" \
    "$tools/../lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a"
}

prepare() {
  mkdir -p "$out/CLanes" || exit 1
  printf 'module CLanes {\n  header "%s"\n  export *\n}\n' "$root/Sources/CLanes/include/CLanes.h" \
    >"$out/CLanes/module.modulemap"
  "$tools/clang" --target=wasm32-unknown-none-wasm -O2 -ffreestanding -msimd128 -c \
    "$root/Tests/embedded/Support.c" -o "$out/Support.o"
}

build_rooms() {
  local room sources
  objects=()
  for room in "${rooms[@]}"; do
    [[ -d $root/Sources/$room ]] || continue
    mapfile -d '' -t sources < <(find "$root/Sources/$room" -name '*.swift' -print0 | sort -z)
    rm -f "$out/$room.o"
    compile "$room" "${sources[@]}"
    tell "${room}CompilesInEmbeddedSwift" $?
    objects+=("$out/$room.o")
  done
  link "$out/rooms.wasm" "${objects[@]}"
  tell theRoomsLinkWithoutTheCLibrary $?
}

# probe NAME: compiles and links Tests/embedded/NAME.swift beside the vector shims.
probe() {
  compile "$1" "$root/Tests/embedded/$1.swift" && link "$out/$1.wasm" "$out/$1.o"
}

# refuses NAME REASON: the probe must fail, and for this reason.
refuses() {
  ! probe "$1" >"$out/$1.log" 2>&1 && grep -qF "$2" "$out/$1.log"
  tell "$1IsRefused" $?
}

# A whole beat in the browser's instructions: computed by node, where there is one, it must be bit for bit that of this machine.
golden() {
  compile GoldenPage "$root/Tests/InstrumentsTests/GoldenHash.swift" "$root/Tests/embedded/GoldenPage.swift" &&
    link "$out/GoldenPage.wasm" "$out/GoldenPage.o" "${objects[@]}"
  tell aBeatLinksForTheBrowser $?
  if type -P node >/dev/null; then
    node "$root/Tests/embedded/golden.mjs" "$out/GoldenPage.wasm" "$(<"$root/Tests/golden/engine-hash.txt")"
    tell theBrowsersBeatIsBitForBitThatOfTheMachine $?
  else
    echo 'passed over: no node here, so that the beat in WebAssembly is linked and not run'
  fi
}

prepare || { tell theSupportCompiles 1; echo "$passed passed, $failed failed"; exit 1; }
build_rooms
probe Probe
tell "vectorsArraysAndTypedThrowsLink" $?
golden
refuses CanaryFoundation "no such module 'Foundation'"
refuses CanaryMathLibrary 'undefined symbol: tanh'
echo "$passed passed, $failed failed"
((failed == 0))
