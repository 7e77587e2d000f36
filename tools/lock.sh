#!/bin/sh
# Writes requirements/run.txt, test.txt and fuzz.txt: names, versions and hashes, nothing else.
set -eu
cd "$(dirname "$0")/.."
for set_name in run test fuzz; do
  groups="--group build"
  [ "$set_name" = run ] || groups="$groups --group test --extra fast --extra archives --extra crawls --extra zim"
  [ "$set_name" != fuzz ] || groups="$groups --group fuzz"
  # shellcheck disable=SC2086
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
    --no-emit-find-links --custom-compile-command "make lock" $groups pyproject.toml -o "requirements/$set_name.txt"
done
