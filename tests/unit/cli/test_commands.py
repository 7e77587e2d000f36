"""Commands are made when they are asked for, and bring only what they need."""

import subprocess
import sys

import pytest
import typer

from tropegraph.cli import MODULES, commands_of

READING = ("read", "parse", "extract", "resolve")
"""Stations that pages go through, and that a graph which is there does not need."""


@pytest.mark.parametrize("module", dict.fromkeys(MODULES.values()))
def test_the_table_names_what_a_module_registers(module: str) -> None:
    registered = typer.main.get_group(commands_of(module)).commands
    assert set(registered) == {name for name, of in MODULES.items() if of == module}


@pytest.mark.parametrize("module", ["queries", "shell", "inspect", "check", "analyse", "maps", "exports", "neo4j"])
def test_a_command_on_a_graph_does_not_bring_what_reads_pages(module: str) -> None:
    code = f"import sys, tropegraph.cli.{module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "tropegraph.graph" in loaded
    assert [station for station in READING if f"tropegraph.{station}" in loaded] == []
