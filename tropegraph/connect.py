"""Opens a Neo4j driver: settings from options or the environment, failures as one sentence.

No message and no `repr` ever holds the password.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DatabaseUnavailable,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from tropegraph.errors import DatabaseError

DEFAULT_USER = "neo4j"
_SECONDS_TO_CONNECT = 10.0
_SECONDS_TO_RETRY = 30.0
_SCHEMES = tuple(f"{name}{security}://" for name in ("bolt", "neo4j") for security in ("", "+s", "+ssc"))
_CREDENTIALS = re.compile(r"//[^/@]*@")
_NO_DATABASE = ("Neo.ClientError.Database.DatabaseNotFound", "Neo.ClientError.General.DatabaseUnavailable")


@dataclass(frozen=True)
class Settings:
    """Where a Neo4j server is and how to log in.

    Args:
        uri: Address such as ``bolt://localhost:7687`` or ``neo4j+s://host``.
        user: User name.
        password: Password; empty for a server that asks for none.
        database: Name of the database; empty for the user's own default.
    """

    uri: str
    user: str = DEFAULT_USER
    password: str = field(default="", repr=False)
    database: str = ""

    @classmethod
    def of(
        cls,
        uri: str = "",
        user: str = "",
        password: str = "",
        database: str = "",
        environment: Mapping[str, str] = os.environ,
    ) -> Self:
        """Settings as given; what is empty comes from NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.

        Raises:
            DatabaseError: No address is given, or it is none of Neo4j's.
        """
        uri = (uri or environment.get("NEO4J_URI", "")).strip()
        if not uri:
            raise DatabaseError("No Neo4j server is named.", "Give --uri bolt://localhost:7687 or set NEO4J_URI.")
        if not uri.lower().startswith(_SCHEMES):
            raise _bad_address(_CREDENTIALS.sub("//", uri))
        return cls(
            uri=uri,
            user=user or environment.get("NEO4J_USERNAME", "") or DEFAULT_USER,
            password=password or environment.get("NEO4J_PASSWORD", ""),
            database=database or environment.get("NEO4J_DATABASE", ""),
        )

    @property
    def place(self) -> str:
        """The address without credentials that someone may have written into it."""
        return _CREDENTIALS.sub("//", self.uri)

    @property
    def database_(self) -> str | None:
        """The database as the driver's `database_` takes it."""
        return self.database or None


@contextlib.contextmanager
def open_driver(settings: Settings, *, patience: float = _SECONDS_TO_RETRY) -> Iterator[Driver]:
    """A driver whose server answers, closed at the end.

    Args:
        settings: Where the server is.
        patience: Seconds that a transaction is tried again for when the server goes away or another takes over.

    Raises:
        DatabaseError: The address is bad, nobody answers there, the login is refused or the database is not there;
            also when any of this happens later, while the driver is in use.
    """
    with translated(settings), _driver(settings, patience) as driver:
        _verify(driver, settings)
        yield driver


def _verify(driver: Driver, settings: Settings) -> None:
    """Fail at once, without the driver's retries, which are meant for servers that have been there."""
    driver.verify_connectivity()
    with driver.session(database=settings.database_) as session:
        session.run("RETURN 1").consume()


def _driver(settings: Settings, patience: float) -> Driver:
    return GraphDatabase.driver(
        settings.uri,
        auth=(settings.user, settings.password) if settings.password else None,
        connection_acquisition_timeout=_SECONDS_TO_CONNECT * 2,
        connection_timeout=_SECONDS_TO_CONNECT,
        max_transaction_retry_time=patience,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        user_agent="tropegraph",
    )


@contextlib.contextmanager
def translated(settings: Settings) -> Iterator[None]:
    """Turn what the driver raises into a `DatabaseError`."""
    try:
        yield
    except (Neo4jError, DriverError, ValueError, OSError) as error:
        raise _sentence(error, settings) from error


def _sentence(error: Exception, settings: Settings) -> DatabaseError:
    place = settings.place
    code = getattr(error, "code", None) or ""
    if isinstance(error, AuthError) or code.startswith("Neo.ClientError.Security"):
        return _refused(code, settings)
    if code in _NO_DATABASE or isinstance(error, DatabaseUnavailable):
        name = f'database "{settings.database}"' if settings.database else "default database that is up"
        return DatabaseError(f"The server at {place} has no {name}.", "Neo4j Community has one, named neo4j.")
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return DatabaseError(f"No Neo4j server answers at {place}.", _hint_of_silence(place))
    if isinstance(error, ConfigurationError | ValueError):
        return _bad_address(place)
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    kind = "refused" if isinstance(error, ClientError) else "failed"
    return DatabaseError(f"The server at {place} {kind}: {_one_line(message)}", "See the server's log for more.")


def _hint_of_silence(place: str) -> str:
    if "+s" in place.partition("://")[0]:
        return "+s wants a certificate that this computer trusts, +ssc takes any; bolt:// and neo4j:// are unencrypted."
    return "Start one with `make neo4j`, or mend the address."


def _bad_address(place: str) -> DatabaseError:
    return DatabaseError(
        f'"{place}" is no address of a Neo4j server.', "Write it as bolt://localhost:7687, without user and password."
    )


def _refused(code: str, settings: Settings) -> DatabaseError:
    if code.endswith("AuthenticationRateLimit"):
        return DatabaseError(f"The server at {settings.place} refuses logins for a while.", "Wait some seconds.")
    if code.endswith("Forbidden"):
        return DatabaseError(f'The user "{settings.user}" may not do this at {settings.place}.', "Use another user.")
    if not settings.password:
        return DatabaseError(f"The server at {settings.place} wants a password.", "Set NEO4J_PASSWORD.")
    return DatabaseError(
        f'The server at {settings.place} refuses the login of "{settings.user}".',
        "Check the user and NEO4J_PASSWORD.",
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
