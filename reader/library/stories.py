"""Stories: which articles are of one event, as found and as the person put them."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reader.library.comparisons import Kept, packed, unpacked
from reader.library.database import Database
from reader.library.states import note_stories
from reader.problems import Problem
from summarize import Span

PAGE = 50  # articles that are grouped in one transaction

Picks = tuple[tuple[int, Span], ...]


class StoryMember(NamedTuple):
    """An article of a story: its key, and when it counts as published (seconds since 1970)."""

    key: int
    dated: int


class NearStory(NamedTuple):
    """A story that another may be joined with: its number, newest headline and outlet."""

    story: int
    title: str
    outlet: str


class Stories:
    """The stories of a library.

    An article that comes may show several stories to be one, or a story to be two. What was split
    or joined by hand stays so.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def ungrouped(self) -> list[int]:
        """Return the articles that have no story yet, in the order of their dates."""
        return list(
            self._database.column(
                "SELECT key FROM articles WHERE key NOT IN (SELECT key FROM story_articles)"
                " ORDER BY dated, key"
            )
        )

    def missing(self, limit: int, before: int | None = None) -> list[int]:
        """Return the newest articles that have no story yet, newest first.

        `before` is the last key of the page before this one.
        """
        older = "" if before is None else (
            " AND (dated, key) < (SELECT dated, key FROM articles WHERE key = :before)"
        )  # fmt: skip
        return list(
            self._database.column(
                "SELECT key FROM articles WHERE NOT EXISTS"
                " (SELECT 1 FROM story_articles AS told WHERE told.key = articles.key)"
                f"{older} ORDER BY dated DESC, key DESC LIMIT :limit",
                {"before": before, "limit": limit},
            )
        )

    def group(self, keys: Sequence[int]) -> Iterator[int]:
        """Give articles their stories; yield how many are done. What is done stays done."""
        from reader.library.story_rows import group  # a start must not pay for it

        for start in range(0, len(keys), PAGE):
            with self._database.writing() as connection:
                group(connection, keys[start : start + PAGE])
            yield min(start + PAGE, len(keys))

    def newest(self, keys: Sequence[int] | None = None) -> list[int]:
        """Return the stories of several articles, those with the newest article first.

        With `keys` only those that one of these articles is in.
        """
        among = "" if keys is None else (
            "WHERE story IN (SELECT story FROM story_articles"
            " WHERE key IN (SELECT value FROM json_each(?)))"
        )  # fmt: skip
        return list(
            self._database.column(
                f"SELECT story FROM story_articles {among} GROUP BY story HAVING count(*) > 1"
                " ORDER BY max(dated) DESC, story DESC",
                () if keys is None else (json.dumps(list(keys)),),
            )
        )

    def members(self, story: int) -> tuple[StoryMember, ...]:
        """Return the articles of a story in the order of their dates; none if there is no such."""
        rows = self._database.all(
            "SELECT key, dated FROM story_articles WHERE story = ? ORDER BY dated, key", (story,)
        )
        return tuple(StoryMember(*row) for row in rows)

    def of(self, key: int) -> int | None:
        """Return the story of an article, None while it has none."""
        row = self._database.first("SELECT story FROM story_articles WHERE key = ?", (key,))
        return row[0] if row else None

    def near(self, story: int) -> list[NearStory]:
        """Return the stories of about the same days, those that share most names with it first."""
        from reader.library.story_rows import NEAR

        return [NearStory(*row) for row in self._database.all(NEAR, (story,))]

    def split(self, keys: Sequence[int]) -> int:
        """Let some articles be a story of their own, a step that `undo` takes back; return it.

        Raises Problem where none of them has a story any more.
        """
        from reader.library.story_rows import drop_empty, keep_by_hand, move, new_story

        with self._database.writing() as connection:
            of = {key: story for key in keys if (story := self.of(key)) is not None}
            if not of:
                raise Problem(str(self._database.path), "there is nothing left to split off")
            what = "1 article" if len(of) == 1 else f"{len(of)} articles"
            note_stories(connection, of.values(), f"split off {what}")
            story = new_story(connection)
            move(connection, list(of), story)
            keep_by_hand(connection, (story, *of.values()))
            drop_empty(connection, of.values())
            return story

    def join(self, stories: Sequence[int]) -> int:
        """Let several stories be one, and return it: the oldest of them. It is a step, too."""
        from reader.library.story_rows import join, keep_by_hand

        with self._database.writing() as connection:
            note_stories(connection, stories, f"joined {len(set(stories))} stories")
            story = join(connection, stories)
            keep_by_hand(connection, [story])
        return story

    def summary(self, story: int, made_of: str) -> Picks | None:
        """Return the summary that was kept of a story, if it was made of the same."""
        row = self._database.first(
            "SELECT summary FROM stories WHERE story = ? AND summed_of = ?", (story, made_of)
        )
        return tuple((key, Span(*span)) for key, *span in json.loads(row[0])) if row else None

    def keep_summary(self, story: int, made_of: str, picks: Picks) -> None:
        """Keep a summary: the keys and spans of its sentences, and what it was made of."""
        told = json.dumps([(key, *span) for key, span in picks])
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE stories SET summary = ?, summed_of = ? WHERE story = ?",
                (told, made_of, story),
            )

    def comparisons(self, story: int, made_of: str) -> Kept | None:
        """Return what was found that a story counts, if it was made of the same."""
        row = self._database.first(
            "SELECT compared FROM stories WHERE story = ? AND compared_of = ?", (story, made_of)
        )
        return unpacked(row[0]) if row else None

    def keep_comparisons(self, story: int, made_of: str, found: Kept) -> None:
        """Keep what was found that a story counts, and what it was made of then."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE stories SET compared = ?, compared_of = ? WHERE story = ?",
                (packed(found), made_of, story),
            )

    def is_compared(self, story: int, engine: str) -> bool:
        """Tell whether comparisons are kept of a story as it is now."""
        row = self._database.first("SELECT compared_of FROM stories WHERE story = ?", (story,))
        return bool(row) and row[0] == self.made_of(story, engine)

    def made_of(self, story: int, engine: str) -> str:
        """Return what tells one state of a story from another: its articles, texts and digests.

        `engine` is the version by which it is summed up and compared.
        """
        rows = self._database.all(
            "SELECT key, shown, coalesce(engine, '-') FROM story_articles JOIN articles USING (key)"
            " LEFT JOIN digests USING (key) WHERE story = ? ORDER BY key",
            (story,),
        )
        return " ".join((engine, *map(str, chain.from_iterable(rows))))
