"""Pytest plugin: which process runs what, where tests run in several.

With `--dist loadfile` the tests of a file stay together. Here all files with tests on Neo4j do, too, as one pile: its
server, which takes longer to start than most tests to run, is started once. That pile is the longest and begins first;
the others follow by folder, the many short files of `unit` last, where they fill what time the processes have left.
"""

from functools import cache

import pytest
from xdist.scheduler import LoadFileScheduling

from tests.conftest import ROOT

NEO4J = "mark.neo4j"
"""What stands in a file some of whose tests need a Neo4j server."""


@cache
def pile_of(file: str) -> str:
    """Name of the pile that a file of tests belongs to.

    Args:
        file: Its path within the repository.
    """
    return NEO4J if NEO4J in (ROOT / file).read_text(encoding="utf-8") else file


class _Piles(LoadFileScheduling):
    """Hands out piles instead of files."""

    def _split_scope(self, nodeid: str) -> str:
        return pile_of(super()._split_scope(nodeid))


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> _Piles | None:
    """Our way instead of `--dist loadfile`; any other way is left as it is."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False  # It puts files with many tests first, which are the quickest.
    return _Piles(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the pile of Neo4j first."""
    items.sort(key=lambda item: pile_of(item.nodeid.split("::")[0]) != NEO4J)
