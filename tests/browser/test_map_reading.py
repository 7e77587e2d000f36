"""What the side panel says of a node, an edge and a path, and how its address is handed on."""

import pytest

from tests.unit.render.conftest import make_graph

pytestmark = pytest.mark.browser

GUN = "Main/ChekhovsGun"
HERRING = "Main/RedHerring"
FILM = "Film/TheLighthouse"
PROMISE = "A Red Herring is a Chekhov's Gun that keeps no promise."
LAMP = "The lamp in The Lighthouse is shown early and never lit."
ALIASES = [f"Gun Number {n}" for n in range(14)]


@pytest.fixture(scope="module")
def told():
    """A trope with a work that plays with it, relations both ways, and an edge with two pieces of evidence."""
    nodes = [
        {"id": GUN, "name": "Chekhov's Gun", "kind": "Trope", "aliases": ALIASES},
        {"id": HERRING, "name": "Red Herring", "kind": "Trope"},
        {"id": FILM, "name": "The Lighthouse", "kind": "Work", "medium": "Film"},
        {"id": "VideoGame/Keys", "name": "Keys", "kind": "Work", "medium": "Video Game"},
    ]
    edges = [
        (HERRING, "SUBTROPE_OF", GUN),
        ("Main/ChekhovsArmoury", "SUBTROPE_OF", GUN),
        (GUN, "SUBTROPE_OF", "Main/Foreshadowing"),
        (FILM, "EXAMPLE_OF", GUN),
        ("VideoGame/Keys", "EXAMPLE_OF", GUN),
    ]
    named = ("source", "type", "target")
    evidence = [
        {
            **dict(zip(named, edges[0], strict=True)),
            "page": page,
            "section": section,
            "sentence": text,
            "as_written": part,
        }
        for page, section, text, part in (
            (HERRING, "Description", PROMISE, "Chekhov's Gun"),
            (GUN, "Compare", "See Red Herring for the gun that does not fire.", "Red Herring"),
        )
    ]
    evidence.append(
        {
            **dict(zip(named, edges[3], strict=True)),
            "page": FILM,
            "section": "Tropes",
            "sentence": LAMP,
            "as_written": "",
        }
    )
    extra = {edges[3]: {"modifiers": ["SUBVERTED"], "media": ["Film"], "stated_on": ["work", "trope"]}}
    return make_graph(edges, nodes=nodes, evidence=evidence, extra=extra)


@pytest.fixture
def gun(open_map, told):
    """The map with that trope open."""
    opened = open_map(told, at=f"#{GUN}")
    opened.wait_for("chosen", GUN)
    return opened


def texts(opened, selector):
    return [" ".join(text.split()) for text in opened.panel.locator(selector).all_inner_texts()]


def show_edge(opened, source, target):
    opened.page.evaluate("([a, b]) => tropegraphMap.panel.showEdge(tropegraphMap.edge(a, b))", [source, target])


def test_relations_stand_in_words_by_type_and_direction(gun):
    assert texts(gun, "h3") == ["is a subtrope of 1", "has subtropes 2", "is used by 2"]
    assert texts(gun, "h4") == ["Film 1", "Video Game 1"]
    work = gun.panel.locator("li").filter(has_text="The Lighthouse")
    assert work.locator(".tag").all_inner_texts() == ["subverted"]
    assert work.locator("blockquote").inner_text() == LAMP


def test_many_aliases_open_on_demand_and_keep_the_focus(gun):
    assert len(texts(gun, ".aliases bdi")) == 10
    gun.panel.get_by_role("button", name="Show 4 more names").press("Enter")
    assert texts(gun, ".aliases bdi") == ALIASES
    assert gun.page.evaluate("document.activeElement.className") == "aliases"


def test_the_page_that_says_it_is_a_name_to_go_to(gun):
    gun.panel.locator("figcaption").get_by_role("button", name="The Lighthouse").click()
    gun.wait_for("chosen", FILM)


def test_an_open_list_stays_open_while_the_map_is_filtered(gun):
    gun.panel.get_by_role("button", name="Show 4 more names").click()
    gun.page.locator("#legend").get_by_label("Work").first.uncheck()
    assert len(texts(gun, ".aliases bdi")) == len(ALIASES)


def test_an_edge_shows_both_ends_and_all_its_evidence(gun):
    show_edge(gun, HERRING, GUN)
    assert gun.panel.get_by_role("heading", name="Red Herring is a subtrope of Chekhov's Gun").is_visible()
    assert texts(gun, "button.name") == ["Red Herring", "Chekhov's Gun"]
    assert PROMISE in texts(gun, "blockquote")
    assert texts(gun, "figcaption") == ["Chekhov's Gun · Compare", "Red Herring · Description"]
    assert texts(gun, "mark") == ["Red Herring", "Chekhov's Gun"]
    gun.panel.get_by_role("button", name="Red Herring").first.click()
    gun.wait_for("chosen", HERRING)


def test_an_edge_says_how_it_is_played_and_who_says_so(gun):
    show_edge(gun, FILM, GUN)
    assert texts(gun, ".tag") == ["subverted", "Film"]
    assert gun.panel.get_by_text("Stated by the work's page and the trope's page.").is_visible()
    show_edge(gun, "VideoGame/Keys", GUN)
    assert gun.panel.get_by_text("No sentence of it is in this file.").is_visible()


def test_a_path_reads_step_by_step_and_can_be_cleared(gun):
    gun.page.evaluate(
        """(ids) => {
          const { panel, edge } = tropegraphMap;
          panel.clearPath = () => document.body.dataset.cleared = 'yes';
          const nodes = ids.map((id) => panel.data.number.get(id));
          panel.showPath({ nodes, edges: [edge(ids[1], ids[0]), edge(ids[1], ids[2])] });
        }""",
        [GUN, FILM, GUN],
    )
    assert gun.panel.get_by_text("Path · 2 steps").is_visible()
    assert texts(gun, "ol button.name") == ["Chekhov's Gun", "The Lighthouse", "Chekhov's Gun"]
    assert texts(gun, ".how") == ["is used by subverted", "uses subverted"]
    assert texts(gun, "blockquote") == [LAMP, LAMP]
    gun.panel.get_by_role("button", name="Clear the path").click()
    assert gun.page.evaluate("document.body.dataset.cleared") == "yes"


def test_no_path_is_said(gun):
    gun.page.evaluate("tropegraphMap.panel.showPath({ nodes: [], edges: [] })")
    assert gun.panel.get_by_text("Nothing joins the two with what is shown.").is_visible()


def test_a_path_begins_in_the_panel(gun):
    gun.page.evaluate(
        """(id) => {
          const { panel } = tropegraphMap;
          panel.pathTo = (node) => document.body.dataset.from = panel.data.id(node);
          panel.hide();
          panel.show(panel.data.number.get(id));
        }""",
        GUN,
    )
    gun.panel.get_by_role("button", name="Path to …").click()
    assert gun.page.evaluate("document.body.dataset.from") == GUN


NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def test_the_link_is_copied_and_said(gun):
    gun.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    gun.panel.get_by_role("button", name="Copy link").click()
    gun.page.get_by_text("Link copied.").wait_for()
    assert gun.page.evaluate("navigator.clipboard.readText()").endswith(f"#{GUN}")


def test_without_a_clipboard_the_link_is_copied_the_old_way(gun):
    gun.page.evaluate(
        f"{NO_CLIPBOARD}; document.addEventListener('copy', () => document.body.dataset.copied = getSelection())"
    )
    gun.panel.get_by_role("button", name="Copy link").click()
    gun.page.get_by_text("Link copied.").wait_for()
    assert gun.page.evaluate("document.activeElement.textContent") == "Copy link"
    assert gun.page.evaluate("document.body.dataset.copied").endswith(f"#{GUN}")


def test_where_no_copy_is_allowed_the_address_is_there_to_be_copied(gun):
    gun.page.evaluate(f"{NO_CLIPBOARD}; document.execCommand = () => false")
    gun.panel.get_by_role("button", name="Copy link").click()
    field = gun.panel.get_by_role("textbox", name="Address of what is shown")
    assert field.input_value() == gun.page.url
    assert field.evaluate("field => field.selectionEnd - field.selectionStart") == len(gun.page.url)


def test_the_number_of_suggestions_is_said(gun):
    box = gun.page.get_by_role("combobox")
    box.fill("gun")
    assert gun.page.get_by_role("status").inner_text() == "1 suggestion"
    box.fill("no such gun")
    assert gun.page.get_by_role("status").inner_text() == "No suggestion."
    box.press("Escape")
    assert box.input_value() == ""
    assert gun.state("chosen") == GUN


def test_enter_that_ends_a_word_put_together_from_signs_chooses_nothing(gun):
    box = gun.page.get_by_role("combobox")
    box.fill("red")
    box.evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))")
    assert gun.state("chosen") == GUN
    assert box.get_attribute("aria-expanded") == "true"
