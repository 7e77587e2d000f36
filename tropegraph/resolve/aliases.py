"""Other names for one page: redirects and aliases, followed over chains, with cycles and conflicts told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tropegraph.model import names
from tropegraph.model.facts import PageFacts
from tropegraph.model.findings import Finding
from tropegraph.model.names import KnownName
from tropegraph.resolve import spelling
from tropegraph.resolve.claims import subject


class Alias(NamedTuple):
    """One page name leads to another.

    Args:
        page: The alias, as a page name.
        target: The page name it leads to.
        title: The alias as a title; empty where none is known.
        input: Id of the input that says so.
    """

    page: str
    target: str
    title: str
    input: str


@dataclass(frozen=True)
class Closure:
    """Where names lead in the end.

    Args:
        roots: Key of the page that each alias key leads to.
        cycles: Keys that lead back to themselves, each circle once, sorted.
        disputed: Keys claimed by more than one page, with those pages' keys.
    """

    roots: Mapping[str, str]
    cycles: tuple[tuple[str, ...], ...]
    disputed: Mapping[str, tuple[str, ...]]


def aliases_of(facts: PageFacts) -> list[Alias]:
    """Redirect and aliases that a page states."""
    page = subject(facts)
    if not page:
        return []
    if facts.redirect_to is not None:
        target = spelling.of_trope(facts.redirect_to)
        return [Alias(page, target, facts.page.title or names.title_of(page), facts.id)] if target else []
    stated = ((spelling.of_alias(alias, page), alias) for alias in facts.aliases)
    return [Alias(name, page, _title(name, alias), facts.id) for name, alias in stated if name]


def _title(name: str, alias: str) -> str:
    return names.title_of(name) if name == alias else alias


def close(pairs: Iterable[tuple[str, str]], own: Collection[str]) -> Closure:
    """Follow aliases to the end.

    Args:
        pairs: Alias key and the key it leads to; in any order, with repeats.
        own: Keys of pages that stand for themselves, whatever claims them.

    Returns:
        The closure. A key in `own` that is claimed is disputed, and so is one claimed for two pages that do not lead
        to the same one in the end.
    """
    targets: dict[str, set[str]] = {}
    for alias, target in pairs:
        if alias != target:
            targets.setdefault(alias, set()).add(target)
    disputed = {alias: {alias, *claimed} for alias, claimed in targets.items() if alias in own}
    steps, cycles = _without_cycles({a: min(t) for a, t in targets.items() if a not in own and len(t) == 1})
    open_claims = {a: t for a, t in targets.items() if a not in own and len(t) > 1}
    while settled := {a: next(iter(roots)) for a, t in open_claims.items() if len(roots := _ends(t, steps)) == 1}:
        steps, more = _without_cycles({**steps, **settled})
        cycles += more
        open_claims = {a: t for a, t in open_claims.items() if a not in settled}
    told = {alias: tuple(sorted(claimed)) for alias, claimed in sorted({**disputed, **open_claims}.items())}
    return Closure({alias: end(alias, steps) for alias in steps}, tuple(sorted(cycles)), told)


def end(key: str, steps: Mapping[str, str]) -> str:
    """Where `key` leads in the end; `steps` must hold no circle."""
    while key in steps:
        key = steps[key]
    return key


def _ends(keys: Iterable[str], steps: Mapping[str, str]) -> set[str]:
    return {end(key, steps) for key in keys}


def _without_cycles(steps: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """The steps that lead on, and the circles: each walk stops where an earlier one has been."""
    cycles: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in sorted(steps):
        walk: dict[str, None] = {}
        key = start
        while key in steps and key not in seen:
            seen.add(key)
            walk[key] = None
            key = steps[key]
        if key in walk:
            path = list(walk)
            cycles.append(tuple(sorted(path[path.index(key) :])))
    circling = {key for cycle in cycles for key in cycle}
    return {key: target for key, target in steps.items() if key not in circling}, cycles


def known_aliases(known: Iterable[KnownName]) -> list[tuple[str, str]]:
    """Alias key and trope key of every alternative title known beforehand."""
    return [(spelling.trope_key(a), spelling.trope_key(name.key)) for name in known for a in name.aliases]


def findings(closure: Closure, stated: Iterable[Alias]) -> list[Finding]:
    """What the closure could not settle, told on the first input that claims it."""
    first: dict[str, Alias] = {}
    shown: dict[str, str] = {}
    for alias in sorted(stated, key=lambda a: (a.input, a.page)):
        first.setdefault(spelling.key(alias.page), alias)
        for page in (alias.page, alias.target):
            shown[spelling.key(page)] = min(page, shown.get(spelling.key(page), page))
    circles = [sorted(first[key] for key in cycle if key in first) for cycle in closure.cycles]
    chains = ((key, alias, closure.roots.get(key, key)) for key, alias in first.items())
    return [
        *(_cycle(circle) for circle in circles if circle),
        *(_chain(alias, shown.get(root, root)) for key, alias, root in chains if _is_chain(key, alias, closure)),
        *(_dispute(first[key], pages, shown) for key, pages in closure.disputed.items() if key in first),
    ]


def _is_chain(key: str, alias: Alias, closure: Closure) -> bool:
    return closure.roots.get(key, key) not in {key, spelling.key(alias.target)}


def _chain(alias: Alias, root: str) -> Finding:
    message = f"{alias.page} leads to {alias.target}, which only leads on: to {root} in the end."
    return Finding("redirect-chain", alias.input, "", message)


def _cycle(circle: Sequence[Alias]) -> Finding:
    pages = ", ".join(alias.page for alias in circle)
    return Finding("redirect-cycle", min(a.input for a in circle), "", f"These redirects lead in a circle: {pages}.")


def _dispute(alias: Alias, keys: Iterable[str], shown: Mapping[str, str]) -> Finding:
    pages = " and ".join(sorted(shown.get(key, key) for key in keys))
    return Finding("alias-conflict", alias.input, "", f"{alias.page} is claimed for {pages}; it stays apart.")
