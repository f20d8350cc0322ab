"""The whole program in a pseudo-terminal, as a person runs it."""

import os
import re
import sys
from pathlib import Path

import psutil
from terminal import Terminal

ROOT = Path(__file__).parents[1]
GIVEN = str(ROOT / "seeds" / "000_b506715465361b2e.txt")
PULLQUOTE = (sys.executable, "-m", "reader.cli")
ENVIRON = {"PYTHONPATH": str(ROOT), "TMUX": "", "DISPLAY": "", "SSH_TTY": "/dev/null"}
SGR = re.compile(rb"\x1b\[([0-9;]*)m")


def test_it_opens_on_the_samples_and_q_leaves() -> None:
    with Terminal(PULLQUOTE, ENVIRON) as terminal:
        terminal.wait_for("Ferry horror")
        terminal.wait_for("❝")
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


def test_sixteen_colours_still_tell_the_marks_apart() -> None:
    environ = {**ENVIRON, "TERM": "xterm-16color", "COLORTERM": ""}
    with Terminal((*PULLQUOTE, GIVEN), environ, rows=60) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        terminal.settle()
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


def test_no_color_sends_no_colour_whatever_the_theme(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[reading]\ntheme = "nord"\n', encoding="utf-8")
    environ = {**ENVIRON, "NO_COLOR": "1", "PULLQUOTE_CONFIG": str(tmp_path / "config.toml")}
    with Terminal((*PULLQUOTE, GIVEN), environ) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        for keys in ("?", "q", "\x10", "\x1b", "\rn"):
            terminal.send(keys)
            terminal.settle()
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
        assert b"\x1b[?1000h" not in terminal.raw
    with Terminal((*PULLQUOTE, GIVEN), ENVIRON) as terminal:
        terminal.wait_for("6 quotes, 6 claims")
        assert b"\x1b[?1000h" in terminal.raw
