# Answers each file of a folder, by its number, with the variables that are exported once it has been sourced; -1 where that
# fails. An answer is a count, and for each variable its name and its value, each as a length, a line end, and its bytes.
# Nothing is ever to be run: PATH leads nowhere, and a command that is looked for leaves a mark.
cd "$1" || exit 1
PATH=/nonexistent
command_not_found_handle() { : >"$1.ran"; }
tell() {
  local LC_ALL=C
  printf '%s\n%s' "${#1}" "$1"
}
count=$2
for ((number = 0; number < count; number++)); do
  (
    set -a
    . "./$number.env" || exit 1
    set +a
    found=()
    for name in "${!A@}" "${!B@}" "${!C@}" "${!D@}" "${!E@}" "${!F@}" "${!G@}" "${!H@}" "${!K@}" "${!a@}" "${!b@}" \
      "${!e@}" "${!f@}" "${!k@}" "${!l@}" "${!x@}" "${!_@}"; do
      [[ ${!name@a} == *x* && $name != _ && $name != BASH* ]] && found+=("$name")
    done
    printf '%s\n' "${#found[@]}"
    for name in "${found[@]}"; do
      tell "$name"
      tell "${!name}"
    done
    exit 0
  ) 2>/dev/null || printf '%s\n' -1
done
