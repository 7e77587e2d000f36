"""The fuzzer's process: python -m tests.fuzz.target FOLDER_FOR_FAULTS [option of libFuzzer ...] CORPUS."""

import sys
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tropegraph"]):
    from tests.fuzz import checks

_FOUND = Path(sys.argv[1])


def one(data: bytes) -> None:
    """Check one input; a fault is kept, the first of each kind, and does not end the run."""
    try:
        checks.check(data, timed=True)
    except Exception as error:  # whatever it is: the reason for all this
        kept = _FOUND / f"{type(error).__name__}-{_place(error)}"
        if not kept.exists():
            kept.write_bytes(data)
            sys.stderr.write(f"FOUND {kept.name}\n{''.join(traceback.format_exception(error))}\n")


def _place(error: Exception) -> str:
    """Where it broke: the last place in the package, or the rule that does not hold."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/tropegraph/" in frame.filename]
    frame = own[-1] if own and not isinstance(error, AssertionError) else frames[-1]
    return f"{Path(frame.filename).stem}-{frame.lineno}"


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], one)
    atheris.Fuzz()
