"""The whole program in a pseudo-terminal, as a person runs it."""

import json
import os
import re
import subprocess
import sys
from html import escape
from pathlib import Path

import psutil
import pytest
from terminal import Terminal
from web import answer, served

ROOT = Path(__file__).parents[1]
GIVEN = str(ROOT / "seeds" / "000_b506715465361b2e.txt")
PULLQUOTE = (sys.executable, "-m", "reader.cli")
ENVIRON = {"PYTHONPATH": str(ROOT), "TMUX": "", "DISPLAY": "", "SSH_TTY": "/dev/null"}
MOUSE = b"\x1b[?1000h"  # asks the terminal to tell of the mouse
SGR = re.compile(rb"\x1b\[([0-9;]*)m")


def test_it_opens_on_the_samples_and_q_leaves() -> None:
    with Terminal(PULLQUOTE, ENVIRON) as terminal:
        terminal.wait_for("Ferry horror")
        terminal.wait_for("❝")
        assert MOUSE in terminal.raw
        terminal.send("q")
        assert terminal.wait_for_end() == 0


def test_a_quote_is_stepped_to_and_sent_to_the_terminal_of_an_ssh_session() -> None:
    with Terminal((*PULLQUOTE, GIVEN), ENVIRON) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        terminal.send("\r")
        terminal.wait_for("N before")
        terminal.send("n")
        terminal.wait_for("Mark 1 of 12, quote: .*Rudskoi")
        terminal.send("y")
        terminal.wait_for("Sent 89 characters to the terminal")
        assert b"\x1b]52;c;IlRoZSBtaXNzaW9u" in terminal.raw


def test_keys_that_come_in_one_burst_are_each_for_what_the_one_before_has_opened() -> None:
    with Terminal((*PULLQUOTE, GIVEN), ENVIRON) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        terminal.send("\rnnn")
        terminal.wait_for("Mark 3 of 12")
        terminal.send("\tjj\rN")
        terminal.wait_for("Mark 2 of 12")


def test_standard_input_is_read_while_the_keyboard_stays_with_the_screen() -> None:
    command = f'printf "A headline\\n\\nThree people came.\\n" | {" ".join(PULLQUOTE)} -'
    with Terminal(("sh", "-c", command), ENVIRON) as terminal:
        terminal.wait_for("A headline")
        terminal.send("q")
        assert terminal.wait_for_end() == 0


def test_what_could_not_be_read_is_said_once_more_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with Terminal((*PULLQUOTE, GIVEN, str(tmp_path / "empty.txt")), ENVIRON) as terminal:
        terminal.wait_for("empty.txt: is empty")
        terminal.send("q")
        assert terminal.wait_for_end() == 1
        assert "empty.txt: is empty" in terminal.text


def test_a_draft_is_checked_on_the_screen_and_leads_to_its_source_and_back(tmp_path: Path) -> None:
    library, draft = str(tmp_path / "library.sqlite"), tmp_path / "draft.txt"
    subprocess.run(
        (*PULLQUOTE, "add", "--library", library, GIVEN),
        env={**os.environ, **ENVIRON},
        check=True,
        capture_output=True,
    )
    draft.write_text(
        "My page\n\nSyria's delegation called it “provocative”.\n\nIn all 9,431 cows flew."
    )
    command = (*PULLQUOTE, "check", str(draft), "--screen", "--library", library)
    with Terminal(command, ENVIRON) as terminal:
        terminal.wait_for("1 of 2 in doubt")
        terminal.wait_for("✓ Syria's delegation")
        terminal.wait_for("N before")
        terminal.send("n")
        terminal.wait_for("Finding 1 of 2, word for word")
        terminal.send("\r")
        terminal.wait_for("q goes back to My page")
        terminal.send("q")
        terminal.wait_for("Finding|1 of 2 in doubt")
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0


def test_sixteen_colours_still_tell_the_marks_apart() -> None:
    environ = {**ENVIRON, "TERM": "xterm-16color", "COLORTERM": ""}
    with Terminal((*PULLQUOTE, GIVEN), environ, rows=60) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        terminal.rest()
        quoted, claimed, plain = (
            terminal.style_of(words) for words in ('"unprecedented"', "250", "Wednesday")
        )
        assert len({quoted, claimed, plain}) == 3
        assert claimed.bold
        assert not quoted.bold


def test_nothing_is_left_running_when_it_is_killed() -> None:
    with Terminal((*PULLQUOTE, GIVEN), ENVIRON) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        helpers = terminal.children()
        assert helpers
        os.kill(terminal.pid, 9)
        terminal.wait_for_end()
        assert not psutil.wait_procs(helpers, timeout=10)[1]


def test_it_ends_where_its_terminal_is_gone_and_nobody_says_so() -> None:
    deaf = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh", *PULLQUOTE, GIVEN)
    with Terminal(deaf, ENVIRON) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        helpers = terminal.children()
        terminal.hang_up()
        assert psutil.Process(terminal.pid).wait(timeout=10) is not None
        assert not psutil.wait_procs(helpers, timeout=10)[1]


def test_no_color_sends_no_colour_whatever_the_theme(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[reading]\ntheme = "nord"\n', encoding="utf-8")
    environ = {**ENVIRON, "NO_COLOR": "1", "PULLQUOTE_CONFIG": str(tmp_path / "config.toml")}
    with Terminal((*PULLQUOTE, GIVEN), environ) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        for keys in ("?", "q", "\x10", "\x1b", "\rn"):
            press(terminal, keys)
        coloured = [code for codes in SGR.findall(terminal.raw) for code in _colours(codes)]
    assert coloured == []


def _colours(codes: bytes) -> list[int]:
    """Return what in a sequence of attributes is a colour; 39 and 49 are the terminal's own."""
    numbers = [int(code) for code in codes.split(b";") if code]
    return [n for n in numbers if (30 <= n <= 48 and n != 39) or 90 <= n <= 107]


def test_mistakes_in_the_configuration_are_said_before_the_screen_opens(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nsearch = "n"\n', encoding="utf-8")
    with Terminal((*PULLQUOTE, GIVEN), {**ENVIRON, "PULLQUOTE_CONFIG": str(path)}) as terminal:
        assert terminal.wait_for_end() == 2
        assert "config.toml, line 2: “n” would do two things in the list" in terminal.text
        assert b"\x1b[?1049h" not in terminal.raw


def test_without_the_mouse_the_terminal_keeps_its_own_selection(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[reading]\nmouse = false\n", encoding="utf-8")
    with Terminal((*PULLQUOTE, GIVEN), {**ENVIRON, "PULLQUOTE_CONFIG": str(path)}) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        assert MOUSE not in terminal.raw


ACTS = (
    "\x1b]52;c;T1dORUQ=\x07",
    "\x1b]0;OWNED\x07",
    "\x1b[38;5;123m",
    "\x1bPq#0\x1b\\",
    "\x9b38;5;123m",
    "\u202e",
    "\u2066",
    "\u200b",
    "[blink]",
    "[@click=app.quit]x[/]",
)
HARMFUL = tuple(
    one.encode()
    for one in ("\x1b]52;c;T1d", "OWNED\x07", "\x1b[38;5;123m", "\x1bPq", *"\x9b\u202e\u2066\u200b")
)


def test_nothing_that_acts_on_a_terminal_reaches_it_from_any_field(tmp_path: Path) -> None:
    acts = "".join(ACTS)
    said = f'"We were{acts} asked", said Ida{acts} Holm. They lost about{acts} 40 boats{acts}.'
    fields = {
        "title": f"Tit{acts}le",
        "text": f"{said}\n\n" * 6,
        "source": f"Sou{acts}rce",
        "url": f"https://mara.example/{acts}",
        "published": f"2026-01-01{acts}",
        "id": acts,
        "tags": [acts],
        "author": acts,
    }
    (tmp_path / f"gone{acts.replace('/', '')}").mkdir()
    articles = tmp_path / "articles.jsonl"
    articles.write_text(json.dumps(fields) + "\n", encoding="utf-8")
    gone = str(tmp_path / f"{acts.replace('/', '')}.txt")
    with Terminal((*PULLQUOTE, str(articles), gone), ENVIRON) as terminal:
        see_all(
            terminal,
            "\rn|n|f|n|y|Y|V|j|\x1b|w|\x03|M|\x03|o|\t|jjj\r|/Ida\r|?|\x03|\x10Ida|\x1b|K|s",
        )


def press(terminal: Terminal, keys: str) -> None:
    """Press keys and wait for what they do; Escape may be the beginning of a key for 0.1 s."""
    terminal.send(keys)
    if keys == "\x1b":
        terminal.settle(0.15)
    terminal.rest()


def see_all(terminal: Terminal, keys_of_all: str) -> None:
    """Press keys that show everything of an article; none of ACTS may get through.

    None of them is `q`, and boxes are closed by Ctrl+c: on a slow machine they could come when they
    leave the program.
    """
    terminal.wait_for(" Tit")
    terminal.wait_for(r"quotes, \d+ claims|figures")
    for keys in keys_of_all.split("|"):
        press(terminal, keys)
    terminal.settle(0.15)
    assert psutil.Process(terminal.pid).status() != psutil.STATUS_ZOMBIE, "it has left"
    assert b"[blink]" in terminal.raw
    assert [harm for harm in HARMFUL if harm in terminal.raw] == []


# As they are, as XML has them, and as the HTML in the XML has them; the last are well-formed.
WRITTEN = (
    escape("".join(ACTS)),
    *("".join(f"{before}#{ord(sign)};" for sign in "".join(ACTS)) for before in ("&", "&amp;")),
)
HOSTILE_FEED = """\
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Sou{0}rce</title><link>http://mara.example/{0}</link><description>{0}</description>
<language>en{0}</language><generator>{0}</generator>
<item><title>Tit{0}le</title><link>http://mara.example/1{0}</link><guid>1{0}</guid>
<author>{0}</author><dc:creator>Ida{0}</dc:creator><category>{0}</category>
<pubDate>Thu, 01 Jan 2026 00:00:00 GMT{0}</pubDate><description>Told{0}.</description>
<content:encoded>{1}</content:encoded></item></channel></rss>"""


@pytest.mark.parametrize("acts", WRITTEN)
def test_nothing_that_acts_on_a_terminal_reaches_it_from_any_field_of_a_feed(
    tmp_path: Path, acts: str
) -> None:
    said = f'"We were{acts} asked", said Ida{acts} Holm. They lost about{acts} 40 boats{acts}.'
    body = escape(f'<p>{said}</p><h2>Ga{acts}le</h2><a href="http://x.example/{acts}">{acts}</a>')
    feed = HOSTILE_FEED.format(acts, body.replace("&amp;", "&") * 6).encode()
    environ = {**ENVIRON, "PULLQUOTE_LIBRARY": str(tmp_path / "library.sqlite")}
    with served({"/feed": answer(feed, Content_Type="application/rss+xml")}) as web:
        add = (*PULLQUOTE, "add", web.url("/feed"))
        assert subprocess.run(add, env={**os.environ, **environ}, check=False).returncode == 0
        with Terminal(PULLQUOTE, environ) as terminal:
            see_all(
                terminal,
                "\rn|f|n|y|Y|j|w|\x03|M|\x03|t|\x03|\t|jj\r|/Ida\r|\x10Ida|\x1b|F|e|\x03|K|s|R",
            )


# Without flags, joined emoji and signs made colourful: terminals differ on how wide those are.
WIDE_SIGNS = "漢字の船 👍 🙂 cafe\u0301 שלום سلام 한국 end of it. "


def test_no_cell_is_stale_behind_signs_of_any_width(tmp_path: Path) -> None:
    """What rolling has left on the screen is what a terminal gets that is painted anew."""
    path = tmp_path / "wide.txt"
    path.write_text("Wide 漢字\n\n" + "\n\n".join(
        f"{number} {WIDE_SIGNS * (1 + number % 4)}" for number in range(60)
    ), encoding="utf-8")  # fmt: skip
    with Terminal((*PULLQUOTE, str(path)), ENVIRON, 100, 24) as terminal:
        terminal.wait_for("claims|❝")
        terminal.rest()
        for keys in ("\r", "jjj", " ", "k", "v", "d"):
            press(terminal, keys)
        terminal.settle(0.15)
        before = terminal.text
        assert "漢" in before
        assert "Summary" in before
        terminal.resize(101, 24)
        terminal.settle(0.2)
        terminal.resize(100, 24)
        terminal.settle(0.3)
        assert terminal.text == before
