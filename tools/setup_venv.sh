#!/bin/sh
# Makes .venv hold exactly what requirements/<SET>.txt locks, and this checkout as an editable install.
# usage: tools/setup_venv.sh SET     (SET: run, lab, test or fuzz)
# Does nothing when it is already so. Uses uv where it is installed, else python's own venv and pip.
set -eu
cd "$(dirname "$0")/.."
set_name=$1
lock=requirements/$set_name.txt
python=${PYTHON:-python3}
venv=.venv
stamp=$venv/.installed

command -v "$python" >/dev/null 2>&1 || { echo "tropegraph needs Python 3.11, 3.12 or 3.13; '$python' is not there. Set PYTHON=..." >&2; exit 1; }
"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || {
  echo "tropegraph needs Python 3.11, 3.12 or 3.13, but '$python' is $("$python" -V 2>&1). Set PYTHON=python3.12, say." >&2; exit 1; }

signed() { echo "$1 $(cat "requirements/$1.txt" pyproject.toml | cksum)"; }
want=$(signed "$set_name")
have=$(cat "$stamp" 2>/dev/null || true)
# Each set holds everything of those before it.
case $set_name in
  run) enough="run lab test fuzz" ;;
  lab) enough="lab test fuzz" ;;
  test) enough="test fuzz" ;;
  *) enough=$set_name ;;
esac
for larger in $enough; do [ "$have" != "$(signed "$larger")" ] || exit 0; done

# mypy remembers which libraries were not there.
rm -rf "$stamp" .mypy_cache
if command -v uv >/dev/null 2>&1; then
  echo "Setting up $venv with uv from $lock ..."
  [ -x "$venv/bin/python" ] || uv venv --quiet --python "$python" "$venv"
  uv pip install --quiet --python "$venv/bin/python" --require-hashes -r "$lock"
  uv pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation -e .
else
  echo "Setting up $venv with pip from $lock (about a minute) ..."
  [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
  # To compile every module takes a third of the time; Python compiles those that are imported, when they are.
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r "$lock"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
fi
echo "$want" > "$stamp"
