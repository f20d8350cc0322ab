"""The tables of a library, and how a file of each older version becomes one of the next."""

from typing import Final

APPLICATION: Final = 0x50756C71  # "Pulq": marks a file as ours
SEARCH_OPTIONS: Final = "tokenize = 'unicode61 remove_diacritics 2', prefix = '3'"

_TABLES = (
    # `key` is the address a feed was first subscribed by; `address` follows its moves.
    """CREATE TABLE feeds (
        feed INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        address TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        folded TEXT NOT NULL,
        folder TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('feed', 'folder')),
        full_text INTEGER NOT NULL,
        etag TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        checked_at REAL,
        next_due REAL NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        problem TEXT NOT NULL DEFAULT ''
    )""",
    """CREATE TABLE outlets (
        outlet INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        folded TEXT NOT NULL
    )""",
    "CREATE INDEX outlets_by_name ON outlets (folded, outlet)",
    # `key` is given once, in order of arrival. `known_as` is the id that an article came with:
    # another one's too where a feed gives one guid to several. `told` is the version that holds
    # its source's own words, `shown` the one that is read: the same, or the page's full text.
    """CREATE TABLE articles (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        known_as TEXT NOT NULL,
        feed INTEGER REFERENCES feeds ON DELETE SET NULL,
        guid TEXT NOT NULL,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        outlet INTEGER NOT NULL REFERENCES outlets,
        url TEXT NOT NULL,
        published TEXT NOT NULL,
        dated INTEGER NOT NULL,
        arrived REAL NOT NULL,
        edited REAL,
        minutes INTEGER NOT NULL,
        length INTEGER NOT NULL,
        teaser TEXT NOT NULL,
        told INTEGER NOT NULL,
        shown INTEGER NOT NULL
    )""",
    "CREATE INDEX twins ON articles (known_as) WHERE known_as <> id",
    "CREATE INDEX articles_by_feed ON articles (feed)",
    "CREATE INDEX articles_by_date ON articles (dated, key)",
    "CREATE INDEX articles_by_title ON articles (title_key, key)",
    "CREATE INDEX articles_by_outlet ON articles (outlet, key)",
    "CREATE INDEX articles_by_length ON articles (length, key)",
    "CREATE INDEX articles_by_edit ON articles (key) WHERE edited IS NOT NULL",
    # Narrow, so that the keys of all articles are read in no time.
    """CREATE TABLE states (
        key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        position INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX states_by_read ON states (read, key DESC)",
    "CREATE INDEX stars ON states (key) WHERE starred",
    """CREATE TABLE tags (
        tag TEXT NOT NULL,
        key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        PRIMARY KEY (tag, key)
    ) WITHOUT ROWID""",
    "CREATE INDEX tags_by_article ON tags (key)",
    # Narrow beside `texts`: that a version was seen again is written at every refresh.
    """CREATE TABLE versions (
        version INTEGER PRIMARY KEY,
        key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        origin TEXT NOT NULL CHECK (origin IN ('source', 'page')),
        hash BLOB NOT NULL,
        title TEXT NOT NULL,
        first_seen REAL NOT NULL,
        last_seen REAL NOT NULL,
        UNIQUE (key, origin, hash)
    )""",
    """CREATE TABLE texts (
        version INTEGER PRIMARY KEY REFERENCES versions ON DELETE CASCADE,
        text TEXT NOT NULL,
        markup TEXT NOT NULL
    )""",
    "CREATE TABLE retired (id TEXT PRIMARY KEY) WITHOUT ROWID",
)

_SEARCH = (
    """CREATE VIEW shown_texts AS
        SELECT articles.key, title, text FROM articles JOIN texts ON version = shown""",
    f"""CREATE VIRTUAL TABLE search USING fts5 (
        title, text, content = 'shown_texts', content_rowid = 'key', columnsize = 0,
        {SEARCH_OPTIONS}
    )""",
    # A batch is gathered in memory and written at once, and more parts of the index may stand side
    # by side before they are merged: together a fifth faster.
    "INSERT INTO search (search, rank) VALUES ('hashsize', 33554432)",
    "INSERT INTO search (search, rank) VALUES ('automerge', 16)",
)

_DIGESTS = (
    """CREATE TABLE digests (
        key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
        engine TEXT NOT NULL,
        method TEXT NOT NULL,
        amount REAL NOT NULL,
        unit TEXT NOT NULL,
        language TEXT NOT NULL,
        sentences BLOB NOT NULL,
        furniture BLOB NOT NULL,
        picks BLOB NOT NULL,
        ranked INTEGER,
        text_hash BLOB NOT NULL,
        quotes INTEGER NOT NULL,
        claims INTEGER NOT NULL
    )""",
    "CREATE INDEX digests_by_engine ON digests (engine, key)",
    "CREATE INDEX digests_by_text ON digests (text_hash)",
    """CREATE TABLE speakers (
        speaker INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        folded TEXT NOT NULL
    )""",
    # `speaker` is the engine's finding, `said_by` the reader's word on it, else the same.
    """CREATE TABLE quotes (
        key INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
        place INTEGER NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        kind TEXT NOT NULL,
        speaker INTEGER REFERENCES speakers,
        speaker_start INTEGER,
        speaker_end INTEGER,
        inferred INTEGER,
        cue_start INTEGER,
        cue_end INTEGER,
        said_by INTEGER REFERENCES speakers,
        PRIMARY KEY (key, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX quotes_by_speaker ON quotes (said_by, key)",
    """CREATE TABLE claims (
        key INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
        place INTEGER NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        value REAL NOT NULL,
        high REAL,
        unit TEXT,
        kind TEXT NOT NULL,
        modifier TEXT,
        modifier_start INTEGER,
        modifier_end INTEGER,
        noun_start INTEGER,
        noun_end INTEGER,
        PRIMARY KEY (key, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX claims_by_unit ON claims (unit, key)",
    """CREATE TABLE corrections (
        text_hash BLOB NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (text_hash, start, end)
    ) WITHOUT ROWID""",
)

_UNDO = (
    """CREATE TABLE steps (
        step INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        description TEXT NOT NULL
    )""",
    # What each article had before the step; a tag's `value` is whether it was there.
    """CREATE TABLE step_values (
        step INTEGER NOT NULL REFERENCES steps ON DELETE CASCADE,
        key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        tag TEXT NOT NULL DEFAULT '',
        value INTEGER NOT NULL,
        PRIMARY KEY (step, key, tag)
    ) WITHOUT ROWID""",
    "CREATE INDEX step_values_by_article ON step_values (key)",
)

_STORIES = (
    # `summary` is what was picked when the story was made of `summed_of`; `by_hand` says that the
    # person joined or split it.
    """CREATE TABLE stories (
        story INTEGER PRIMARY KEY AUTOINCREMENT,
        summed_of TEXT NOT NULL DEFAULT '',
        summary TEXT NOT NULL DEFAULT '[]',
        by_hand INTEGER NOT NULL DEFAULT 0
    )""",
    # `names` and `words` are what tells which event an article is of, with their weights.
    """CREATE TABLE story_articles (
        key INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
        story INTEGER NOT NULL REFERENCES stories,
        dated INTEGER NOT NULL,
        names TEXT NOT NULL,
        words TEXT NOT NULL
    )""",
    "CREATE INDEX story_articles_by_story ON story_articles (story, dated)",
    # In how many articles each name or word is; the empty one stands for all articles.
    """CREATE TABLE story_terms (
        number INTEGER PRIMARY KEY,
        term TEXT NOT NULL UNIQUE,
        articles INTEGER NOT NULL
    )""",
    # By which terms an article of a time is found. What an article is found by goes with it by its
    # own names and words, so that no second index is needed.
    """CREATE TABLE story_postings (
        number INTEGER NOT NULL,
        dated INTEGER NOT NULL,
        key INTEGER NOT NULL,
        PRIMARY KEY (number, dated, key)
    ) WITHOUT ROWID""",
)

# `changed` says that an article got other words after it was read.
_CHANGED = (
    "ALTER TABLE states ADD COLUMN changed INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX changes ON states (key) WHERE changed",
)

# What was copied or clipped, by the id of its article; `told` says that the person knows that it
# reads otherwise there by now.
_TAKEN = (
    """CREATE TABLE taken (
        taken INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        how TEXT NOT NULL CHECK (how IN ('copied', 'clipped')),
        kind TEXT NOT NULL,
        words TEXT NOT NULL,
        speaker TEXT NOT NULL,
        at REAL NOT NULL,
        told INTEGER NOT NULL DEFAULT 0,
        UNIQUE (id, how, words)
    )""",
)

# Who had been named to have said a quote before a step; NULL where nobody was.
_NAMED = (
    """CREATE TABLE step_names (
        step INTEGER PRIMARY KEY REFERENCES steps ON DELETE CASCADE,
        text_hash BLOB NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        name TEXT
    )""",
)

# How like two articles are that hold a story together, from the side of each. What was put into a
# story before there were links counts as very like to another, of no key: nothing that is less like
# it takes it for its own.
_LINKS = (
    """CREATE TABLE story_links (
        key INTEGER NOT NULL REFERENCES story_articles ON DELETE CASCADE,
        other INTEGER NOT NULL,
        likeness REAL NOT NULL,
        PRIMARY KEY (key, other)
    ) WITHOUT ROWID""",
    """INSERT INTO story_links SELECT key, 0, 1 FROM story_articles
        WHERE story IN (SELECT story FROM story_articles GROUP BY story HAVING count(*) > 1)""",
)

# What the accounts of a story count, as it was found when the story was made of `compared_of`.
_COMPARED = (
    "ALTER TABLE stories ADD COLUMN compared_of TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE stories ADD COLUMN compared TEXT NOT NULL DEFAULT '[]'",
)

# Of which story each article was before a step, and whether the person had put that so.
_PUT = (
    """CREATE TABLE step_stories (
        step INTEGER NOT NULL REFERENCES steps ON DELETE CASCADE,
        key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        story INTEGER NOT NULL,
        by_hand INTEGER NOT NULL,
        PRIMARY KEY (step, key)
    ) WITHOUT ROWID""",
    "CREATE INDEX step_stories_by_article ON step_stories (key)",
)

Migration = tuple[str, ...]

# The statements that bring a file from version n to n + 1, at place n; the first make a new one.
MIGRATIONS: Final[tuple[Migration, ...]] = (
    (*_TABLES, *_SEARCH, *_DIGESTS, *_UNDO),
    _STORIES,
    _CHANGED,
    _TAKEN,
    _NAMED,
    _LINKS,
    _COMPARED,
    _PUT,
)
