"""A web server on this machine that serves a folder the way GitHub Pages does."""

from __future__ import annotations

import functools
import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml")


class _Pages(BaseHTTPRequestHandler):
    """Answers with the files of a folder, which stands at /name/."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, site: Path, name: str, *args: Any) -> None:
        self._site, self._name = site.resolve(), name
        super().__init__(*args)

    def do_GET(self) -> None:
        file = self._file()
        if file:
            self._answer(200, file.read_bytes(), mimetypes.guess_type(file.name)[0])
        else:
            self._answer(404, b"Not found", "text/plain")

    def _file(self) -> Path | None:
        address = unquote(urlsplit(self.path).path)
        if not address.startswith(f"/{self._name}/"):
            return None
        file = (self._site / address.removeprefix(f"/{self._name}/")).resolve()
        if file.is_dir():
            file /= "index.html"
        return file if file.is_file() and file.is_relative_to(self._site) else None

    def _answer(self, status: int, body: bytes, kind: str | None) -> None:
        kind = kind or "application/octet-stream"
        self.send_response(status)
        if kind.startswith(_COMPRESSED):
            self.send_header("Vary", "Accept-Encoding")
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                self.send_header("Content-Encoding", "gzip")
                body = gzip.compress(body, mtime=0)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text/" in kind else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(site: Path, name: str) -> Iterator[str]:
    """Serve a folder, which need not be filled yet, until the block ends; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Pages, site, name))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{name}"
    finally:
        server.shutdown()
        server.server_close()
