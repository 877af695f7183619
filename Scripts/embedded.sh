# Compiles the rooms that also live in the browser as Embedded Swift for WebAssembly, module by module, by the toolchain
# alone. To be sourced, with `root` set and perhaps `out`, where objects go (.build/page when not set) and `swiftc`.

# The rooms, each after those that it imports; of a room that is not all for the page, the folder that is, which compiles by
# itself. A room that is not there yet is passed over.
embedded_rooms=(
  Quantities Lanes Circulation Lesions Treatments Course Findings Instruments Guidelines Statements Twin/Fit Inference Page
)

# What a page may call; everything that none of these needs is left out.
page_exports=(
  mitral_room mitral_clear mitral_say mitral_keep mitral_check mitral_beat mitral_beats mitral_catalogue mitral_sound
  mitral_course mitral_course_next mitral_course_sound mitral_exercise mitral_predict mitral_fit mitral_quantity mitral_text mitral_text_size mitral_numbers
  mitral_number_count
)

# Sets `tools`, asked of the compiler, since `swiftc` on PATH may be a link or a front for several toolchains, and the
# flags of every module.
embedded_begin() {
  out=${out:-$root/.build/page}
  swiftc=${swiftc:-${SWIFTC:-swiftc}}
  tools=$("$swiftc" -print-target-info | sed -n 's|.*"runtimeResourcePath": *"\(.*\)/lib/swift".*|\1|p')/bin
  [[ -x $tools/wasm-ld ]] || { echo "no wasm-ld beside $swiftc" >&2; return 1; }
  swift_flags=(
    -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded -wmo -parse-as-library -O
    -swift-version 6 -package-name mitral -Xcc -msimd128 -Xcc -mbulk-memory -Xcc -ffreestanding
    -I "$out" -I "$out/CLanes" -module-cache-path "$out/ModuleCache"
  )
  mkdir -p "$out/CLanes" || return 1
  printf 'module CLanes {\n  header "%s"\n  export *\n}\n' "$root/Sources/CLanes/include/CLanes.h" \
    >"$out/CLanes/module.modulemap"
  "$tools/clang" --target=wasm32-unknown-none-wasm -O2 -ffreestanding -msimd128 -mbulk-memory -c \
    "$root/Scripts/embedded/Support.c" -o "$out/Support.o"
}

# embedded_compile MODULE FILE…: the module's interface for those that import it, and its object.
embedded_compile() {
  local module=$1
  shift
  "$swiftc" "${swift_flags[@]}" -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -c -o "$out/$module.o" "$@"
}

# embedded_room ROOM: compiles a room, or the part of it that a folder holds, under the room's name.
embedded_room() {
  local sources module=${1%%/*}
  mapfile -d '' -t sources < <(find "$root/Sources/$1" -name '*.swift' -print0 | sort -z)
  rm -f "$out/$module.o"
  embedded_compile "$module" "${sources[@]}"
}

# embedded_changed_room ROOM: compiles a room that changed, or that comes after one that did (`changed` is set then).
embedded_changed_room() {
  local object=$out/${1%%/*}.o
  [[ $root/Scripts/embedded.sh -nt $object ||
    $(find -L "$root/Sources/$1" "$root/Sources/CLanes" -cnewer "$object" -print -quit 2>&1) ]] && changed=1
  [[ -z ${changed-} ]] || embedded_room "$1"
}

# embedded_link FILE FLAG… OBJECT…: links with the memory and with the tables by which Swift compares text.
embedded_link() {
  local file=$1
  shift
  "$tools/wasm-ld" --no-entry -z stack-size=1048576 -o "$file" "$@" "$out/Support.o" \
    "$tools/../lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a"
}

# embedded_link_page FILE OBJECT…: the page's engine: what it may call and all that this needs, nothing else.
embedded_link_page() {
  local file=$1 name flags=(--gc-sections --strip-all -O2)
  shift
  for name in "${page_exports[@]}"; do flags+=("--export=$name"); done
  embedded_link "$file" "${flags[@]}" "$@"
}
