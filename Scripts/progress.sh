# Runs a command and shows how far it is: on a terminal one line that changes, elsewhere a plain line now and then.
# Everything goes to standard error. To be sourced.

progress_on_terminal=0
[[ -t 2 ]] && progress_on_terminal=1

# Seconds between two plain lines, where there is no terminal.
progress_plain_interval=${PROGRESS_PLAIN_INTERVAL:-15}

progress_columns=80
progress_asked_at=-1

# Shows one state of things, in place of the last one.
progress_show() {
  ((progress_on_terminal)) || return 0
  # The terminal's width is asked for once a second: it costs a process.
  local size
  if ((SECONDS != progress_asked_at)); then
    progress_asked_at=$SECONDS
    size=$(stty size <&2 2>/dev/null) && progress_columns=${size#* }
    ((progress_columns > 20)) || progress_columns=80
  fi
  printf '\r\033[K%s' "${1:0:progress_columns-1}" >&2
}

# Takes the changing line away, so that what follows starts on an empty one.
progress_clear() {
  ((progress_on_terminal)) && printf '\r\033[K' >&2
  return 0
}

# A reader for run_shown: takes the line itself as the state of things.
progress_last_line() { progress_step=$1; }

# A reader for run_shown: the steps of `swift build` and `swift test`, the tests counted as they pass or fail.
progress_swift() {
  local name='[✔✘] Test (.+) (passed|failed) after'
  if [[ $1 =~ ^\[([0-9]+)/([0-9]+)\]\ (.*) ]]; then
    case ${BASH_REMATCH[3]} in Compiling* | Linking*) progress_name=${BASH_REMATCH[3]} ;; esac
    progress_step="step ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}${progress_name:+: $progress_name}"
  elif [[ $1 =~ ^(Fetching|Cloning|Computing|Creating|Updating|Fetched|Building)\  ]]; then
    progress_step=$1
  elif [[ $1 =~ $name && ${BASH_REMATCH[1]} != run\ with* ]]; then
    [[ ${BASH_REMATCH[2]} == passed ]] && tests_passed=$((tests_passed + 1)) || tests_failed=$((tests_failed + 1))
    progress_step="$tests_passed passed, $tests_failed failed"
  fi
}

# run_shown LABEL LOG READER COMMAND…
#
# Runs the command with all its output in the file LOG; the function READER is given each line and may set
# `progress_step`, which is shown behind the label together with the seconds gone. Returns the command's status. Ctrl-C
# stops the command and then this shell.
run_shown() {
  local label=$1 log=$2 reader=$3
  shift 3
  local began=$SECONDS plain_at=$((SECONDS + progress_plain_interval)) line= part= status feed logfd pid
  progress_step= progress_name=
  stop_signal= stop_at=0
  trap 'stop_signal=INT stop_at=$SECONDS' INT
  trap 'stop_signal=TERM stop_at=$((SECONDS - 9))' TERM HUP
  exec {logfd}>"$log" {feed}< <(exec "$@" 2>&1 </dev/null)
  pid=$!
  while :; do
    if IFS= read -r -t 0.5 -u "$feed" part; then
      line+=$part
      printf '%s\n' "$line" >&"$logfd"
      "$reader" "$line"
      line=
    else
      status=$?
      line+=$part
      ((status > 128)) || break
    fi
    # Ctrl-C on a terminal reaches the command by itself; another signal, or a deaf command, needs this.
    [[ -n $stop_signal ]] && ((SECONDS > stop_at + 2)) && kill -INT "$pid" 2>/dev/null && stop_at=$SECONDS
    progress_show "$label · $((SECONDS - began)) s${progress_step:+ · $progress_step}"
    if ((!progress_on_terminal && SECONDS >= plain_at)); then
      printf '%s\n' "$label · $((SECONDS - began)) s${progress_step:+ · $progress_step}" >&2
      plain_at=$((SECONDS + progress_plain_interval))
    fi
  done
  [[ -n $line ]] && printf '%s\n' "$line" >&"$logfd"
  wait "$pid"
  status=$?
  exec {feed}<&- {logfd}>&-
  trap - INT TERM HUP
  progress_clear
  if [[ -n $stop_signal ]]; then
    printf '%s: stopped.\n' "$label" >&2
    kill -s "$stop_signal" "$$"
  fi
  return "$status"
}
