"""Problem: what went wrong, where, and what to do, as one sentence for a person."""


class Problem(Exception):  # noqa: N818 - the term that the program and its messages use
    """Something that the person must know of: `where` names it, `sentence` says it all."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(where, sentence)
        self.where = where
        self.sentence = sentence

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"
