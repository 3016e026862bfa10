"""A web server on this machine whose connections all end: so many, and each for so long."""

from __future__ import annotations

import math
import socket
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Limits:
    """How many connections and event streams there may be at once, and seconds for a request."""

    connections: int = 200
    streams: int = 50
    seconds: float = 20.0


class LimitedServer(ThreadingHTTPServer):
    """Answers each request in a thread; whoever is slow, or one too many, is hung up on."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: Any, limits: Limits) -> None:
        self.limits = limits
        self._ends: dict[socket.socket, float] = {}
        self._lock = threading.Lock()
        super().__init__(address, handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Begin to answer, unless there are too many already."""
        with self._lock:
            has_room = len(self._ends) < self.limits.connections
            if has_room:
                self._ends[request] = time.monotonic() + self.limits.seconds
        if has_room:
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def give_time(self, connection: socket.socket) -> None:
        """Let a connection have its seconds anew: a request of it was answered."""
        with self._lock:
            self._ends[connection] = time.monotonic() + self.limits.seconds

    def is_stream(self, connection: socket.socket) -> bool:
        """Let a connection have all the time there is; False where too many have it."""
        with self._lock:
            has_room = sum(map(math.isinf, self._ends.values())) < self.limits.streams
            if has_room:
                self._ends[connection] = math.inf
            return has_room

    def service_actions(self) -> None:
        """Hang up on those whose time is over; the server does it twice a second."""
        now = time.monotonic()
        with self._lock:
            overdue = [connection for connection, end in self._ends.items() if end < now]
        for connection in overdue:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it has just ended by itself

    def shutdown_request(self, request: Any) -> None:
        """End a connection."""
        with self._lock:
            self._ends.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser may leave at any time; that is nobody's mistake."""


class LimitedHandler(BaseHTTPRequestHandler):
    """Reads requests for a LimitedServer."""

    protocol_version = "HTTP/1.1"
    server: LimitedServer

    def setup(self) -> None:
        """No single read or write may take longer than a request."""
        super().setup()
        self.connection.settimeout(self.server.limits.seconds)

    def handle_one_request(self) -> None:
        """Answer a request, and give the next one its time."""
        super().handle_one_request()
        if not self.close_connection:
            self.server.give_time(self.connection)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for the campaign."""
