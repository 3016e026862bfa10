"""The preview's web server: it gives out what the showcase shows, on this machine alone."""

from __future__ import annotations

import functools
import json
import mimetypes
from collections.abc import Iterator
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import parse_qs, quote, unquote, urlsplit

from markupsafe import Markup

from handbill.preview.connections import LimitedHandler, LimitedServer, Limits
from handbill.preview.showcase import Showcase, Shown
from handbill.problems import CampaignError, Place, Problem, Severity, error

HOST = "127.0.0.1"
_HOSTS = (HOST, "localhost")
"""By which names this machine may be asked: another one would be a page of the web that has given
its own name this machine's address, to read what it has (DNS rebinding)."""
_LONGEST_ADDRESS = 2_000
_OWN = "/.handbill/"
_SCRIPT = f"{_OWN}reload.js"
_EVENTS = f"{_OWN}events"
_RAW = "as-it-is"
_HTML = "text/html; charset=utf-8"
_PLAIN = "text/plain; charset=utf-8"
_NOT_FOUND = "404.html"
_HEARTBEAT = 10.0
"""Seconds after which a browser that hears nothing new is told that the preview is there still."""
_PORTS = 20
_POLICY = ("default-src 'none'", "default-src 'none'; script-src 'self'")
"""The reload script is allowed in the preview's pages; everything else stays as published."""

mimetypes.add_type("image/webp", ".webp")  # Python 3.10 does not know it


def start_server(showcase: Showcase, port: int, limits: Limits = Limits()) -> LimitedServer:  # noqa: B008 - it is frozen
    """A server for what a showcase shows.

    It takes the next free port where another program has this one. Raises CampaignError when
    there is none.
    """
    handler = functools.partial(_Handler, showcase)
    for candidate in range(port, min(port + _PORTS, 65536)):
        try:
            return LimitedServer((HOST, candidate), handler, limits)
        except OSError:
            continue
    says = f"no port from {port} to {min(port + _PORTS, 65536) - 1} is free for the preview"
    raise CampaignError([error(Place("config.yaml"), says, "try another one: --port 9000")])


class _Handler(LimitedHandler):
    def __init__(self, showcase: Showcase, *arguments: object) -> None:
        self._showcase = showcase
        super().__init__(*arguments)  # type: ignore[arg-type]  # the server's own, passed on

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        """Answer with a file of the site, with what is new, or with the page for what is not."""
        if self._is_refused():
            return
        address = urlsplit(self.path)
        path = unquote(address.path)
        if path == _EVENTS:
            self._stream_events(parse_qs(address.query).get("page", [""])[0])
        elif path == _SCRIPT:
            script = files("handbill.preview").joinpath("reload.js").read_bytes()
            self._answer(HTTPStatus.OK, script, "text/javascript; charset=utf-8")
        elif not path.startswith(self._showcase.shown.base):
            self._lead_to_start()
        else:
            self._give(_address_of(path.removeprefix(self._showcase.shown.base)))

    def _is_refused(self) -> bool:
        """Whether a request is none that a browser on this machine sends; it is answered then."""
        if self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # what follows is a body, and no request
        hosts = self.headers.get_all("Host", [])
        port = self.server.server_port
        # Browsers always say whom they ask; an old program need not (HTTP/1.0).
        is_ours = not hosts and self.request_version == "HTTP/1.0"
        is_ours = is_ours or [host.lower() for host in hosts] in [[f"{h}:{port}"] for h in _HOSTS]
        if not is_ours:
            says = f"This preview is at http://{HOST}:{port} alone."
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, says.encode(), _PLAIN)
        elif len(self.path) > _LONGEST_ADDRESS or not _is_address(self.path):
            says = "There is no page with such an address."
            self._answer(HTTPStatus.BAD_REQUEST, says.encode(), _PLAIN)
        else:
            return False
        return True

    def do_HEAD(self) -> None:  # noqa: N802 - the library's name
        """Answer as to GET, without the content."""
        self.do_GET()

    def _give(self, address: str) -> None:
        shown = self._showcase.shown
        if address not in shown.files and f"{address}/index.html" in shown.files:
            address = f"{address}/index.html"
        content = shown.files.get(address)
        if content is None:
            page = shown.files.get(_NOT_FOUND, _nothing_yet(shown))
            self._answer(HTTPStatus.NOT_FOUND, _with_script(page, address, shown), _HTML)
        elif address.endswith(".html"):
            self._answer(HTTPStatus.OK, _with_script(content, address, shown), _HTML)
        elif address.endswith(".pdf") and self._is_opened_alone():
            self._answer(HTTPStatus.OK, _around_pdf(address, shown), _HTML)
        else:
            self._answer(HTTPStatus.OK, content, _content_type(address))

    def _is_opened_alone(self) -> bool:
        """Whether a browser opens a file in a tab of its own, where it could not be reloaded."""
        alone = self.headers.get("Sec-Fetch-Dest") == "document"
        return alone and urlsplit(self.path).query != _RAW

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _lead_to_start(self) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(self._showcase.shown.base))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream_events(self, address: str) -> None:
        """Server-sent events (HTML Living Standard, 9.2): one with each change, until it leaves."""
        self.close_connection = True
        if self.command == "HEAD" or not self.server.is_stream(self.connection):
            status = HTTPStatus.OK if self.command == "HEAD" else HTTPStatus.SERVICE_UNAVAILABLE
            self._answer(status, b"", "text/event-stream")
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        with self._showcase.viewing(address):
            try:
                for event in _events(self._showcase, address):
                    self.wfile.write(event)
            except OSError:
                return  # the browser has left the page


def _events(showcase: Showcase, address: str) -> Iterator[bytes]:
    shown = showcase.shown
    while True:
        errors = [problem for problem in shown.problems if problem.severity is Severity.ERROR]
        news = {
            "mark": shown.mark(address),
            "problems": [_told(problem) for problem in errors],
            "isBuilt": bool(shown.files),
        }
        yield f"data: {json.dumps(news)}\n\n".encode()
        number = shown.number
        while (shown := showcase.wait(number, _HEARTBEAT)).number == number:
            yield b": still here\n\n"


def _told(problem: Problem) -> dict[str, str]:
    hint = f"hint: {problem.hint}" if problem.hint else ""
    return {"place": str(problem.place), "message": problem.message, "hint": hint}


def _address_of(path: str) -> str:
    return path if path and not path.endswith("/") else f"{path}index.html"


def _is_address(path: str) -> bool:
    try:
        urlsplit(path)
    except ValueError:  # such as //[
        return False
    return True


def _content_type(address: str) -> str:
    kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _with_script(page: bytes, address: str, shown: Shown) -> bytes:
    script = Markup('<script src="{}" data-address="{}" data-mark="{}"></script></body>').format(
        _SCRIPT, address, shown.mark(address)
    )
    text = page.decode(errors="surrogateescape")  # a page of bytes that are no text stays as it is
    text = text.replace(*_POLICY, 1).replace("</body>", str(script), 1)
    return text.encode(errors="surrogateescape")


def _nothing_yet(shown: Shown) -> bytes:
    """What is shown while nothing could be built; the script adds what is wrong."""
    says = "Nothing has been built yet." if shown.problems else "The first build is under way."
    return (
        Markup(
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
            "<title>Preview</title></head><body><p>{}</p></body></html>"
        )
        .format(says)
        .encode()
    )


def _around_pdf(address: str, shown: Shown) -> bytes:
    """A page around a PDF, which reloads when the PDF changes."""
    page = Markup(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{0}</title></head>'
        '<body style="margin: 0"><iframe title="{0}" src="{1}?{2}" '
        'style="border: 0; width: 100vw; height: 100vh; display: block"></iframe></body></html>'
    ).format(address, quote(shown.base + address), _RAW)
    return _with_script(page.encode(), address, shown)
