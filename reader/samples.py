"""The sample articles that come with the program."""

from pathlib import Path


def folder() -> Path:
    """Return the folder of the samples: in the installed package, or in a checkout beside it."""
    package = Path(__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"
