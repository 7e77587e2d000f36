"""What a user may say of a build."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tropegraph.errors import InputError
from tropegraph.model.names import KnownName

if TYPE_CHECKING:
    from tropegraph.resolve.decisions import Decisions

MEMORY = "2GB"
"""Limit of the database's memory unless the user says otherwise."""

_SIZE = re.compile(r"\d+(\.\d+)? ?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)", re.IGNORECASE)


@dataclass(frozen=True)
class Options:
    """What a user may say of a build.

    Args:
        names: Known trope titles.
        mentions: Keep links without a cue as `MENTIONS` edges.
        columns: Names of columns in tables by what they hold.
        workers: Processes that parse and extract; as many as there are processors when `None`.
        memory: Limit of the database's memory, such as "2GB"; beyond it, it uses the disk.
        decisions: What the user says of single names; nothing when `None`.

    Raises:
        InputError: `workers` or `memory` is no such number.
    """

    names: tuple[KnownName, ...]
    mentions: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    workers: int | None = None
    memory: str = MEMORY
    decisions: "Decisions | None" = None

    def __post_init__(self) -> None:
        if self.workers is not None and self.workers < 1:
            raise InputError(f"{self.workers} workers cannot do anything.", "Give 1 or more.")
        if not _SIZE.fullmatch(self.memory):
            raise InputError(f"{self.memory} is no amount of memory.", "Write it as 500MB or 2GB.")

    @property
    def processes(self) -> int:
        """How many processes to use."""
        return self.workers or processors()

    def told(self) -> dict[str, Any]:
        """The options that change the outcome, as the manifest tells them."""
        columns = {"columns": dict(self.columns)} if self.columns else {}
        decided = {"decisions": self.decisions.told()} if self.decisions else {}
        return {"mentions": self.mentions, **columns, **decided}


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
