"""What a load says of itself."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class LoadReport:
    """What a load did.

    Args:
        nodes: Nodes of the graph, now all on the server.
        edges: Edges of the graph, now all on the server.
        nodes_created: Nodes that were not there before.
        edges_created: Edges that were not there before.
        seconds: Time taken.
        evidence: Sentences loaded as nodes.
        resumed: Nodes, edges and sentences that an interrupted load had written before, and this one did not again.
        nodes_removed: Nodes of earlier loads that are gone from the graph, and now from the server.
        edges_removed: Edges of the same kind.
        nodes_left: Nodes of earlier loads that are gone from the graph, and were left on the server.
        edges_left: Edges of the same kind.
    """

    nodes: int
    edges: int
    nodes_created: int
    edges_created: int
    seconds: float
    evidence: int = 0
    resumed: int = 0
    nodes_removed: int = 0
    edges_removed: int = 0
    nodes_left: int = 0
    edges_left: int = 0

    def as_dict(self) -> dict[str, Any]:
        """The fields by name."""
        return asdict(self)

    def __str__(self) -> str:
        parts = [
            f"{self.nodes:,} nodes ({self.nodes_created:,} new) and {self.edges:,} edges ({self.edges_created:,} new) "
            f"loaded in {self.seconds:.1f} s"
        ]
        if self.evidence:
            parts.append(f"{self.evidence:,} sentences as nodes")
        if self.resumed:
            parts.append(f"{self.resumed:,} rows were there from the load before")
        if self.nodes_removed or self.edges_removed:
            parts.append(f"removed what is gone: {self.nodes_removed:,} nodes and {self.edges_removed:,} edges")
        return "; ".join(parts)
