"""A proxy that breaks connections to a Neo4j server right after a commit went out, before its answer comes back."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from tropegraph.connect import Settings

_COMMIT = b"\xb0\x12"
"""Bolt's message: a structure without fields, signature 0x12."""


@contextlib.contextmanager
def cutting_commits(settings: Settings, cuts: int) -> Iterator[tuple[Settings, list[int]]]:
    """Settings of a proxy before a server, and a list that grows with every commit that it cuts off.

    Args:
        settings: Of the server itself, with a `bolt://` address.
        cuts: How many commits, every second one from the first.
    """
    url = urlsplit(settings.uri)
    cut: list[int] = []
    seen: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client = listener.accept()[0]
                    server = socket.create_connection((url.hostname, url.port))
                    for pump in (outward, inward):
                        threading.Thread(target=pump, args=(client, server), daemon=True).start()

        def outward(client: socket.socket, server: socket.socket) -> None:
            with contextlib.suppress(OSError):
                while data := client.recv(1 << 16):
                    if _COMMIT in data:
                        seen.append(1)
                        if len(seen) % 2 and len(cut) < cuts:
                            cut.append(len(seen))
                            client.shutdown(socket.SHUT_RDWR)
                    server.sendall(data)
                server.shutdown(socket.SHUT_WR)

        def inward(client: socket.socket, server: socket.socket) -> None:
            with contextlib.suppress(OSError):
                while data := server.recv(1 << 16):
                    client.sendall(data)
            for end in (client, server):
                end.close()

        threading.Thread(target=accept, daemon=True).start()
        yield replace(settings, uri=f"bolt://127.0.0.1:{listener.getsockname()[1]}"), cut
