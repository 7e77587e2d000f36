"""Settings of a Neo4j server and what is said when it cannot be reached."""

import pytest

from tropegraph.connect import Settings, open_driver
from tropegraph.errors import DatabaseError

SECRET = "geheim-1234"


def test_what_is_given_goes_before_the_environment() -> None:
    environment = {"NEO4J_URI": "bolt://there:1", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"}
    assert Settings.of(environment=environment) == Settings("bolt://there:1", "u", "p", "d")
    given = Settings.of("bolt://here:2", "me", "mine", "data", environment)
    assert given == Settings("bolt://here:2", "me", "mine", "data")


def test_the_user_has_a_default() -> None:
    assert Settings.of("bolt://here:2", environment={}).user == "neo4j"


def test_no_address() -> None:
    with pytest.raises(DatabaseError, match="No Neo4j server is named"):
        Settings.of(environment={})


@pytest.mark.parametrize("uri", ["http://here:7474", "here:7687", "bolt//here", "file:///etc/passwd", "localhost"])
def test_an_address_of_something_else(uri: str) -> None:
    with pytest.raises(DatabaseError, match="no address of a Neo4j server"):
        Settings.of(uri, environment={})


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:port", f"bolt://neo4j:{SECRET}@127.0.0.1:9"])
def test_an_address_that_the_driver_refuses(uri: str) -> None:
    with pytest.raises(DatabaseError, match="no address") as caught, open_driver(Settings.of(uri, environment={})):
        pass
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:9", "neo4j://127.0.0.1:9", "bolt://no-such-host.invalid:7687"])
def test_nobody_answers(uri: str) -> None:
    settings = Settings(uri, "neo4j", SECRET)
    with pytest.raises(DatabaseError, match="No Neo4j server answers") as caught, open_driver(settings):
        pass
    assert SECRET not in str(caught.value)
    assert "make neo4j" in caught.value.hint


def test_nobody_answers_with_encryption() -> None:
    with pytest.raises(DatabaseError, match="certificate"), open_driver(Settings("neo4j+s://127.0.0.1:9", "u", SECRET)):
        pass


def test_the_password_is_never_shown() -> None:
    assert SECRET not in repr(Settings("bolt://here", "u", SECRET))
    assert SECRET not in repr(Settings.of(password=SECRET, uri="bolt://here", environment={}))
