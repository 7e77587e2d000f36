"""The pure parts of the page's script, under Node."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.npm import run
from tests.unit.render.conftest import make_graph
from tests.unit.render.test_colours import COLOURS, GROUNDS, contrast
from tropegraph.graph.tables import of_rows
from tropegraph.render import render_map
from tropegraph.render.offline import template_text

pytestmark = pytest.mark.browser

PURE = ("data.js", "text.js", "address.js", "search.js", "filter.js", "walk.js", "labels.js", "colours.js")

PLAYED = {"modifiers": ["STRAIGHT", "PLAYED_WITH"]}


@pytest.fixture
def script():
    """Evaluates an expression beside the pure parts."""
    parts = "\n".join(map(template_text, PURE))

    def value(expression):
        ran = run(f"{parts}\nprocess.stdout.write(JSON.stringify({expression}));")
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    return value


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Amélie", "amelie"),
        ("Chekhov's Gun", "chekhovs gun"),
        ("  Hot Skitty-on-Wailord ", "hot skitty on wailord"),
        ("Smørrebrød & Straße", "smorrebrod and strasse"),
        ("!!!", ""),
        ("進撃の巨人", "進撃の巨人"),
    ],
)
def test_fold(script, text, folded):
    assert script(f"fold({json.dumps(text)})") == folded


@pytest.mark.parametrize(
    ("text", "parts", "cut"),
    [
        ("See A and B.", ["B", "A"], [["See ", False], ["A", True], [" and ", False], ["B", True], [".", False]]),
        ("Anti Hero", ["Hero", "Anti Hero"], [["Anti Hero", True]]),
        ("nothing", ["", "x"], [["nothing", False]]),
        ("", ["x"], []),
    ],
)
def test_pieces_of_a_sentence(script, text, parts, cut):
    assert script(f"pieces({json.dumps(text)}, {json.dumps(parts)})") == cut


NAMES = ["The Matrix", "Matrix Raining Code", "Dot Matrix", "Dotmatrix", "Matrix", "Bullet Time"]


def found(script, text):
    data = f"{{count: {len(NAMES)}, name: {json.dumps(NAMES)}, aliases: (i) => i === 5 ? ['Matrix Shot'] : []}}"
    hits = script(f"find(searchIndex({data}), {json.dumps(text)}, 10)")
    return [NAMES[hit["node"]] for hit in hits]


def test_search_ranks_whole_names_then_starts_then_aliases_then_words(script):
    assert found(script, "matrix") == [
        "The Matrix",
        "Matrix",
        "Matrix Raining Code",
        "Bullet Time",
        "Dot Matrix",
        "Dotmatrix",
    ]
    assert found(script, "the matrix")[0] == "The Matrix"
    assert found(script, "rainingcode") == []
    assert found(script, "matrixrain") == ["Matrix Raining Code"]
    assert found(script, "...") == []


@pytest.mark.parametrize(
    ("address", "kept"),
    [("https://example.org/a b", "https://example.org/a%20b"), ("javascript:alert(1)", ""), ("data:,x", ""), ("x", "")],
)
def test_only_web_addresses_become_links(script, address, kept):
    assert script(f"webAddress({json.dumps(address)})") == kept


@pytest.mark.parametrize("name", ["Main/BoldlyComing", "Film/A%B", "Main/Ü ñ/#?&=,", "x", "", "__proto__"])
@pytest.mark.parametrize("rest", [{}, {"types": ["not", "A,B&c=d?"], "to": ["Main/X?y"]}, {"degree": ["3"]}])
def test_what_is_chosen_and_set_survives_the_address_bar(script, name, rest):
    assert script(f"fromHash(asHash({json.dumps({'node': name} | rest)}))") == {"node": name} | rest


def test_plain_links_stay_plain_and_strange_ones_harm_nothing(script):
    assert script("asHash({ node: 'Main/BoldlyComing', degree: [], to: [] })") == "#Main/BoldlyComing"
    assert script("fromHash('#?colour=medium')") == {"node": "", "colour": ["medium"]}
    assert script("fromHash('#Main/%E0%A4%A?__proto__=x&unknown=1&degree&=2&depth=%E0')") == {"node": ""}


def test_labels_never_overlap_and_stay_once_seen(script):
    plan = """(() => {
      const n = 400, at = Array.from({length: n}, (_, i) => [(i * 7919) % 1000, (i * 104729) % 700]);
      const box = (i, s) => [at[i][0] * s - 40, at[i][1] * s, at[i][0] * s + 40, at[i][1] * s + 14];
      const plan = new LabelPlan(n, Array.from({ length: n }, (_, i) => i), 0.5, box, { most: 20 });
      return [0.5, 1, 2, 8].map((scale) => {
        const level = plan.upTo(scale), now = plan.levelAt(scale);
        const seen = [...level.keys()].filter((i) => level[i] <= now);
        const clash = seen.some((i) => seen.some((j) => {
          if (i >= j) return false;
          const [a, b] = [box(i, scale), box(j, scale)];
          return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
        }));
        return { seen, clash };
      });
    })()"""
    levels = script(plan)
    assert not any(level["clash"] for level in levels)
    assert 0 < len(levels[0]["seen"]) <= 20
    for wider, closer in pairwise(levels):
        assert set(wider["seen"]) < set(closer["seen"])


SIFTED = """{count: 4, edgeCount: 2, kinds: [{name: 'Trope'}, {name: 'Work'}], relations: [{name: 'A'}, {name: 'B'}],
  media: ['Film'], kind: [0, 1, 1, 0], medium: [0, 1, 0, 0], source: [0, 0], target: [1, 2], type: [0, 1],
  first: [0, 2, 3, 4, 4], modifierNames: ['SUBVERTED', 'AVERTED'], modifierBits: [0, 1], community: [1, 1, 0, 0],
  communities: [{node: 0}], id: (i) => 'Main/' + i}"""


@pytest.mark.parametrize(
    ("change", "nodes", "edges"),
    [
        ("", [1, 1, 1, 1], [1, 1]),
        ("f.kinds[1] = false", [1, 0, 0, 1], [0, 0]),
        ("f.types[1] = false", [1, 1, 0, 1], [1, 0]),
        ("f.media[0] = false", [1, 0, 1, 1], [0, 1]),
        ("f.modifiers = [true, false, false]", [1, 0, 1, 1], [0, 1]),
        ("f.modifiers = [false, true, false]", [0, 0, 0, 1], [0, 0]),
        ("f.community[0] = false", [1, 1, 0, 0], [1, 0]),
        ("f.degree = 1", [1, 1, 1, 0], [1, 1]),
        ("f.degree = 2", [1, 0, 0, 0], [0, 0]),
    ],
)
def test_what_the_filter_leaves(script, change, nodes, edges):
    seen = script(f"""(() => {{
      const d = {SIFTED}, f = allShown(d);
      {change};
      const again = filterFrom(d, (key) => fromHash(asHash(filterInAddress(d, f)))[key] ?? []);
      return [f, again].map((filter) => {{ const s = sift(d, filter); return [[...s.nodes], [...s.edges]]; }});
    }})()""")
    assert seen == [[nodes, edges]] * 2  # what the address keeps is the same filter


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ("", {"types": [1, 1], "kinds": [2, 2], "media": [1], "modifiers": [1, 0, 1], "community": [2, 2]}),
        (
            "f.kinds[1] = false",  # both works hide, and both edges with them; the other kinds' counts stay
            {"types": [0, 0], "kinds": [2, 2], "media": [0], "modifiers": [0, 0, 0], "community": [1, 1]},
        ),
        (
            "f.modifiers = [true, false, false]",  # node 1 has no other edge; node 3 never had one
            {"types": [0, 1], "kinds": [2, 1], "media": [0], "modifiers": [1, 0, 1], "community": [2, 1]},
        ),
        (
            "f.media[0] = false",
            {"types": [0, 1], "kinds": [2, 1], "media": [1], "modifiers": [1, 0, 0], "community": [2, 1]},
        ),
        (
            "f.degree = 1; f.types[1] = false",
            {"types": [1, 1], "kinds": [1, 1], "media": [1], "modifiers": [0, 0, 1], "community": [0, 2]},
        ),
    ],
)
def test_what_each_choice_would_show_beside_the_others(script, change, counts):
    told = f"((d) => {{ const f = allShown(d); {change}; return countsBeside(d, f, sift(d, f)); }})({SIFTED})"
    assert script(told) == counts


ONE_BY_ONE = """(() => {
  let seed = 7;
  const any = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const column = (count, n) => Array.from({ length: count }, () => any(n));
  const [count, edgeCount] = [60, 110];
  const d = { count, edgeCount, kinds: [1, 2, 3], relations: [1, 2, 3], media: ['a', 'b'], communities: [1, 2, 3],
    modifierNames: ['x', 'y', 'z'], kind: column(count, 3), medium: column(count, 3), community: column(count, 4),
    source: column(edgeCount, 50), target: column(edgeCount, 50), type: column(edgeCount, 3),
    modifierBits: column(edgeCount, 8), id: String };
  Object.assign(d, neighbourhoods(count, d.source, d.target));
  const bears = {
    types: (e, k) => d.type[e] === k,
    modifiers: (e, k) => (k < 3 ? d.modifierBits[e] >> k & 1 : !d.modifierBits[e]),
    kinds: (i, k) => d.kind[i] === k,
    media: (i, k) => d.medium[i] === k + 1,
    community: (i, k) => d.community[i] === k,
  };
  let held = 0;
  for (let round = 0; round < 40; round++) {
    const f = allShown(d);
    for (const key in bears) f[key] = f[key].map(() => any(4) > 0);
    const counts = countsBeside(d, f, sift(d, f));
    for (const key in bears) f[key].forEach((_, k) => {
      const seen = sift(d, { ...f, [key]: f[key].map((_, j) => j === k) });
      const mask = key === 'types' || key === 'modifiers' ? seen.edges : seen.nodes;
      const alone = mask.filter((on, j) => on && bears[key](j, k)).length;
      if (counts[key][k] !== alone) throw new Error(`round ${round}: ${key} ${k}`);
      held += alone;
    });
  }
  return held;
})()"""


def test_the_counts_are_what_is_seen_when_a_choice_is_ticked_alone(script):
    assert script(ONE_BY_ONE) > 1000


def test_the_address_names_the_fewer(script):
    asked = f"((d) => filterInAddress(d, filterFrom(d, (key) => ({{ types: ['not', 'A', 'B'], kinds: ['only', 'Work', 'Nobody'], degree: ['x'] }})[key] ?? [])))({SIFTED})"  # noqa: E501
    assert script(asked) == {
        "degree": [],
        "types": ["only"],
        "kinds": ["not", "Trope"],
        "media": [],
        "modifiers": [],
        "community": [],
    }


WALKED = """(() => {
  const ends = [[0, 1], [1, 2], [2, 3], [0, 4], [4, 3], [3, 3], [5, 6]];
  const [source, target] = [0, 1].map((k) => ends.map((e) => e[k]));
  return { count: 7, edgeCount: ends.length, source, target, evidence: () => [], ...neighbourhoods(7, source, target) };
})()"""


@pytest.mark.parametrize(
    ("ends", "closed", "nodes", "edges"),
    [
        ((0, 3), [], [0, 4, 3], [3, 4]),
        ((3, 0), [], [3, 4, 0], [4, 3]),
        ((0, 3), [4], [0, 1, 2, 3], [0, 1, 2]),
        ((0, 5), [], [], []),
        ((2, 2), [], [2], []),
    ],
)
def test_the_shortest_path_over_what_is_shown(script, ends, closed, nodes, edges):
    path = f"shortestPath(d, Uint8Array.from(d.source, (_, e) => !{closed}.includes(e)), {ends[0]}, {ends[1]})"
    assert script(f"((d) => {path})({WALKED})") == {"nodes": nodes, "edges": edges}


@pytest.mark.parametrize(
    ("ends", "told", "edges"),
    [
        # Three ways of two steps from 0 to 4, by 1, 2 and 3, and one of a single step from 0 to 5.
        ((0, 4), [], [0, 1]),
        ((0, 4), [2], [2, 3]),
        ((0, 4), [2, 4, 5], [4, 5]),
        ((4, 0), [2, 4, 5], [5, 4]),
        ((0, 4), [0, 3], [0, 1]),
        # Not a longer one, whatever is told there, and of parallel edges the told one.
        ((0, 5), [4, 5, 6], [7]),
        ((0, 5), [8], [8]),
    ],
)
def test_of_several_shortest_paths_the_one_that_sentences_state(script, ends, told, edges):
    graph = """((told) => {
      const ends = [[0, 1], [1, 4], [0, 2], [2, 4], [0, 3], [3, 4], [4, 5], [0, 5], [0, 5]];
      const [source, target] = [0, 1].map((k) => ends.map((e) => e[k]));
      const evidence = (e) => (told.includes(e) ? [{}] : []);
      return { count: 6, edgeCount: ends.length, source, target, evidence, ...neighbourhoods(6, source, target) };
    })"""
    assert script(f"shortestPath({graph}({told}), new Uint8Array(9).fill(1), {ends[0]}, {ends[1]}).edges") == edges


@pytest.mark.parametrize(
    ("depth", "opened", "nodes", "edges"),
    [
        (1, [], [0, 1, 4], [0, 3]),
        (2, [], [0, 1, 4, 2, 3], [0, 3, 1, 4]),
        (3, [], [0, 1, 4, 2, 3], [0, 3, 1, 4, 2, 5]),
        (1, [1, 5], [0, 1, 4, 2, 5, 6], [0, 3, 1, 6]),
    ],
)
def test_what_lies_around_a_node(script, depth, opened, nodes, edges):
    found = script(f"((d) => around(d, new Uint8Array(7).fill(1), 0, {depth}, {opened}))({WALKED})")
    assert found == {"nodes": nodes, "edges": edges}


def test_the_data_come_back_as_they_were_packed(script):
    told = {"source": "Film/A", "type": "EXAMPLE_OF", "target": "Main/X", "sentence": "So in A.", "page": "Main/X"}
    pairs = [("Film/A", "Main/X"), ("Film/B", "Main/X"), ("Film/C", "Main/Y"), ("Film/D", "Main/Y")]
    graph = make_graph([(s, "EXAMPLE_OF", t) for s, t in pairs], evidence=[told])
    rows = [{**row, **PLAYED} for row in graph.edges.to_pylist()]
    page = render_map(replace(graph, edges=of_rows("edges", rows)), colour_by="community")
    packed = page.partition('id="map-data">')[2].partition("</script>")[0]
    seen = script(f"""(() => {{
      const d = decode({packed});
      const e = Array.from({{ length: d.edgeCount }}, (_, k) => k).find((k) => d.evidence(k).length);
      return {{
        edge: [d.id(d.source[e]), d.relations[d.type[e]].name, d.id(d.target[e])],
        told: d.evidence(e),
        modifiers: d.modifierNames.filter((_, m) => d.modifierBits[e] & (1 << m)),
        degree: d.degree[d.number.get('Main/X')],
        communities: d.communities.map((c) => [c.name, c.size]),
        of: [...new Set(d.community)].sort(),
        media: d.mediumColours.length === d.media.length,
        asked: [d.colourBy, d.physics, d.sentences],
      }};
    }})()""")
    assert seen == {
        "edge": ["Film/A", "EXAMPLE_OF", "Main/X"],
        "told": [{"page": "Main/X", "section": "", "written": "", "sentence": "So in A."}],
        "modifiers": PLAYED["modifiers"],
        "degree": 2,
        "communities": [["X", 3], ["Y", 3]],
        "of": [1, 2],
        "media": True,
        "asked": ["community", False, "full"],
    }


@pytest.mark.parametrize(("theme", "text"), [("light", "#22242c"), ("dark", "#eceae4")])
def test_letters_in_a_colour_can_be_read(script, theme, text):
    """At least 4.5, as WCAG 2.2 asks of small text; a community's name on the map has its colour."""
    colours = {name: getattr(colour, theme) for name, colour in COLOURS.items()}
    inked = script(f"Object.entries({json.dumps(colours)}).map(([name, c]) => [name, mixed(c, '{text}', INK)])")
    assert {name for name, colour in inked if contrast(colour, GROUNDS[theme]) < 4.5} == set()
    assert script("[mixed('#000000', '#ffffff', 0.5), mixed('#102030', '#ffffff', 0)]") == ["#808080", "#102030"]
