"""Consistency of a whole graph: what contradicts itself or looks wrong, each case with its evidence; never repaired.

``with source.opened(folder) as tables: report = run.check(tables)``. These two modules bring a database, which takes a
second to import; what stands here does not.
"""

from tropegraph.check.kinds import KINDS, Kind, Severity, kinds_of
from tropegraph.check.problems import Fact, Problem, Statement

__all__ = ["KINDS", "Fact", "Kind", "Problem", "Severity", "Statement", "kinds_of"]
