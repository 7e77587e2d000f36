"""Ids of what is read, each given once in a build."""

from collections import Counter


class Ids:
    """Ids that were given; of each only a number of eight bytes is kept, since there may be millions."""

    def __init__(self) -> None:
        self._given: set[int] = set()
        self._again: Counter[str] = Counter()

    def __contains__(self, id: object) -> bool:  # noqa: A002
        """Whether an id was given."""
        return hash(id) in self._given

    def unused(self, id: str, longer: str) -> str:  # noqa: A002
        """An id that was not given before.

        Args:
            id: The id to give.
            longer: What to give where it is taken; "#2", "#3" ... stand behind it where that is taken too.
        """
        found = id if hash(id) not in self._given else longer
        while hash(found) in self._given:
            self._again[longer] += 1
            found = f"{longer}#{self._again[longer] + 1}"
        self._given.add(hash(found))
        return found
