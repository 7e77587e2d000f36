"""What the optional library does besides its work."""

import subprocess
import sys

CODE = """
import matplotlib
before = dict(matplotlib.rcParams)
from tropegraph.analyse.kit import networkit
with networkit() as kit:
    assert kit.Graph(3).numberOfNodes() == 3
changed = [name for name, value in before.items() if matplotlib.rcParams[name] != value]
assert not changed, changed
"""


def test_plots_keep_their_style() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
