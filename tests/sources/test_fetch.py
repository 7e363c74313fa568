"""Addresses are asked politely and safely, against a real server on loopback."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from dragoman.errors import RefusedAddress, SourceError, TooLarge
from dragoman.settings import Settings
from dragoman.sources.fetch import Fetcher

PAGE = "<p>조태열 장관은 회담했다.</p>".encode("cp949")


class Site(BaseHTTPRequestHandler):
    seen: ClassVar[list] = []

    def do_GET(self):
        type(self).seen.append((self.path, self.headers.get("If-None-Match")))
        answer = getattr(self, "_" + self.path.strip("/").split("/")[0].replace(".txt", ""), None)
        if answer is None:
            self.send_error(404)
        else:
            answer()

    def reply(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _robots(self):
        self.reply(b"User-agent: *\nDisallow: /barred\n", Content_Type="text/plain")

    def _page(self):
        if self.headers.get("If-None-Match") == '"v1"':
            self.reply(b"", 304, ETag='"v1"')
        else:
            self.reply(PAGE, ETag='"v1"', Cache_Control="max-age=0",
                       Content_Type="text/html; charset=euc-kr")  # fmt: skip

    def _barred(self):
        self.reply(b"secret")

    def _circle(self):
        self.reply(b"", 302, Location="/round")

    def _round(self):
        self.reply(b"", 302, Location="/circle")

    def _chain(self):
        number = int(self.path.rsplit("/", 1)[1])
        self.reply(b"", 302, Location=f"/chain/{number + 1}")

    def _inward(self):
        self.reply(b"", 302, Location="http://10.0.0.1/admin")

    def _metadata(self):
        self.reply(b"", 302, Location="http://169.254.169.254/latest/meta-data")

    def _file(self):
        self.reply(b"", 302, Location="file:///etc/passwd")

    def _large(self):
        self.reply(b"x" * 200_000)

    def _bomb(self):
        self.reply(gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")

    def _slow(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def log_message(self, *_):
        return


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetcher(tmp_path):
    settings = Settings(
        cache_dir=tmp_path, allow_private=True, fetch_pace=0, max_bytes=100_000, fetch_timeout=1
    )
    with Fetcher(settings) as opened:
        yield opened


def test_a_page_comes_with_its_charset_as_the_server_names_it(site, fetcher):
    fetched = fetcher.fetch(f"{site}/page")
    assert fetched.data == PAGE
    assert "euc-kr" in fetched.content_type


def test_a_page_asked_again_is_confirmed_and_not_sent_again(site, fetcher):
    first = fetcher.fetch(f"{site}/page")
    Site.seen.clear()
    assert fetcher.fetch(f"{site}/page").data == first.data
    assert ("/page", '"v1"') in Site.seen


def test_what_robots_bar_is_not_asked(site, fetcher):
    Site.seen.clear()
    with pytest.raises(RefusedAddress, match="bars"):
        fetcher.fetch(f"{site}/barred")
    assert "/barred" not in [path for path, _ in Site.seen]


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("circle", TooLarge, "circle"),
        ("chain/1", TooLarge, "redirects"),
        ("inward", RefusedAddress, "10.0.0.1"),
        ("metadata", RefusedAddress, "169.254.169.254"),
        ("file", RefusedAddress, "scheme 'file'"),
        ("large", TooLarge, "200,000"),
        ("bomb", TooLarge, "100,000"),
        ("slow", TooLarge, "seconds"),
        ("nothing", SourceError, "404"),
    ],
)
def test_a_hostile_answer_is_refused_with_its_reason(site, fetcher, path, error, says):
    began = time.monotonic()
    with pytest.raises(error, match=says):
        fetcher.fetch(f"{site}/{path}")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://192.168.0.1/",
        "http://[::ffff:10.0.0.1]/", "http://0.0.0.0/", "http://2130706433/", "ftp://example.org/",
        "http://user:pw@example.org/", "http://[64:ff9b::7f00:1]/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_in_every_spelling(tmp_path, url):
    with (
        Fetcher(Settings(cache_dir=tmp_path, fetch_timeout=2)) as fetcher,
        pytest.raises(SourceError),
    ):
        fetcher.fetch(url)
