#!/bin/sh
# Writes requirements/run.txt, lab.txt, test.txt and fuzz.txt: names, versions and hashes, nothing else.
set -eu
cd "$(dirname "$0")/.."
for set_name in run lab test fuzz; do
  groups="--group build --extra analyse"
  [ "$set_name" = run ] || groups="$groups --extra notebooks"
  case $set_name in test | fuzz) groups="$groups --group docs --group test --extra fast --extra archives --extra crawls --extra zim" ;; esac
  [ "$set_name" != fuzz ] || groups="$groups --group fuzz"
  # shellcheck disable=SC2086
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
    --no-emit-find-links --custom-compile-command "make lock" $groups pyproject.toml -o "requirements/$set_name.txt"
done
