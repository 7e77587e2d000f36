"""A proxy before a Neo4j server that meddles with what passes: cuts connections, or answers as a leader that is none.

The messages of Bolt are read as https://neo4j.com/docs/bolt/current/bolt/message/ has them.
"""

import contextlib
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol
from urllib.parse import urlsplit

from tropegraph.connect import Settings

RUN, BEGIN, COMMIT, ROLLBACK, RESET, ROUTE = b"\x10", b"\x11", b"\x12", b"\x13", b"\x0f", b"\x66"
RECORD, IGNORED, GOODBYE = b"\x71", b"\xb0\x7e", b"\x02"


class Talk(Protocol):
    """What becomes of one connection's bytes."""

    def outward(self, data: bytes, cut: Callable[[], None]) -> bytes:
        """What goes to the server; `cut` closes the client's end before."""

    def inward(self, data: bytes) -> bytes:
        """What goes to the client."""


@contextlib.contextmanager
def proxied(settings: Settings, talk: Callable[[], Talk]) -> Iterator[Settings]:
    """Settings of a proxy before a server, whose connections each have a talk of their own."""
    url = urlsplit(settings.uri)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client = listener.accept()[0]
                    ends = client, socket.create_connection((url.hostname, url.port)), talk()
                    for pump in (_outward, _inward):
                        threading.Thread(target=pump, args=ends, daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield replace(settings, uri=f"{url.scheme}://127.0.0.1:{listener.getsockname()[1]}")


def _outward(client: socket.socket, server: socket.socket, talk: Talk) -> None:
    with contextlib.suppress(OSError):
        while data := client.recv(1 << 16):
            server.sendall(talk.outward(data, lambda: client.shutdown(socket.SHUT_RDWR)))
        server.shutdown(socket.SHUT_WR)


def _inward(client: socket.socket, server: socket.socket, talk: Talk) -> None:
    with contextlib.suppress(OSError):
        while data := server.recv(1 << 16):
            client.sendall(talk.inward(data))
    for end in (client, server):
        end.close()


@dataclass
class Cuts:
    """Connections that break right after a commit went out, before its answer comes back: every second one.

    Args:
        most: How many commits.
    """

    most: int
    done: int = 0
    seen: int = 0

    def outward(self, data: bytes, cut: Callable[[], None]) -> bytes:
        if b"\xb0" + COMMIT in data:
            self.seen += 1
            if self.seen % 2 and self.done < self.most:
                self.done += 1
                cut()
        return data

    def inward(self, data: bytes) -> bytes:
        return data


@dataclass
class Switches:
    """A cluster whose leader changes: now and then what writes is refused, as by a server that leads no longer.

    Args:
        code: Of the refusal.
        most: How many times.
        every: Each how many messages of a transaction.
    """

    code: str
    most: int
    every: int = 4
    done: int = 0
    seen: int = 0
    routes: int = 0
    """How often somebody asked who leads."""

    def now(self) -> bool:
        """Whether this message is refused."""
        self.seen += 1
        refused = self.seen % self.every == 0 and self.done < self.most
        self.done += refused
        return refused

    def talk(self) -> "Switching":
        """What a connection goes through."""
        return Switching(self)


_PLAIN_VERSION = bytes.fromhex("6060b017 00000405 00000000 00000000 00000000")
"""The client's offer of Bolt 5.4 alone: its failures have a code and a message and no more."""


@dataclass
class Switching:
    """One connection to such a cluster: what follows a refusal is ignored until the client begins anew."""

    switches: Switches
    asked: deque[bytes] = field(default_factory=deque)
    inside: bool = False
    refused: bool = False
    out: "Frames" = field(default_factory=lambda: Frames(20))
    back: "Frames" = field(default_factory=lambda: Frames(4))

    def outward(self, data: bytes, cut: Callable[[], None]) -> bytes:
        passed = b""
        for raw, body in self.out.take(data):
            if body[1:2] != GOODBYE and body:
                self.asked.append(body[1:2])
            passed += raw if body else _PLAIN_VERSION
        return passed

    def inward(self, data: bytes) -> bytes:
        return b"".join(raw if not body else self._answer(raw, body) for raw, body in self.back.take(data))

    def _answer(self, raw: bytes, body: bytes) -> bytes:
        if body[1:2] == RECORD:
            return b"" if self.refused else raw
        asked = self.asked.popleft()
        self.switches.routes += asked == ROUTE
        if asked == RESET:
            self.refused = self.inside = False
        if self.refused:
            return _framed(IGNORED)
        self.refused = self.inside and asked in {RUN, COMMIT} and self.switches.now()
        self.inside = (self.inside or asked == BEGIN) and asked not in {COMMIT, ROLLBACK}
        return _framed(_failure(self.switches.code)) if self.refused else raw


class Frames:
    """Bytes of one direction as messages, each with its bytes on the wire; the handshake comes first, without a body.

    Args:
        handshake: How many bytes it has.
    """

    def __init__(self, handshake: int) -> None:
        self._left = b""
        self._handshake = handshake

    def take(self, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The messages that are whole with these bytes."""
        self._left += data
        if self._handshake and len(self._left) >= self._handshake:
            shake, self._left = self._left[: self._handshake], self._left[self._handshake :]
            self._handshake = 0
            yield shake, b""
        while not self._handshake and (end := self._end()):
            raw, self._left = self._left[:end], self._left[end:]
            yield raw, _unframed(raw)

    def _end(self) -> int:
        """Where the first message ends; 0 when it is not whole."""
        at = 0
        while len(self._left) >= at + 2:
            size = int.from_bytes(self._left[at : at + 2])
            at += 2 + size
            if not size:
                return at
        return 0


def _unframed(raw: bytes) -> bytes:
    body, at = b"", 0
    while size := int.from_bytes(raw[at : at + 2]):
        body += raw[at + 2 : at + 2 + size]
        at += 2 + size
    return body


def _framed(body: bytes) -> bytes:
    return len(body).to_bytes(2) + body + b"\x00\x00"


def _failure(code: str) -> bytes:
    told = b"".join(_text(word) for word in ("code", code, "message", "Somebody else leads now."))
    return b"\xb1\x7f\xa2" + told


def _text(text: str) -> bytes:
    return b"\xd0" + len(text).to_bytes(1) + text.encode("ascii")
