"""What the person did: articles read, starred, tagged, speakers named, stories put; with undo."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from reader.library.bodies import text_hash
from reader.library.corrections import correct, told_of_naming
from reader.library.database import Database
from reader.library.folding import fold
from summarize import Span

Change = Literal["read", "starred", "tagged", "named", "story", "position"]

MOST_STEPS = 200  # that can be undone

_WANTED = "(SELECT value FROM json_each(?))"


class States:
    """The states of a library's articles. Every change is one step that `undo` takes back.

    Only the articles that a change makes different belong to its step; one that changes nothing is
    no step, and neither is what nobody asked for: that an article is read once it was opened.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark_read(self, keys: Sequence[int], *, read: bool = True) -> int:
        """Mark articles as read, or unread; return how many were not."""
        return self._set("read", keys, read, f"marked {{}} as {'read' if read else 'unread'}")

    def note_opened(self, key: int) -> bool:
        """Mark an article as read since it was opened, which is no step; tell if it was unread."""
        with self._database.writing() as connection:
            row = connection.execute("SELECT read FROM states WHERE key = ?", (key,)).fetchone()
            was_unread: bool = row == (0,)
            connection.execute(f"UPDATE states SET {_SETTING['read']} WHERE key = ?", (1, key))
            return was_unread

    def unread(self) -> int:
        """Return how many articles are unread."""
        count: int = self._database.first("SELECT count(*) FROM states WHERE read = 0")[0]
        return count

    def first_unread(self, keys: Sequence[int]) -> int | None:
        """Return the first of some articles that is unread."""
        wanted = json.dumps(list(keys))
        unread = frozenset(
            self._database.column(
                f"SELECT key FROM states WHERE read = 0 AND key IN {_WANTED}", (wanted,)
            )
        )
        return next((key for key in keys if key in unread), None)

    def star(self, keys: Sequence[int], *, starred: bool = True) -> int:
        """Star articles, or take their stars; return how many changed."""
        return self._set("starred", keys, starred, f"{'starred' if starred else 'unstarred'} {{}}")

    def move_to(self, key: int, position: int) -> None:
        """Note how far an article is read, as a code point of its text.

        Moves in the same article that follow each other are one step.
        """
        with self._database.writing() as connection:
            last = connection.execute(
                "SELECT kind, key FROM steps LEFT JOIN step_values USING (step)"
                " ORDER BY step DESC LIMIT 1"
            ).fetchone()
            if last != ("position", key):
                _note(connection, "position", [key], "went on in {}", position)
            connection.execute("UPDATE states SET position = ? WHERE key = ?", (position, key))

    def tag(self, keys: Sequence[int], tag: str) -> int:
        """Give articles a tag; return how many did not have it. Case does not count."""
        return self._tag(keys, tag, there=True)

    def untag(self, keys: Sequence[int], tag: str) -> int:
        """Take a tag off articles; return how many had it."""
        return self._tag(keys, tag, there=False)

    def tags(self) -> dict[str, int]:
        """Return every tag with the number of its articles."""
        return dict(self._database.all("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag"))

    def name_speaker(self, text: str, span: Span, name: str | None) -> bool:
        """Say who said a quote, as `Corrections.correct` does; tell whether that is new."""
        hashed = text_hash(text)
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT name FROM corrections WHERE (text_hash, start, end) = (?, ?, ?)",
                (hashed, *span),
            ).fetchone()
            before = row[0] if row else None
            if name == before:
                return False
            step = _step(connection, "named")
            connection.execute(
                "INSERT INTO step_names VALUES (?, ?, ?, ?, ?)", (step, hashed, *span, before)
            )
            _describe(connection, step, told_of_naming(name))
            correct(connection, hashed, span, name)
            return True

    def undo(self, *kinds: Change) -> str | None:
        """Take back the last change, or the last of some kinds; return what it was.

        None where there is none.
        """
        wanted = json.dumps(kinds or get_args(Change))
        with self._database.writing() as connection:
            step = connection.execute(
                "SELECT step, kind, description FROM steps"
                f" WHERE kind IN {_WANTED} ORDER BY step DESC LIMIT 1",
                (wanted,),
            ).fetchone()
            if step is None:
                return None
            number, kind, description = step
            for statement in _UNDOING.get(kind, ()):
                connection.execute(statement, (number,))
            if kind == "named":
                _name_as_before(connection, number)
            elif kind == "story":
                _put_as_before(connection, number)
            connection.execute("DELETE FROM steps WHERE step = ?", (number,))
            told: str = description
            return told

    def _set(
        self, kind: Literal["read", "starred"], keys: Sequence[int], value: int, description: str
    ) -> int:
        with self._database.writing() as connection:
            changed = _note(connection, kind, keys, description, value)
            connection.execute(
                f"UPDATE states SET {_SETTING[kind]} WHERE key IN {_WANTED}",
                (value, json.dumps(list(keys))),
            )
            return changed

    def _tag(self, keys: Sequence[int], tag: str, *, there: bool) -> int:
        tag, wanted = fold(tag), json.dumps(list(keys))
        if not tag:
            return 0
        what = f"tagged {{}} with {tag}" if there else f"took from {{}} the tag {tag}"
        with self._database.writing() as connection:
            changed = _note_tag(connection, wanted, tag, there=there, description=what)
            if there:
                connection.execute(
                    f"INSERT OR IGNORE INTO tags SELECT ?, key FROM states WHERE key IN {_WANTED}",
                    (tag, wanted),
                )
            else:
                connection.execute(
                    f"DELETE FROM tags WHERE tag = ? AND key IN {_WANTED}", (tag, wanted)
                )
            return changed


# What a change sets; who marks an article either way knows what it says now.
_SETTING = {"read": "read = ?, changed = 0", "starred": "starred = ?"}

# What takes back a step of each kind: its articles get what they had.
_GIVE_BACK = """UPDATE states SET {0} = (SELECT value FROM step_values AS one
    WHERE one.step = ?1 AND one.key = states.key)
    WHERE key IN (SELECT key FROM step_values WHERE step = ?1)"""
_UNDOING: dict[str, tuple[str, ...]] = {
    **{kind: (_GIVE_BACK.format(kind),) for kind in ("read", "starred", "position")},
    "tagged": (
        """DELETE FROM tags WHERE (tag, key) IN
        (SELECT tag, key FROM step_values WHERE step = ?1 AND value = 0)""",
        "INSERT OR IGNORE INTO tags SELECT tag, key FROM step_values WHERE step = ?1 AND value = 1",
    ),
}


def _note(
    connection: sqlite3.Connection,
    kind: Literal["read", "starred", "position"],
    keys: Sequence[int],
    description: str,
    value: int,
) -> int:
    """Write down what the articles have that will not have `value` before; return how many."""
    step = _step(connection, kind)
    connection.execute(
        f"INSERT INTO step_values (step, key, value) SELECT ?, key, {kind} FROM states"
        f" WHERE {kind} <> ? AND key IN {_WANTED}",
        (step, value, json.dumps(list(keys))),
    )
    return _finish(connection, step, description)


def _note_tag(
    connection: sqlite3.Connection, wanted: str, tag: str, *, there: bool, description: str
) -> int:
    step = _step(connection, "tagged")
    connection.execute(
        "INSERT INTO step_values (step, key, tag, value) SELECT ?1, key, ?2, ?3 FROM states"
        " WHERE key IN (SELECT value FROM json_each(?4)) AND ?3 ="
        " EXISTS (SELECT 1 FROM tags WHERE tag = ?2 AND tags.key = states.key)",
        (step, tag, not there, wanted),
    )
    return _finish(connection, step, description)


def _step(connection: sqlite3.Connection, kind: Change) -> int:
    cursor = connection.execute("INSERT INTO steps (kind, description) VALUES (?, '')", (kind,))
    return cursor.lastrowid or 0


def _finish(connection: sqlite3.Connection, step: int, description: str) -> int:
    """Say what the step was, or forget one that changed nothing; forget the oldest steps."""
    count: int = connection.execute(
        "SELECT count(*) FROM step_values WHERE step = ?", (step,)
    ).fetchone()[0]
    if count:
        told = description.replace("{}", "1 article" if count == 1 else f"{count} articles", 1)
        _describe(connection, step, told)
    else:
        connection.execute("DELETE FROM steps WHERE step = ?", (step,))
    return count


def _describe(connection: sqlite3.Connection, step: int, told: str) -> None:
    """Say what a step was; forget the oldest steps."""
    connection.execute("UPDATE steps SET description = ? WHERE step = ?", (told, step))
    connection.execute("DELETE FROM steps WHERE step <= ?", (step - MOST_STEPS,))


def _name_as_before(connection: sqlite3.Connection, step: int) -> None:
    hashed, start, end, name = connection.execute(
        "SELECT text_hash, start, end, name FROM step_names WHERE step = ?", (step,)
    ).fetchone()
    correct(connection, hashed, Span(start, end), name)


def note_stories(connection: sqlite3.Connection, stories: Iterable[int], told: str) -> None:
    """Write down which articles some stories have, as a step, before the person changes that."""
    step = _step(connection, "story")
    connection.execute(
        "INSERT INTO step_stories SELECT ?, key, story, by_hand FROM story_articles"
        f" JOIN stories USING (story) WHERE story IN {_WANTED}",
        (step, json.dumps(list(stories))),
    )
    _describe(connection, step, told)


def _put_as_before(connection: sqlite3.Connection, step: int) -> None:
    """Let articles be of the stories that they were of; what came to these since stays."""
    from reader.library.story_rows import drop_empty  # a start must not pay for it

    of_step = "(SELECT key FROM step_stories WHERE step = ?1)"
    left = connection.execute(
        f"SELECT DISTINCT story FROM story_articles WHERE key IN {of_step}", (step,)
    ).fetchall()
    connection.execute(
        "INSERT INTO stories (story, by_hand) SELECT story, max(by_hand) FROM step_stories"
        " WHERE step = ? GROUP BY story"
        " ON CONFLICT (story) DO UPDATE SET by_hand = excluded.by_hand",
        (step,),
    )
    connection.execute(
        "UPDATE story_articles SET story = (SELECT story FROM step_stories AS one"
        f" WHERE one.step = ?1 AND one.key = story_articles.key) WHERE key IN {of_step}",
        (step,),
    )
    drop_empty(connection, (story for (story,) in left))
