"""Consistency of a whole graph: what contradicts itself or looks wrong, each case with its evidence; never repaired."""

from tropegraph.check.kinds import KINDS, Kind, Severity
from tropegraph.check.problems import Fact, Problem, Statement
from tropegraph.check.run import Report, check
from tropegraph.check.source import Source, loaded, opened

__all__ = ["KINDS", "Fact", "Kind", "Problem", "Report", "Severity", "Source", "Statement", "check", "loaded", "opened"]
