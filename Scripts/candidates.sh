# To be sourced, by every call of the launcher: keep it quick.

# Sets `candidates`: every `swift` there is, those on PATH first (some may be too old, or another program of that name).
list_candidates() {
  candidates=()
  local folder folders home=${HOME-} IFS=:
  set -f
  # shellcheck disable=SC2206 # to be split at the colons
  folders=(${PATH-})
  set +f
  IFS=' '
  folders+=(/opt/swift/usr/bin "${SWIFTLY_BIN_DIR:-$home/.swiftly/bin}" "$home/.swiftly/bin"
    "$home/.local/share/swiftly/bin" /usr/share/swift/usr/bin)
  for folder in "${folders[@]}"; do
    [[ -f $folder/swift && -x $folder/swift && " ${candidates[*]-} " != *" $folder/swift "* ]] &&
      candidates+=("$folder/swift")
  done
}
