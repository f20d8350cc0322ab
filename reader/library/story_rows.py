"""The rows of stories: what is known of which article tells which event, found and written."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from summarize.events.accounts import Account
from summarize.events.grouping import (
    MOST_POSTED,
    WINDOW,
    Linked,
    Placed,
    Placing,
    candidates,
    place,
)
from summarize.events.sketches import READ, Features, Sketch, features, sketch

_AMONG = "(SELECT value FROM json_each(?))"

# Stories with articles within the window of time of those of story ?1.
NEAR = f"""WITH
    days AS (SELECT min(dated) - {WINDOW:.0f} AS first, max(dated) + {WINDOW:.0f} AS last
        FROM story_articles WHERE story = ?1),
    terms AS (SELECT DISTINCT number FROM story_articles, json_each(names) AS one
        JOIN story_terms ON term = one.key WHERE story = ?1),
    shared AS (SELECT key, count(*) AS held FROM terms CROSS JOIN story_postings USING (number)
        WHERE dated BETWEEN (SELECT first FROM days) AND (SELECT last FROM days) GROUP BY key)
    SELECT story, title, name FROM (
        SELECT story, key, max(story_articles.dated) AS newest, coalesce(sum(held), 0) AS alike
        FROM story_articles LEFT JOIN shared USING (key)
        WHERE story <> ?1 AND story_articles.dated
            BETWEEN (SELECT first FROM days) AND (SELECT last FROM days)
        GROUP BY story ORDER BY alike DESC, newest DESC LIMIT 200
    ) JOIN articles USING (key) JOIN outlets USING (outlet) ORDER BY alike DESC, newest DESC"""


class _Shelf:
    """The articles that have their stories, as the grouping asks for them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def counts(self, terms: Iterable[str]) -> Mapping[str, float]:
        """Return how many articles have each of some terms; of all, under the empty term."""
        return dict(
            self._connection.execute(
                f"SELECT term, articles FROM story_terms WHERE term IN {_AMONG}",
                (json.dumps(list(terms)),),
            )
        )

    def near(self, sketch: Sketch) -> list[Placed]:
        """Return the articles that share most with one, within the window of time."""
        weights = dict(sketch.sought)
        shared: Counter[int] = Counter()
        for number, term in _numbers(self._connection, weights).items():
            for (key,) in self._connection.execute(
                "SELECT key FROM story_postings WHERE number = ? AND dated BETWEEN ? AND ?"
                " ORDER BY dated DESC, key DESC LIMIT ?",
                (number, sketch.time - WINDOW, sketch.time + WINDOW, MOST_POSTED),
            ):
                shared[key] += weights[term]
        rows = self._connection.execute(
            "SELECT key, story, by_hand, dated, names, words FROM story_articles"
            f" JOIN stories USING (story) WHERE key IN {_AMONG}",
            (json.dumps(candidates(shared)),),
        )
        return [
            Placed(key, Sketch.of(str(key), dated, *map(json.loads, told)), story, bool(by_hand))
            for key, story, by_hand, dated, *told in rows
        ]

    def linked(self, numbers: Iterable[int]) -> dict[int, Linked]:
        """Return where articles are among others, those that there are, by their keys."""
        found: dict[int, Linked] = {}
        for key, dated, story, other, likeness in self._connection.execute(
            "SELECT key, dated, story, other, likeness FROM story_articles"
            f" LEFT JOIN story_links USING (key) WHERE key IN {_AMONG}",
            (json.dumps(list(numbers)),),
        ):
            one = found.setdefault(key, Linked(dated, story, {}))
            if other is not None:
                one.links[other] = likeness
        return found


def group(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Give articles that have none their stories, in the transaction that is open."""
    shelf = _Shelf(connection)
    rows = connection.execute(
        "SELECT key, dated, name, title, substr(text, 1, ?) FROM articles JOIN outlets USING"
        " (outlet) JOIN texts ON version = shown"
        f" WHERE key IN {_AMONG} AND key NOT IN (SELECT key FROM story_articles)"
        " ORDER BY dated, key",
        (READ, json.dumps(list(keys))),
    ).fetchall()
    for key, dated, outlet, title, text in rows:
        account = Account(str(key), dated, outlet, title, text)
        found = features(account)
        drawn = sketch(account, found, shelf.counts(("", *found.terms)))
        placing = place(drawn, shelf)
        _insert(connection, key, drawn, found, _story(connection, placing))
        _link(connection, key, placing.links)


def _story(connection: sqlite3.Connection, placing: Placing) -> int:
    """Change stories as an article that comes does, and return the one it belongs to."""
    connection.executemany(
        "DELETE FROM story_links WHERE (key, other) IN ((?1, ?2), (?2, ?1))", placing.lost
    )
    story = join(connection, placing.joined) if placing.joined else new_story(connection)
    move(connection, placing.moved, story)
    for part in placing.apart:
        move(connection, part, new_story(connection))
    return story


def move(connection: sqlite3.Connection, keys: Sequence[int], story: int) -> None:
    """Let articles be of a story."""
    connection.executemany(
        "UPDATE story_articles SET story = ? WHERE key = ?", ((story, key) for key in keys)
    )


def _link(connection: sqlite3.Connection, key: int, links: Mapping[int, float]) -> None:
    connection.executemany(
        "INSERT INTO story_links VALUES (?1, ?2, ?3), (?2, ?1, ?3)",
        ((key, other, likeness) for other, likeness in links.items()),
    )


def join(connection: sqlite3.Connection, stories: Iterable[int]) -> int:
    """Let several stories be one, and return it: the oldest of them."""
    first, *others = sorted(set(stories))
    connection.executemany(
        "UPDATE story_articles SET story = ? WHERE story = ?", ((first, other) for other in others)
    )
    drop_empty(connection, others)
    return first


def keep_by_hand(connection: sqlite3.Connection, stories: Iterable[int]) -> None:
    """Note that the person put stories as they are, so that they are neither joined nor split."""
    connection.executemany(
        "UPDATE stories SET by_hand = 1 WHERE story = ?", ((story,) for story in stories)
    )


def new_story(connection: sqlite3.Connection) -> int:
    """Return the number of a new story."""
    story: int | None = connection.execute("INSERT INTO stories DEFAULT VALUES").lastrowid
    return story or 0


def _insert(
    connection: sqlite3.Connection, key: int, drawn: Sketch, found: Features, story: int
) -> None:
    told = (json.dumps(weights, ensure_ascii=False) for weights in (drawn.names, drawn.words))
    connection.execute(
        "INSERT INTO story_articles VALUES (?, ?, ?, ?, ?)", (key, story, int(drawn.time), *told)
    )
    connection.execute(
        "INSERT INTO story_terms (term, articles) SELECT value, 1 FROM json_each(?) WHERE true"
        " ON CONFLICT (term) DO UPDATE SET articles = articles + 1",
        (json.dumps(["", *found.terms]),),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO story_postings VALUES (?, ?, ?)",
        ((number, int(drawn.time), key) for number in _numbers(connection, drawn.posted)),
    )


def forget(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Take articles out of their stories, and the stories out that have none any more."""
    rows = connection.execute(
        f"SELECT key, story, dated, names, words FROM story_articles WHERE key IN {_AMONG}",
        (json.dumps(list(keys)),),
    ).fetchall()
    for key, _story, dated, *told in rows:
        names, words = map(json.loads, told)
        numbers = _numbers(connection, Sketch.of(str(key), dated, names, words).posted)
        connection.executemany(
            "DELETE FROM story_postings WHERE (number, dated, key) = (?, ?, ?)",
            ((number, dated, key) for number in numbers),
        )
    connection.execute(
        "DELETE FROM story_links WHERE (key, other) IN"
        f" (SELECT other, key FROM story_links WHERE key IN {_AMONG})",
        (json.dumps([row[0] for row in rows]),),
    )
    connection.executemany("DELETE FROM story_articles WHERE key = ?", ((row[0],) for row in rows))
    drop_empty(connection, {row[1] for row in rows})


def drop_empty(connection: sqlite3.Connection, stories: Iterable[int]) -> None:
    """Take those of some stories out that have no article."""
    connection.executemany(
        "DELETE FROM stories WHERE story = ?1"
        " AND NOT EXISTS (SELECT 1 FROM story_articles WHERE story = ?1)",
        ((story,) for story in stories),
    )


def _numbers(connection: sqlite3.Connection, terms: Iterable[str]) -> dict[int, str]:
    """Return the terms that are known, by their numbers."""
    return dict(
        connection.execute(
            f"SELECT number, term FROM story_terms WHERE term IN {_AMONG}",
            (json.dumps(list(terms)),),
        )
    )
