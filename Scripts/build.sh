# The launcher's slow way: builds the product that a call needs. To be sourced by `mitral`, with `root`, `state`,
# `product`, `binary`, `processor` and `candidates` set.

source "$root/Scripts/progress.sh"
source "$root/Scripts/toolchain.sh"

# Where the folder has moved, or the processor or the toolchain is another, what was compiled is of no use, and some of
# it would do harm: flags that say "native" look the same on every machine. Fetched packages are kept. On new ground the
# system's packages are looked at too.
prepare_ground() {
  local place= old_processor= old_swift= old_version= entry
  if [[ -f $state/ground ]]; then
    { IFS= read -r place; IFS= read -r old_processor; IFS= read -r _; IFS= read -r old_swift
      IFS= read -r old_version; } <"$state/ground"
    if [[ $place != "$root" || $old_processor != "$processor" || $old_swift != "$swift" ||
      $old_version != "$swift_version" ]]; then
      rm -f "$state"/*.done
      for entry in "$root"/.build/* "$root"/.build/.[!.]*; do
        case ${entry##*/} in
          checkouts | repositories | workspace-state.json | launcher | test-logs | .lock) ;;
          *) rm -rf -- "$entry" ;;
        esac
      done
      # Last, so that a clearing cut short is begun again.
      rm -f "$state/ground"
    fi
  fi
  [[ -f $state/ground ]] || prepare_packages || return 1
  printf '%s\n' "$root" "$processor" "${candidates[*]}" "$swift" "$swift_version" >"$state/ground"
}

# One launcher builds, the others wait for it. The lock lives as long as the build does, even if this shell is killed.
take_lock() {
  exec 9>>"$state/lock"
  flock -n 9 && return 0
  local began=$SECONDS
  ((progress_on_terminal)) || echo 'mitral: waiting for another build of this folder' >&2
  until flock -w 1 9; do
    progress_show "mitral: waiting for another build of this folder · $((SECONDS - began)) s"
  done
  progress_clear
}

# What went wrong, without the steps that went right.
explain_failure() {
  local log=$1
  grep -vE '^\[[0-9]+/[0-9]+\] ' "$log" | tail -n 120 >&2
  if grep -qE 'Could not resolve host|[Ff]ailed to clone|unable to access|Failed to connect' "$log"; then
    echo 'mitral: the first build fetches packages from github.com; is there a connection?' >&2
  fi
  printf 'mitral: %s could not be built. The whole log: %s\n' "$product" "$log" >&2
}

compile_product() {
  local log=$state/$product.log label="mitral: building $product"
  [[ -x $binary ]] || label+=' for the first time'
  rm -f "$state/$product.done"
  : >"$state/$product.start"
  ((progress_on_terminal)) || printf '%s\n' "$label" >&2
  local began=$SECONDS
  # The manifest names the server, and what it is made with, only to whom asks for it.
  local build=(env "$swift" build)
  [[ $product == mitral-server ]] && build=(env MITRAL_SERVER=1 "$swift" build)
  if ! run_shown "$label" "$log" progress_swift "${build[@]}" --package-path "$root" \
    --scratch-path "$root/.build" --product "$product" "${release_flags[@]}"; then
    explain_failure "$log"
    return 70
  fi
  printf '%s\n' "${MITRAL_BUILD_FLAGS-}" >"$state/$product.done.part"
  mv -f -- "$state/$product.done.part" "$state/$product.done"
  ((SECONDS - began < 3)) || printf 'mitral: built in %d s\n' "$((SECONDS - began))" >&2
}

# Builds unless another launcher has just done so. Status 69: something is missing; 70: the build failed.
build_product() {
  mkdir -p "$state" || return 69
  take_lock
  if ! is_fresh; then
    find_swift || return 69
    prepare_ground || return 69
    compile_product || return 70
  fi
  exec 9>&-
}
