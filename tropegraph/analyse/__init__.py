"""Measures of a graph: functions on a `Graph` that give pandas frames, from sparse matrices throughout."""
