"""Build the wheel, install it in an empty environment and open the reader from there."""

import os
import pty
import subprocess
import sys
import time
import venv
from fcntl import ioctl
from pathlib import Path
from select import select
from struct import pack
from tempfile import TemporaryDirectory
from termios import TIOCSWINSZ
from zipfile import ZipFile

import pyte

ROOT = Path(__file__).parents[1]
GIVEN = "000_b506715465361b2e.txt"
NOT_SHIPPED = {GIVEN, "NOTICE"}
FIRST_TITLE = "Ferry horror: 17 dead"  # of the first sample; a narrow list cuts what follows
COLUMNS, LINES = 120, 40
PATIENCE = 60.0  # seconds for the first screen, and again for leaving


def main() -> None:
    """Do all of it in a temporary folder and say in one line what was done."""
    with TemporaryDirectory(prefix="pullquote-wheel-") as folder:
        wheel = build(Path(folder))
        check_contents(wheel)
        command = install(wheel, Path(folder, "venv"))
        seconds = open_and_leave(command, Path(folder))
        size = wheel.stat().st_size // 1024
        print(  # noqa: T201 - a script
            f"{wheel.name}, {size} KB: holds our samples only, installs in an empty environment,"
            f" shows {FIRST_TITLE!r} after {seconds:.1f} s and leaves on q"
        )


def build(folder: Path) -> Path:
    """Return the wheel of this checkout."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    return wheel


def check_contents(wheel: Path) -> None:
    """See that the wheel holds our samples and the language data, and not the given article."""
    names = ZipFile(wheel).namelist()
    shipped = {name.removeprefix("reader/seeds/") for name in names if "/seeds/" in name}
    ours = {path.name for path in (ROOT / "seeds").iterdir()} - NOT_SHIPPED
    if shipped != ours:
        raise SystemExit(f"{wheel.name} holds the samples {sorted(shipped)}, not {sorted(ours)}")
    if any(GIVEN in name for name in names):
        raise SystemExit(f"{wheel.name} holds the given article, which is not ours")
    for data in (ROOT / "summarize" / "languages").rglob("*.toml"):
        if data.relative_to(ROOT).as_posix() not in names:
            raise SystemExit(f"{wheel.name} lacks {data.relative_to(ROOT)}")


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel in an empty environment and return its command."""
    venv.create(folder, with_pip=True)
    run(str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", str(wheel))
    return folder / "bin" / "pullquote"


def run(*command: str) -> None:
    """Run a command in a clean environment; where it fails, stop with what it said."""
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=clean_environ(),
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}")


def clean_environ() -> dict[str, str]:
    """Return an environment in which this checkout cannot be found."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "TERM": "xterm-256color", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def open_and_leave(command: Path, folder: Path) -> float:
    """Open the reader in a terminal, wait for the first sample, press q; return the wait."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, pack("HHHH", LINES, COLUMNS, 0, 0))
    started = time.monotonic()
    with subprocess.Popen(
        (str(command),),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=clean_environ(),
        start_new_session=True,
    ) as reader:
        os.close(theirs)
        try:
            shown = wait_for(FIRST_TITLE, ours, started)
            os.write(ours, b"q")
            status = leave(reader, ours)
        finally:
            reader.kill()
            os.close(ours)
    if status:
        raise SystemExit(f"{command} left with status {status}")
    return shown


def wait_for(words: str, terminal: int, started: float) -> float:
    """Return how long it took until the screen showed `words`."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    while time.monotonic() - started < PATIENCE:
        stream.feed(read(terminal))
        if any(words in line for line in screen.display):
            return time.monotonic() - started
    lines = "\n".join(line.rstrip() for line in screen.display)
    raise SystemExit(f"the first screen does not show {words!r}:\n{lines}")


def leave(reader: "subprocess.Popen[bytes]", terminal: int) -> int:
    """Return the status that the reader leaves with, reading what it still writes."""
    end = time.monotonic() + PATIENCE
    while reader.poll() is None and time.monotonic() < end:
        read(terminal)
    if reader.returncode is None:
        raise SystemExit("the reader does not leave on q")
    return reader.returncode


def read(terminal: int) -> bytes:
    """Return what comes from the terminal within a moment, if anything."""
    ready, _, _ = select([terminal], [], [], 0.1)
    try:
        return os.read(terminal, 65536) if ready else b""
    except OSError:  # Linux says so when the other side has left
        return b""


if __name__ == "__main__":
    main()
