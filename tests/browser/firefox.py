"""A Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks without a driver."""

import contextlib
import itertools
import json
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import websocket

_READY = re.compile(r"listening on (ws://\S+)")
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015"}


class Firefox:
    """One page in a running Firefox.

    Args:
        socket: Connected to its `/session`.
    """

    def __init__(self, socket: websocket.WebSocket) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.requests: list[str] = []
        """Addresses that the page has asked for."""
        self.complaints: list[str] = []
        """Warnings and errors that it has logged."""
        self._do("session.new", capabilities={})
        self._do("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])
        self._page = self._do("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str, width: int = 1280, height: int = 800) -> None:
        """Go to an address and wait until it has loaded."""
        self._do("browsingContext.setViewport", context=self._page, viewport={"width": width, "height": height})
        self._do("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def value(self, expression: str) -> Any:
        """What an expression gives in the page; it has to be fit for JSON."""
        told = self._do(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self._page},
            awaitPromise=True,
        )
        assert told["type"] == "success", told
        return json.loads(told["result"].get("value", "null"))

    def wait_for(self, expression: str, value: Any, seconds: float = 10) -> None:
        """Wait until an expression has a value."""
        until = time.monotonic() + seconds
        while (found := self.value(expression)) != value:
            assert time.monotonic() < until, f"{expression} is {found!r}, not {value!r}; {self.complaints}"
            time.sleep(0.05)

    def type(self, text: str) -> None:
        """Press keys: each character, or one key of `KEYS`."""
        strokes = [KEYS[text]] if text in KEYS else list(text)
        actions = [{"type": kind, "value": key} for key in strokes for kind in ("keyDown", "keyUp")]
        self._do(
            "input.performActions", context=self._page, actions=[{"type": "key", "id": "keys", "actions": actions}]
        )

    def click(self, selector: str) -> None:
        """Click into the middle of the first element that a CSS selector finds."""
        box = self.value(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2]; }})(document.querySelector({json.dumps(selector)}))"
        )
        point = {"type": "pointerMove", "x": round(box[0]), "y": round(box[1])}
        presses = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        pointer = {"type": "pointer", "id": "mouse", "actions": [point, *presses]}
        self._do("input.performActions", context=self._page, actions=[pointer])

    def picture(self) -> str:
        """The page as PNG, in base64."""
        return str(self._do("browsingContext.captureScreenshot", context=self._page)["data"])

    def _do(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv())
            if told.get("type") == "event":
                self._note(told["method"], told["params"])
            elif told.get("id") == number:
                assert told["type"] == "success", told
                return told["result"]

    def _note(self, event: str, about: dict[str, Any]) -> None:
        if event == "network.beforeRequestSent":
            self.requests.append(about["request"]["url"])
        elif about["level"] in {"warn", "error"}:
            self.complaints.append(about["text"])


@contextlib.contextmanager
def running(program: str, profile: Path) -> Iterator[Firefox]:
    """A Firefox with a profile of its own, from its start to its end."""
    command = [program, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            address = next(found[1] for line in process.stderr if (found := _READY.search(line)))
            socket = websocket.create_connection(f"{address}/session", timeout=60, suppress_origin=True)
            with contextlib.closing(socket):
                yield Firefox(socket)
        finally:
            process.kill()
