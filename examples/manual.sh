#!/usr/bin/env bash
# Manual pages of vlens and each of its commands, made of what they say of themselves, in the folder man1 below the one
# that is named (or the working folder): 'man -l man1/vlens-run.1', or 'export MANPATH=$PWD:' and 'man vlens-run'.
set -euo pipefail
# A page is indented.
export COLUMNS=72
vlens=${VLENS:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/vlens}
folder=${1:-.}/man1
mkdir -p "$folder"

# A help text as a manual page: its headings become sections, the rest stays as it stands.
page() {
    printf '.TH %s 1 "" "vlens %s" "ValueActionLens"\n' "${1^^}" "$version"
    printf '.SH NAME\n%s\n.nf\n' "$1"
    sed -E 's/\\/\\\\/g; s/^[.'"'"']/\\\&\&/; s/^([A-Z][A-Z ]+): *(.*)$/.SH \1\n.nf\n\2/; s/-/\\-/g'
}

version=$("$vlens" --version)
"$vlens" --help | page vlens >"$folder/vlens.1"
"$vlens" --help | sed -n '/^SUBCOMMANDS/,/^$/s/^  ([a-z]+) .*/\1/p' -E | while read -r command; do
    "$vlens" "$command" --help | page "vlens-$command" >"$folder/vlens-$command.1"
done
ls "$folder"
