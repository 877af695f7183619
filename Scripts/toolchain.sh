# Finds a Swift toolchain that is new enough, and the system packages that it needs to build Mitral. To be sourced, with
# `root` and `candidates` set (see `mitral`) and Scripts/progress.sh read.

oldest_swift_major=6
oldest_swift_minor=2

# The flags that every release build of the product and of its tests shares, so that each module is compiled once.
# The processor's own instructions are what makes eight hearts cost little more than one. Without tables for debuggers the
# same code is compiled in five sixths of the time; the names of functions in a crash stay.
case $HOSTTYPE in
  aarch64* | arm64*) release_flags=(-c release -Xswiftc -gnone -Xcc -mcpu=native) ;;
  *) release_flags=(-c release -Xswiftc -gnone -Xcc -march=native) ;;
esac
# shellcheck disable=SC2206 # several flags in one variable: to be split
release_flags+=(${MITRAL_BUILD_FLAGS-})

# Sets `swift` and `swift_version` to the first toolchain that is new enough.
find_swift() {
  local candidate text found=()
  for candidate in "${candidates[@]}"; do
    text=$("$candidate" --version 2>/dev/null </dev/null) || continue
    [[ $text =~ Swift\ version\ ([0-9]+)\.([0-9]+)[^\ ]* ]] || continue
    if ((BASH_REMATCH[1] > oldest_swift_major ||
      (BASH_REMATCH[1] == oldest_swift_major && BASH_REMATCH[2] >= oldest_swift_minor))); then
      swift=$candidate
      swift_version=${BASH_REMATCH[0]}
      return 0
    fi
    found+=("${BASH_REMATCH[0]} at $candidate")
  done
  {
    printf 'Mitral needs a Swift toolchain, version %d.%d or newer' "$oldest_swift_major" "$oldest_swift_minor"
    if ((${#found[@]})); then printf '; here there is only %s.\n' "${found[*]}"; else printf '; none was found.\n'; fi
    printf 'Looked on PATH, in /opt/swift/usr/bin, ~/.swiftly, ~/.local/share/swiftly and /usr/share/swift.\n'
    printf 'Install one with swiftly (https://www.swift.org/install/linux):\n'
    printf '  curl -O https://download.swift.org/swiftly/linux/swiftly-%s.tar.gz\n' "$(uname -m)"
    printf '  tar zxf swiftly-%s.tar.gz && ./swiftly init\n' "$(uname -m)"
    printf 'or unpack a toolchain for Linux from swift.org into /opt/swift. Then call again.\n'
  } >&2
  return 1
}

# The Debian package that holds a shared library of the toolchain's.
package_of_library() {
  case $1 in
    libcurl.so.*) echo libcurl4 ;;
    libxml2.so.*) echo libxml2 ;;
    libsqlite3.so.*) echo libsqlite3-0 ;;
    libncurses.so.* | libtinfo.so.*) echo libncurses6 ;;
    libedit.so.*) echo libedit2 ;;
    libz.so.*) echo zlib1g ;;
    libstdc++.so.*) echo libstdc++6 ;;
    libgcc_s.so.*) echo libgcc-s1 ;;
    libpython3*) echo libpython3-dev ;;
  esac
}

# Prints the Debian packages that are missing for a build, each by what it is needed for; nothing where all is there.
missing_packages() {
  type -P git >/dev/null || echo git
  [[ -e /etc/ssl/certs/ca-certificates.crt || -e /etc/pki/tls/certs/ca-bundle.crt ]] || echo ca-certificates
  [[ -e /usr/include/stdlib.h ]] || echo libc6-dev
  compgen -G '/usr/lib*/gcc/*/*/crtbeginS.o' >/dev/null || echo gcc
  local folder tool library
  folder=$("$swift" -print-target-info 2>/dev/null |
    sed -n 's|.*"runtimeResourcePath": *"\(.*\)/lib/swift".*|\1|p')/bin
  [[ -x $folder/ld ]] || type -P ld >/dev/null || echo binutils
  for tool in swift-frontend swift-build clang lld; do
    [[ -x $folder/$tool ]] || continue
    while read -r library _; do
      package_of_library "$library"
    done < <(ldd "$folder/$tool" 2>/dev/null | grep 'not found')
  done
}

# install_packages PURPOSE PACKAGE…: installs what is asked for where it may (root on Debian and its kin), and says the
# one command to run where it may not.
install_packages() {
  local purpose=$1 log=$root/.build/launcher/install.log
  shift
  if ! type -P apt-get >/dev/null || ((EUID != 0)); then
    printf '%s needs these Debian packages (or their like elsewhere): %s\nInstall them with:\n' "$purpose" "$*" >&2
    printf '  sudo apt-get install -y --no-install-recommends %s\n' "$*" >&2
    return 1
  fi
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  mkdir -p "${log%/*}"
  printf '%s needs the Debian packages %s: installing them.\n' "$purpose" "$*" >&2
  run_shown "installing $*" "$log" progress_last_line "${install[@]}" && return 0
  run_shown 'asking for the newest package lists' "$log" progress_last_line apt-get update &&
    run_shown "installing $*" "$log" progress_last_line "${install[@]}" && return 0
  tail -n 20 "$log" >&2
  printf 'The packages could not be installed. Try: apt-get install -y %s\n' "$*" >&2
  return 1
}

# Sees to it that the toolchain at `swift` finds what it needs of the system.
prepare_packages() {
  local missing
  mapfile -t missing < <(missing_packages | sort -u)
  ((${#missing[@]} == 0)) || install_packages 'Building Mitral' "${missing[@]}"
}
