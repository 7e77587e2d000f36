"""Each kind of problem is found where it is, and not where it is not."""

import pytest
from check_examples import found, graph, node, tell

from tropegraph.check import KINDS, Fact, Severity
from tropegraph.check.cycles import cycles
from tropegraph.check.hubs import common_words, hubs
from tropegraph.check.pairs import clashes, modifier_clashes
from tropegraph.check.run import check
from tropegraph.check.sides import one_sided, one_sided_examples
from tropegraph.check.source import loaded

A, B, C, D = "Main/Aloof", "Main/Bitter", "Main/Curt", "Main/Dour"


def both(first, kind, second):
    """A symmetric fact that both pages state."""
    return [tell(first, kind, second, first), tell(first, kind, second, second)]


def kinds_in(*told, checks=(), **more):
    return set(found(graph(*told, **more), *checks))


CLASHES = [
    ("subtrope-both-ways", [tell(A, "SUBTROPE_OF", B), tell(B, "SUBTROPE_OF", A)]),
    ("subtrope-inverse", [tell(A, "SUBTROPE_OF", B), *both(A, "INVERSE_OF", B)]),
    ("subtrope-inverse", [tell(B, "SUBTROPE_OF", A), *both(A, "INVERSE_OF", B)]),
    ("subtrope-sister", [tell(B, "SUBTROPE_OF", A), *both(A, "SISTER_TROPE", B)]),
    ("subtrope-variant", [tell(A, "SUBTROPE_OF", B), tell(B, "VARIANT_OF", A)]),
    ("variant-both-ways", [tell(A, "VARIANT_OF", B), tell(B, "VARIANT_OF", A)]),
    ("variant-inverse", [tell(B, "VARIANT_OF", A), *both(A, "INVERSE_OF", B)]),
    ("leads-both-ways", [tell(A, "LEADS_TO", B), tell(B, "LEADS_TO", A)]),
    ("confused-kin", [tell(A, "SUBTROPE_OF", B), *both(A, "NOT_TO_BE_CONFUSED_WITH", B)]),
    ("confused-kin", [tell(B, "VARIANT_OF", A), *both(A, "NOT_TO_BE_CONFUSED_WITH", B)]),
]


@pytest.mark.parametrize(("kind", "told"), CLASHES)
def test_two_types_that_do_not_go_together(kind, told):
    problems = found(graph(*told))
    assert set(problems) == {kind}
    (problem,) = problems[kind]
    assert problem.nodes == (A, B)
    assert set(problem.facts) == {Fact(*(s[end] for end in ("source", "type", "target"))) for s in told}
    assert [(s.fact, s.page, s.sentence) for s in problem.statements] == sorted(
        (Fact(s["source"], s["type"], s["target"]), s["page"], s["sentence"]) for s in told
    )
    assert problem.weight == len(told)


@pytest.mark.parametrize(
    "told",
    [
        [tell(A, "SUBTROPE_OF", B), tell(C, "SUBTROPE_OF", B), tell(A, "SUBTROPE_OF", C)],
        [tell(A, "SUBTROPE_OF", B), tell(A, "VARIANT_OF", B)],
        [tell(A, "SUBTROPE_OF", B), *both(A, "CONTRAST_WITH", B), *both(A, "COMPARE_WITH", B)],
        [tell(A, "SUBTROPE_OF", B), *both(B, "INVERSE_OF", C), *both(A, "SISTER_TROPE", C)],
        [*both(A, "SISTER_TROPE", B), *both(A, "NOT_TO_BE_CONFUSED_WITH", B), *both(A, "INVERSE_OF", B)],
        [tell(A, "SEE_ALSO", B), tell(B, "SEE_ALSO", A), tell(A, "INVOLVES", B), tell(B, "LEADS_TO", A)],
        [tell(A, "IN_INDEX", B), tell(B, "IN_INDEX", A)],
    ],
)
def test_what_goes_together_is_no_problem(told):
    assert kinds_in(*told) == set()


def test_a_pair_with_several_clashing_edges_is_one_case():
    told = [tell(A, "SUBTROPE_OF", B), tell(A, "VARIANT_OF", B), *both(A, "NOT_TO_BE_CONFUSED_WITH", B)]
    (problem,) = found(graph(*told), clashes)["confused-kin"]
    assert {fact.type for fact in problem.facts} == {"SUBTROPE_OF", "VARIANT_OF", "NOT_TO_BE_CONFUSED_WITH"}


@pytest.mark.parametrize(
    ("told", "by"),
    [
        ([tell(A, "LEADS_TO", B, A, "Each brings the other."), tell(B, "LEADS_TO", A, A, "Each brings the other.")], 1),
        ([tell(A, "LEADS_TO", B, A, "Brings it."), tell(B, "LEADS_TO", A, A, "Is brought by it.")], 2),
        ([tell(A, "LEADS_TO", B, A, "Brings it."), tell(B, "LEADS_TO", A, B, "Brings it.")], 3),
        ([tell(A, "LEADS_TO", B, A, ""), tell(B, "LEADS_TO", A, A, "")], 2),
    ],
)
def test_who_tells_it(told, by):
    (problem,) = found(graph(*told), clashes)["leads-both-ways"]
    assert problem.told_by == ["", "one sentence", "one page", "several pages"][by]


def test_a_self_loop():
    problems = found(graph(tell(A, "SEE_ALSO", A)))
    assert [(p.nodes, p.statements[0].sentence) for p in problems.pop("self-loop")] == [((A,), "So it is.")]
    assert not problems


def test_a_self_loop_is_no_circle_and_no_clash():
    assert kinds_in(tell(A, "SUBTROPE_OF", A), tell(A, "VARIANT_OF", A)) == {"self-loop"}


def test_a_circle_of_subtropes():
    ring = [tell(B, "SUBTROPE_OF", A), tell(A, "SUBTROPE_OF", C), tell(C, "SUBTROPE_OF", B), tell(C, "SUBTROPE_OF", D)]
    problems = found(graph(*ring))
    assert set(problems) == {"subtrope-cycle"}
    assert [(p.nodes, len(p.statements)) for p in problems["subtrope-cycle"]] == [((A, C, B), 3)]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (["ab", "bc", "cd", "ad", "bd"], []),
        (["ab", "ba"], []),
        (["ab", "ba", "bc", "cb"], []),
        (["ab", "bc", "ca"], ["abc"]),
        (["ab", "bc", "cd", "da", "ca"], ["abc", "abcd"]),
        (["ab", "bc", "ca", "cd", "de", "ec"], ["abc", "cde"]),
        (["ab", "ba", "bc", "ca"], ["abc"]),
    ],
)
def test_circles_cover_the_edges_that_are_in_one(edges, expected):
    assert ["".join(cycle) for cycle in cycles(tuple(edge) for edge in edges)] == expected
    assert ["".join(cycle) for cycle in cycles(tuple(edge) for edge in reversed(edges))] == expected


@pytest.mark.parametrize(
    ("modifiers", "expected"),
    [
        (["STRAIGHT", "AVERTED", "PLAYED_FOR_LAUGHS"], "played straight, averted, played for laughs"),
        (["EXAGGERATED", "DOWNPLAYED"], "played exaggerated, downplayed"),
        (["STRAIGHT", "SUBVERTED"], None),
        (["AVERTED"], None),
        ([], None),
    ],
)
def test_modifiers_that_exclude_each_other(modifiers, expected):
    problems = found(graph(tell("Film/Gale", "EXAMPLE_OF", A, A, modifiers=modifiers)), modifier_clashes)
    assert [p.detail for p in problems.get("modifier-clash", [])] == ([expected] if expected else [])


class TestOneSided:
    def test_both_pages_were_read_and_one_says_it(self):
        (problem,) = found(graph(tell(A, "SISTER_TROPE", B, B)), one_sided)["one-sided"]
        assert (problem.nodes, problem.detail) == ((B, A), f"{A} does not")

    def test_the_other_page_says_something_else(self):
        problems = found(graph(tell(A, "SISTER_TROPE", B, B), tell(A, "SEE_ALSO", B)), one_sided)["one-sided"]
        assert [p.detail for p in problems] == [f"{A} says SEE_ALSO instead"]

    def test_disagreement_comes_before_silence(self):
        told = [tell(A, "SISTER_TROPE", B), tell(C, "SISTER_TROPE", D), tell(C, "SEE_ALSO", D, D)]
        assert [p.nodes for p in found(graph(*told), one_sided)["one-sided"]] == [(C, D), (A, B)]

    @pytest.mark.parametrize("silent", [{"nodes": [node(B, has_page=False)]}, {}])
    def test_no_false_alarm(self, silent):
        told = [tell(A, "SISTER_TROPE", B)] if silent else both(A, "SISTER_TROPE", B)
        assert "one-sided" not in kinds_in(*told, **silent, checks=[one_sided])

    def test_what_holds_one_way_is_stated_on_one_side(self):
        assert kinds_in(tell(A, "SUBTROPE_OF", B), tell(A, "SEE_ALSO", C), checks=[one_sided]) == set()

    def test_a_third_page_is_on_neither_side(self):
        assert kinds_in(tell(A, "SISTER_TROPE", B, C), checks=[one_sided]) == set()


class TestOneSidedExamples:
    GALE, HAIL = "Film/Gale", "Film/Hail"

    def told(self, work, trope, *sides):
        return [tell(work, "EXAMPLE_OF", trope, work if s == "work" else trope, stated_on=list(sides)) for s in sides]

    def test_the_other_page_lists_examples_but_not_this_one(self):
        told = [*self.told(self.GALE, A, "work"), *self.told(self.GALE, B, "trope"), *self.told(self.HAIL, A, "trope")]
        problems = found(graph(*told), one_sided_examples)["one-sided-example"]
        assert [(p.nodes, p.detail) for p in problems] == [
            ((self.GALE, A), f"{A} does not"),
            ((B, self.GALE), f"{self.GALE} does not"),
        ]

    def test_a_page_without_any_examples_is_not_asked(self):
        assert kinds_in(*self.told(self.GALE, A, "work"), checks=[one_sided_examples]) == set()

    def test_both_list_it(self):
        assert kinds_in(*self.told(self.GALE, A, "trope", "work"), checks=[one_sided_examples]) == set()


class TestNodes:
    def test_tropes_without_a_page_most_named_first(self):
        told = [tell(A, "SEE_ALSO", B), tell(A, "SEE_ALSO", C), tell(D, "SEE_ALSO", C)]
        problems = found(graph(*told, nodes=[node(B, has_page=False), node(C, has_page=False)]))
        assert [(p.nodes, p.weight) for p in problems.pop("no-page")] == [((C,), 2), ((B,), 1)]
        assert not problems

    def test_a_work_without_a_medium(self):
        problems = found(graph(tell("Work/Gale", "EXAMPLE_OF", A, A), nodes=[node("Work/Gale", medium="")]))
        assert [(p.nodes, p.told_by) for p in problems["unknown-medium"]] == [(("Work/Gale",), "")]

    @pytest.mark.parametrize(
        ("more", "expected"),
        [({}, False), ({"has_page": False}, True), ({"has_page": False, "kind": "Index"}, False)],
    )
    def test_a_namespace_that_says_nothing(self, more, expected):
        kinds = kinds_in(tell("Gale/Force", "EXAMPLE_OF", A, A), nodes=[node("Gale/Force", **more)])
        assert ("unknown-kind" in kinds) is expected

    def test_a_known_namespace_says_enough(self):
        assert kinds_in(tell("Film/Gale", "EXAMPLE_OF", A, A), nodes=[node("Film/Gale", has_page=False)]) == set()


class TestCommonWords:
    WATER = "Main/Water"

    def told(self, small):
        named = tell(A, "SEE_ALSO", self.WATER, A, "See Water Works.")
        told = "A stream of water, and another of oil."
        return [named, *(tell(f"Main/P{n}", "SEE_ALSO", B, sentence=told) for n in range(small))]

    @pytest.mark.parametrize(("small", "expected"), [(0, False), (2, False), (3, True), (9, True)])
    def test_a_word_that_more_pages_write_small(self, small, expected):
        problems = found(graph(*self.told(small), formats=[(A, "text")]), common_words)
        words = [(p.nodes, p.weight, p.statements[0].sentence) for p in problems.get("common-word", [])]
        assert words == ([((self.WATER,), small, "See Water Works.")] if expected else [])

    def test_a_link_is_no_doubt(self):
        assert "common-word" not in kinds_in(*self.told(9), checks=[common_words])

    def test_a_word_of_its_own_page_counts_for_nothing(self):
        told = [tell(self.WATER, "SEE_ALSO", B), *self.told(9)[1:]]
        assert "common-word" not in kinds_in(*told, formats=[(self.WATER, "text")], checks=[common_words])

    def test_a_part_of_another_word_is_not_the_word(self):
        told = [
            self.told(0)[0],
            *(tell(f"Main/P{n}", "SEE_ALSO", B, sentence="Down the water-mill.") for n in range(9)),
        ]
        assert "common-word" not in kinds_in(*told, formats=[(A, "text")], checks=[common_words])


class TestHubs:
    def graph(self, pages):
        """Twenty tropes, of which a page names each one, and one that many name."""
        others = [tell(f"Main/P{n}", "SEE_ALSO", f"Main/T{n}") for n in range(20)]
        return graph(*others, *(tell(f"Main/P{n}", "SEE_ALSO", A) for n in range(pages)))

    @pytest.mark.parametrize(("pages", "expected"), [(1, []), (8, []), (9, [(A,)]), (20, [(A,)])])
    def test_far_out_of_line(self, pages, expected):
        problems = found(self.graph(pages), hubs).get("hub", [])
        assert [p.nodes for p in problems] == expected
        assert all(len(p.statements) == 3 and str(pages) in p.detail for p in problems)

    def test_a_page_may_name_as_many_as_it_likes(self):
        assert kinds_in(*(tell(A, "SEE_ALSO", f"Main/T{n}") for n in range(40)), checks=[hubs]) == set()

    def test_works_count_for_examples(self):
        often = [tell(f"Film/W{n}", "EXAMPLE_OF", A, "Film/W0", sentence="") for n in range(20)]
        seldom = [tell(f"Film/W{n}", "EXAMPLE_OF", f"Main/T{n}", "Film/W0", sentence="") for n in range(20)]
        assert [p.nodes for p in found(graph(*often, *seldom), hubs)["hub"]] == [(A,)]

    def test_a_long_list_is_none(self):
        assert kinds_in(*(tell(f"Main/T{n}", "IN_INDEX", A) for n in range(40)), checks=[hubs]) == set()


def test_an_empty_graph_has_no_problems():
    assert found(graph()) == {}


def test_a_limit_takes_the_weightiest():
    told = [tell(A, "LEADS_TO", B), tell(B, "LEADS_TO", A), *both(C, "LEADS_TO", D), *both(D, "LEADS_TO", C)]
    with loaded(graph(*told)) as source:
        report = check(source, [clashes])
        assert [p.nodes for p in report.problems("leads-both-ways", 1)] == [(C, D)]
        assert not report.contradictory


def test_only_a_contradiction_is_contradictory():
    for kind, told in CLASHES:
        with loaded(graph(*told)) as source:
            assert check(source, [clashes]).contradictory is (KINDS[kind].severity is Severity.CONTRADICTION)
