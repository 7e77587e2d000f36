"""The JSON shape of a page's facts, as `tropegraph extract --jsonl` prints it."""

from typing import Any

from tropegraph.model.facts import Example, Membership, PageFacts, Ref, Relation
from tropegraph.model.findings import Finding


def record(facts: PageFacts) -> dict[str, Any]:
    """One page's facts as a JSON object."""
    return {
        "id": facts.id,
        "title": facts.page.title,
        "page": facts.page.page or None,
        "kind": str(facts.kind),
        "relations": [_relation(r) for r in facts.relations],
        "examples": [_example(e) for e in facts.examples],
        "memberships": [_membership(m) for m in facts.memberships],
        "redirect_to": _name(facts.redirect_to) if facts.redirect_to else None,
        "findings": [_finding(f) for f in facts.findings],
    }


def _name(ref: Ref) -> str:
    return ref.title or ref.page


def _relation(fact: Relation) -> dict[str, Any]:
    return {
        "source": _name(fact.source),
        "type": str(fact.type),
        "target": _name(fact.target),
        "as_written": fact.as_written,
        "evidence": fact.evidence.sentence,
    }


def _example(fact: Example) -> dict[str, Any]:
    return {
        "work": _name(fact.work),
        "work_page": fact.work.page or None,
        "trope": _name(fact.trope),
        "medium": fact.medium,
        "modifiers": [str(m) for m in fact.modifiers],
        "evidence": fact.evidence.sentence,
    }


def _membership(fact: Membership) -> dict[str, Any]:
    return {"member": _name(fact.member), "index": _name(fact.index)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, "severity": str(finding.severity), "where": finding.where, "message": finding.message}
