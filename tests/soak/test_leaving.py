"""What leaves the reader arrives: in tmux and beyond it, in X, in a browser; and lists stream."""

import base64
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image
from terminal import Terminal

from reader.article import make_article
from reader.citations.fragments import passage_address
from reader.exporting import ARTICLE_FORMS, Exported
from reader.library import Library
from summarize import Span, digest

pytestmark = pytest.mark.soak

ROOT = Path(__file__).parents[2]
PULLQUOTE = (sys.executable, "-m", "reader.cli")
SAMPLE = ROOT / "seeds" / "harbour-ferry.txt"
ARTICLES = 100_000


def needed(*names: str) -> None:
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


# Inside tmux and screen


def copy_first_quote(terminal: Terminal) -> None:
    terminal.wait_for("11 quotes")
    terminal.send("\r")
    terminal.wait_for("N before")
    terminal.send("fn")
    terminal.wait_for("Quote 1 of 11")
    terminal.send("y")


FIRST = "“In the dark, people were taken in by anyone with a warm kitchen,”"
ENCODED = base64.b64encode(FIRST.encode())


def test_in_tmux_with_default_settings_a_copy_is_in_its_buffer_and_beyond(tmp_path: Path) -> None:
    needed("tmux")
    tmux = ("tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null")
    program = f"cd {ROOT} && PYTHONPATH={ROOT} {' '.join(PULLQUOTE)} {SAMPLE}"
    environ = {"TMUX": "", "TERM": "xterm-256color", "SSH_TTY": "", "DISPLAY": ""}
    try:
        with Terminal((*tmux, "new-session", program), environ) as outer:
            copy_first_quote(outer)
            outer.wait_for(f"Copied {len(FIRST)} characters to tmux")
            assert output(*tmux, "show-buffer") == FIRST
            outer.settle()
            assert re.search(rb"\x1b\]52;c?;" + re.escape(ENCODED), outer.raw)
            outer.send("q")
    finally:
        subprocess.run((*tmux, "kill-server"), check=False, capture_output=True)


def test_in_screen_a_copy_reaches_the_terminal_around_it(tmp_path: Path) -> None:
    needed("screen")
    with tempfile.TemporaryDirectory(prefix="pq", dir="/tmp") as sockets:
        Path(sockets).chmod(0o700)
        program = f"cd {ROOT} && PYTHONPATH={ROOT} {' '.join(PULLQUOTE)} {SAMPLE}"
        environ = {"TMUX": "", "STY": "", "SCREENDIR": sockets, "TERM": "xterm-256color"}
        environ |= {"SSH_TTY": "/dev/null", "DISPLAY": "", "HOME": str(tmp_path)}
        command = ("screen", "-U", "-c", "/dev/null", "sh", "-c", program)
        with Terminal(command, environ) as outer:
            copy_first_quote(outer)
            outer.wait_for("through screen")
            outer.settle()
            assert b"\x1b]52;c;" + ENCODED in outer.raw
            outer.send("q")


def test_over_ssh_a_clipboard_program_of_the_far_machine_is_not_used(tmp_path: Path) -> None:
    fake = tmp_path / "xclip"
    fake.write_text(f"#!/bin/sh\ntouch {tmp_path}/used\n")
    fake.chmod(0o755)
    environ = {"PYTHONPATH": str(ROOT), "TMUX": "", "SSH_TTY": "/dev/pts/9", "DISPLAY": ":0"}
    environ |= {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    with Terminal((*PULLQUOTE, str(SAMPLE)), environ) as terminal:
        copy_first_quote(terminal)
        terminal.wait_for(f"Sent {len(FIRST)} characters to the terminal by OSC 52, which does not")
        assert b"\x1b]52;c;" + ENCODED in terminal.raw
        assert "Copied" not in terminal.text
    assert not (tmp_path / "used").exists()


# In a browser


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[tuple[str, ...]]:
    needed("chromium")
    return iter(
        [
            (
                *("chromium", "--headless=new", "--no-sandbox", "--disable-gpu"),
                *(f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1200,900"),
            )
        ]
    )


# The page is taller than the window, and says how far it was scrolled and where the passage is.
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>x</title>
<style>p {{ margin: 0 0 700px }}</style>{body}
<script>
const told = () => {{
  const at = document.elementsFromPoint(200, innerHeight / 2).find(one => one.tagName == "P");
  const inside = [...document.querySelectorAll("p")].filter(one => {{
    const box = one.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }});
  document.title = inside.map(one => one.id).join(" ");
}};
setTimeout(told, 1500);
</script>"""
PASSAGES = [
    # words, how many of the same stand before them, the paragraph where they are
    ("“We have no boats left, and no R&D budget – none”, said Orde-Lind.", 0, 3),
    ("no boats left", 1, 5),
    ("well-run, 50% of it; (so) they say", 0, 7),
    ("“It began\n\nand “it ended", 0, 9),
    ("הספינה שקעה בנמל", 0, 11),
    ("naïve ½ 👩\u200d🔬 東京", 0, 12),
]
TEXT = "\n\n".join(
    [
        *("Opening words of it all.", "More of them.", "And more."),
        "“We have no boats left, and no R&D budget – none”, said Orde-Lind.",
        "Then nothing.",
        "There were no boats left at the other harbour.",
        "Filler again.",
        "It is well-run, 50% of it; (so) they say.",
        "Filler once more.",
        "“It began",
        "and “it ended there.",
        "היא אמרה: הספינה שקעה בנמל אתמול.",
        "A naïve ½ 👩\u200d🔬 東京 mixture.",
        "The end of it.",
    ]
)


@pytest.mark.parametrize(("words", "before", "paragraph"), PASSAGES)
def test_the_address_of_a_passage_opens_at_it(
    chromium: Iterator[tuple[str, ...]], tmp_path: Path, words: str, before: int, paragraph: int
) -> None:
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    from threading import Thread

    body = "".join(
        f'<p id="p{number}">{html.escape(one)}</p>' for number, one in enumerate(TEXT.split("\n\n"))
    )
    (tmp_path / "page.html").write_text(PAGE.format(body=body), encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(tmp_path))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            pass

    start = -1
    for _ in range(before + 1):
        start = TEXT.index(words, start + 1)
    with ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/page.html"
        address = passage_address(url, TEXT, Span(start, start + len(words)))
        shown = output(*next(chromium), "--virtual-time-budget=4000", "--dump-dom", address)
        server.shutdown()
    title = re.search("<title>(.*?)</title>", shown)
    assert title is not None
    assert f"p{paragraph}" in title[1].split()
    assert "p0" not in title[1].split()  # it was scrolled


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_painted_light_and_dark(
    chromium: Iterator[tuple[str, ...]], tmp_path: Path, *, dark: bool
) -> None:
    text = SAMPLE.read_text(encoding="utf-8").split("---\n", 2)[2]
    article = make_article(title="Death toll", text=text, source="Post", url="https://a.example/x")
    form = ARTICLE_FORMS["html"]()
    found = digest(article.text, title=article.title)
    whole = form.start + form.write(Exported(article, found)) + form.end
    (tmp_path / "page.html").write_text(whole, encoding="utf-8")
    folder = Path(os.environ.get("PULLQUOTE_PICTURES", tmp_path))
    picture = folder / f"page-{'dark' if dark else 'light'}.png"
    scheme = ("--blink-settings=preferredColorScheme=0",) if dark else ()
    address = (tmp_path / "page.html").as_uri()
    output(*next(chromium), *scheme, f"--screenshot={picture}", address)
    assert mean_brightness(picture) < 80 if dark else mean_brightness(picture) > 175


def mean_brightness(picture: Path) -> float:
    """Return the mean of what a picture has of light, from 0 to 255."""
    with Image.open(picture) as image:
        pixels = image.convert("L").resize((64, 64)).tobytes()
    return sum(pixels) / len(pixels)


# Many articles


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of 100,000 articles."""
    path = tmp_path_factory.mktemp("large") / "library.db"
    with Library.open(path) as library:
        for start in range(0, ARTICLES, 5000):
            numbers = range(start, start + 5000)
            articles = [
                make_article(
                    title=f"Of the ferry, part {n}", text=f"Part {n} of it is told here. " * 5,
                    source="Hill Post", url=f"https://a.example/{n}", published="2026-05-04",
                )
                for n in numbers
            ]  # fmt: skip
            library.articles.store(None, articles, time.time())
    return path


def test_a_large_library_is_listed_in_a_stream_with_flat_memory(large: Path) -> None:
    """SQLite's page cache is filled by half of it already (32 MB, whatever the library's size)."""
    half, half_peak = peak_of_list(large, "--limit", str(ARTICLES // 2))
    lines, peak = peak_of_list(large)
    assert (half, lines) == (ARTICLES // 2, ARTICLES)
    print(f"\n{half:,} articles: {half_peak / 1e6:.1f} MB, {lines:,}: {peak / 1e6:.1f} MB")  # noqa: T201
    assert peak - half_peak < 6e6


def peak_of_list(path: Path, *more: str) -> tuple[int, int]:
    """Return how many lines a list has as JSON, and its peak memory in bytes."""
    program = (
        "import re, sys; from reader.cli import main; main(sys.argv[1:]);"
        "told = open('/proc/self/status').read();"
        "print(re.search('VmHWM: *([0-9]+)', told.replace('\\t', ' '))[1], file=sys.stderr)"
    )
    command = (sys.executable, "-c", program, "list", "--library", str(path), "--format", "json")
    done = subprocess.run((*command, *more), capture_output=True, check=True, timeout=300)
    json.loads(done.stdout.splitlines()[-1])
    return done.stdout.count(b"\n"), int(done.stderr.split()[-1]) * 1024


def test_a_pipe_that_is_closed_ends_a_long_list_at_once_and_quietly(large: Path) -> None:
    command = (*PULLQUOTE, "list", "--library", str(large), "--format", "json")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        seconds = psutil.Process(process.pid).cpu_times()
        process.stdout.close()
        assert process.wait(20) == 0
        assert process.stderr.read() == b""
    assert json.loads(first)["title"].startswith("Of the ferry")
    assert seconds.user < 30
