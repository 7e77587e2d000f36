"""Libraries that only some inputs need, and that the package works without."""

import importlib
from typing import Any


def needed(module: str, extra: str, what: str) -> Any:
    """A module of an optional library.

    Args:
        module: Its name.
        extra: The package's extra that brings it.
        what: What needs it, in the plural: "7z archives".

    Raises:
        OSError: It is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise OSError(f"{what} need one more library: pip install 'tropegraph[{extra}]'") from error
