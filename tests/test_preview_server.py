"""The preview's server: it speaks to this machine alone, and nobody keeps it waiting."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from handbill.preview.connections import Limits
from handbill.preview.server import start_server
from handbill.preview.showcase import Showcase

PAGE = b'<!DOCTYPE html><html lang="en"><body><p>Radon</p></body></html>'
Ask = Callable[[bytes], bytes]


@pytest.fixture
def showcase() -> Showcase:
    showcase = Showcase()
    pages = {"index.html": PAGE, "broken.html": b"<p>caf\xe9</p></body>", "a.pdf": b"%PDF"}
    showcase.show(pages, "https://example.org/")
    return showcase


@pytest.fixture
def port(showcase: Showcase) -> Iterator[int]:
    """A server whose patience is half a second, and that has room for three at once."""
    server = start_server(showcase, 18_000, Limits(connections=3, streams=1, seconds=0.5))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def _connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=10)


def _whole(connection: socket.socket) -> bytes:
    """All that is sent until the other side hangs up."""
    return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.fixture
def ask(port: int) -> Ask:
    """Sends bytes, `PORT` being the server's, and gives back all of the answer."""

    def ask_it(request: bytes) -> bytes:
        with _connect(port) as connection:
            connection.sendall(request.replace(b"PORT", str(port).encode()))
            connection.shutdown(socket.SHUT_WR)
            return _whole(connection)

    return ask_it


def _get(path: bytes = b"/", host: bytes = b"127.0.0.1:PORT", more: bytes = b"") -> bytes:
    return b"GET " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\n" + more + b"\r\n"


@pytest.mark.parametrize("host", [b"127.0.0.1:PORT", b"localhost:PORT", b"LocalHost:PORT"])
def test_this_machine_is_answered_by_its_two_names(ask: Ask, host: bytes) -> None:
    assert ask(_get(host=host)).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "host",
    [
        *(b"evil.example:PORT", b"evil.example", b"127.0.0.1", b"localhost:1", b"127.0.0.1.nip.io"),
        *(b"localhost:PORT.evil.example", b"evil.example#localhost:PORT", b"[::1]:PORT", b""),
        b"localhost:PORT\r\nHost: evil.example",
    ],
)
def test_a_page_of_the_web_that_took_this_machines_address_learns_nothing(
    ask: Ask, host: bytes
) -> None:
    for path in (b"/", b"/.handbill/events", b"/.handbill/reload.js"):
        answer = ask(_get(path, host))
        assert answer.startswith(b"HTTP/1.1 421 ")
        assert b"Radon" not in answer
        assert b"This preview is at http://127.0.0.1:" in answer
    assert ask(b"GET / HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 421 ")


@pytest.mark.parametrize(
    "path", [b"/" + b"a" * 60_000, b"/.handbill/events?page=" + b"a" * 60_000, b"http://["]
)
def test_an_address_that_is_none_is_answered_and_forgotten(
    ask: Ask, showcase: Showcase, path: bytes
) -> None:
    answer = ask(_get(path))
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert answer.endswith(b"There is no page with such an address.")
    assert showcase.viewed == frozenset()


def test_a_page_that_is_no_utf_8_is_answered(ask: Ask) -> None:
    assert b"<p>caf\xe9</p>" in ask(_get(b"/broken.html"))


def test_head_is_answered_by_a_head_alone_also_for_events(ask: Ask) -> None:
    """RFC 9110, 9.3.2."""
    for path in (b"/", b"/a.pdf", b"/.handbill/events", b"/nothing"):
        head, _, body = ask(_get(path).replace(b"GET", b"HEAD")).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 ")
        assert body == b""


@pytest.mark.parametrize(
    "more", [b"Content-Length: 50\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Length: x\r\n"]
)
def test_the_body_of_a_request_is_not_taken_for_another_request(ask: Ask, more: bytes) -> None:
    answer = ask(_get(more=more) + _get(b"/a.pdf"))
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"%PDF" not in answer


def test_two_requests_on_one_connection_are_answered(ask: Ask) -> None:
    assert ask(_get() + _get(b"/a.pdf")).count(b"HTTP/1.1 200 ") == 2


@pytest.mark.parametrize("method", [b"POST", b"PUT", b"OPTIONS", b"CONNECT"])
def test_nothing_but_get_and_head_is_understood(ask: Ask, method: bytes) -> None:
    assert ask(_get().replace(b"GET", method)).startswith(b"HTTP/1.1 501 ")


@pytest.mark.parametrize("begun", [b"", b"GET / HT", _get()[:-2], _get(more=b"A: b\r\n" * 9)[:-2]])
def test_who_sends_half_a_request_is_hung_up_on(port: int, begun: bytes) -> None:
    began = time.monotonic()
    with _connect(port) as connection:
        connection.sendall(begun)
        _whole(connection)
    assert time.monotonic() - began < 5


def test_who_sends_a_letter_now_and_then_is_hung_up_on(port: int) -> None:
    with _connect(port) as connection:
        for _ in range(80):
            try:
                connection.sendall(b"G")
            except OSError:
                return
            time.sleep(0.1)
    pytest.fail("it was listened to for eight seconds")


def test_a_stream_of_events_goes_on_and_one_too_many_is_refused(port: int, ask: Ask) -> None:
    events = _get(b"/.handbill/events?page=index.html").replace(b"PORT", str(port).encode())
    with _connect(port) as stream:
        stream.sendall(events)
        told = b""
        while not (b"data: " in told and told.endswith(b"\n\n")):
            told += stream.recv(65536)
        assert told.startswith(b"HTTP/1.1 200 ")
        time.sleep(1)  # twice the patience for a request
        assert ask(events).startswith(b"HTTP/1.1 503 ")
        assert ask(_get()).startswith(b"HTTP/1.1 200 ")
        stream.setblocking(False)
        with pytest.raises(BlockingIOError):  # it is there still, and has nothing new to say
            stream.recv(65536)


def test_so_many_connections_and_no_more(port: int) -> None:
    kept = [_connect(port) for _ in range(3)]
    time.sleep(0.2)
    with _connect(port) as one_more:
        assert _whole(one_more) == b""
    for connection in kept:
        connection.close()
