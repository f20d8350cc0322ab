"""The people of a text: who is named, by which names, and whom a mention or a pronoun means.

A name that is wrong is worse than none: where two people could be meant, the mention stands for
itself, and a pronoun stands for nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarize.spans import Span
from summarize.speech.lexicon import Lexicon
from summarize.speech.tokens import word_class

_NAMESAKES = 8
"""How many people of one name are kept: with more, a short name means nobody in particular."""

_SMALL = "".join(filter(str.islower, map(chr, range(0x530))))
_CAPITAL = rf"\b[^\W\d_{_SMALL}][\w'’]*(?:-\w+)*"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ben|ter|zu|y)"
_JOIN = rf"[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}(?:al-|el-|bin-)?"
_PART = rf"(?:[^\W\d_{_SMALL}]\.){{0,3}}{_CAPITAL}\.?"
_NAME = re.compile(rf"{_PART}(?:{_JOIN}{_PART}){{0,6}}")
_WORD = re.compile(r"\S+")
_PERSON = re.compile(rf"{_PART}(?:{_JOIN}{_PART}){{0,3}}")
_CLITIC = re.compile(r"['’]s?$")
_GENITIVE = re.compile(r"['’]s?\s")
_APPOSED = re.compile(rf",\s(?={_CAPITAL})")
_BEGINS = re.compile(
    r"(?:^|[.!?:\n”“\"]\s*)(?:[^.!?,\n”\"]{1,120},\s)?((?:[^\W_][\w-]{0,14}\s){0,4})$"
)
_OWNS = ("'s", "’s", "s'", "s’")
_NO_NAME = frozenset("dtapbscwW")
"""Classes of words that are no part of a name, but for its beginning."""
_NEXT = re.compile(r" ([^\W\d_]+)")
_NOUN_BEFORE = re.compile(r"([\w-]{2,20}),?\s$")
_NOUN_BEHIND = re.compile(r",\s(?:a|an|the|his|her|their)\s((?:[\w-]+\s?){1,4})")


class Mention(NamedTuple):
    """A name where it stands, without its titles; `sex` is "m", "f" or "" as they tell."""

    span: Span
    names: tuple[str, ...]
    sex: str = ""
    titled: bool = False
    titles: tuple[str, ...] = ()


class Candidate(NamedTuple):
    """A person named before a pronoun; no sex where nothing tells it."""

    name: str
    at: int
    sex: str
    subject: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class People:
    """The names outside `marked` in order, and the full names for each part of a person's name."""

    text: str
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    full: dict[str, list[Mention]]
    starts: tuple[int, ...]
    marked: Sequence[Span]
    told: dict[str, str]
    """The sex of people by name, where the text has told it so far."""
    candidates: dict[int, Candidate | None]
    """Whom a pronoun could mean, by where they are named, as far as it was asked."""
    offices: dict[str, dict[str, int]]
    """Who bears a role, and where first named, once it was asked."""
    in_office: dict[str, bool]

    def named(self, mention: Span) -> str:
        """Return the fullest name of a noun phrase; what is no name stands for itself.

        A short name of two people named before is nobody's.
        """
        words = mention.cut(self.text)
        possessed = _GENITIVE.split(_head(words, self.lexicon))[-1]
        found = list(mentions_in(possessed, self.lexicon))
        if found and possessed.rstrip(".’'s").endswith(found[-1].names[-1].rstrip("s.’'")):
            name = self.fullest(found[-1], mention.start)
            if not self.lexicon.capital_nouns or found[-1].titled or self._is_known(name):
                return name
        if apposed := _APPOSED.match(self.text, mention.end, mention.end + 60):
            window = self.text[apposed.end() : apposed.end() + 60]
            bearer = next(mentions_in(window, self.lexicon), None)
            if bearer and (_is_full_name(bearer, self.lexicon) or self._names_one(words, bearer)):
                return self.fullest(bearer, mention.start)
        return _without_article(words, self.lexicon)

    def _names_one(self, words: str, bearer: Mention) -> bool:
        """Tell whether one word behind a noun phrase names it: "his wife, Irene"."""
        if self.lexicon.capital_nouns or len(bearer.names) > 1:
            return False
        return bearer.titled or self.lexicon.is_human(words.rpartition(" ")[2].lower())

    def is_person(self, name: str) -> bool:
        """Tell whether a name looks like that of a person and of no body."""
        if not _PERSON.fullmatch(name) or self.lexicon.bodies.intersection(name.lower().split()):
            return False
        if not self.lexicon.capital_nouns:
            return True
        return self.lexicon.is_given(name.partition(" ")[0]) or self._is_known(name)

    def is_subject(self, mention: Mention) -> bool:
        """Tell whether a name begins its sentence, but for titles, and is no attribute."""
        start, end = mention.span
        begins = _BEGINS.search(self.text, max(0, start - 160), start)
        if (
            begins is None
            or self.text.endswith(_OWNS, start, end)
            or any(
                self.lexicon.classes.get(word.lower(), "d") not in "dheCsI"
                for word in begins[1].split()
            )
        ):
            return False
        after = _NEXT.match(self.text, end)
        return after is None or after[1].endswith("s") or word_class(after[1], self.lexicon) != "n"

    def sex_of(self, name: str) -> str:
        """Return the sex that the titles of a person tell, or what he is called, or the name."""
        if name in self.told:
            return self.told[name]
        given, _, last = name.partition(" ")
        for mention in self.full.get(name.rpartition(" ")[2], ()):
            if mention.sex and " ".join(mention.names) in (name, last):
                return mention.sex
        for mention in self.full.get(given, ()):
            if " ".join(mention.names) == name and (sex := self.sex_beside(mention.span)):
                return sex
        return self.lexicon.sex_of_given(given)

    def sex_beside(self, name: Span) -> str:
        """Return the sex that a noun beside a name tells: "her brother Sam", "Sam, a widower"."""
        before = _NOUN_BEFORE.search(self.text, max(0, name.start - 30), name.start)
        if before and (sex := self.lexicon.sex_of_noun(before[1])):
            return sex
        after = _NOUN_BEHIND.match(self.text, name.end, name.end + 60)
        nouns = after[1].split() if after else ()
        return next(filter(None, map(self.lexicon.sex_of_noun, nouns)), "")

    def firsts(self) -> Iterator[tuple[str, Mention]]:
        """Yield each person with where he is first named."""
        seen: set[str] = set()
        for mention in self.mentions:
            name = " ".join(mention.names)
            if name not in seen and (" " in name or self.lexicon.is_given(name)):
                seen.add(name)
                if self.is_person(name):
                    yield name, mention

    def _is_known(self, name: str) -> bool:
        return any(
            " ".join(full.names) == name for full in self.full.get(name.rpartition(" ")[2], ())
        )

    def fullest(self, found: Mention, at: int) -> str:
        """Return the fullest name of the one person that a name at `at` means, or nothing.

        A surname goes before a given name, and who was named before it before who comes later.
        """
        bearers = [
            full
            for full in self.full.get(found.names[-1], ())
            if set(found.names) <= set(full.names) and _agree(found.sex, self._told(full))
        ]
        bearers = [full for full in bearers if full.names[-1] == found.names[-1]] or bearers
        bearers = [full for full in bearers if full.span.start < at] or bearers
        bearers = self._apart(bearers)
        if len({(full.names[0], full.names[-1]) for full in bearers}) > 1:
            return ""
        longest = max((full.names for full in bearers), key=len, default=found.names)
        return " ".join(longest)

    def _apart(self, bearers: list[Mention]) -> list[Mention]:
        """Return those of one surname who may be different people.

        A shorter form is no other person; nor is a run of words that is only perhaps a name, where
        a person was named before it.
        """
        if len(bearers) < 2:
            return bearers
        apart = [full for full in bearers if not _is_part(full, bearers)]
        first = min(apart, key=lambda full: full.span.start)
        if first.titled or self.lexicon.is_given(first.names[0]):
            apart = [
                full
                for full in apart
                if full is first or full.titled or self.lexicon.is_given(full.names[0])
            ]
        return apart

    def _told(self, full: Mention) -> str:
        return full.sex or self.lexicon.sex_of_given(full.names[0])


def _head(words: str, lexicon: Lexicon) -> str:
    """Return a noun phrase up to the first preposition, comma or bracket."""
    kept: list[str] = []
    for word in words.split():
        if kept and (
            word.startswith("(") or lexicon.classes.get(word.lower(), "") in ("i", "o", "W", "D")
        ):
            break
        kept.append(word)
        if word.endswith(","):
            break
    return " ".join(kept)


def _is_part(name: Mention, others: Sequence[Mention]) -> bool:
    """Tell whether a name is a shorter form: "Van Horne" of "Cecily Van Horne", Ken of Kenneth."""
    given, size = name.names[0], len(name.names)
    return any(
        (size < len(other.names) and other.names[-size:] == name.names)
        or (given != other.names[0] and other.names[0].startswith(given) and len(given) > 2)
        for other in others
    )


def _agree(sex: str, other: str) -> bool:
    return not sex or not other or sex == other


def _without_article(words: str, lexicon: Lexicon) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and lexicon.classes.get(first.lower()) in ("d", "D") else words


def people(text: str, lexicon: Lexicon, marked: Sequence[Span]) -> People:
    """Return the people that `text` names outside of the spans `marked`."""
    mentions: list[Mention] = []
    full: dict[str, list[Mention]] = {}
    read: dict[str, list[Mention]] = {}
    at = 0
    for marks in [*marked, Span(len(text), len(text))]:
        for match in _NAME.finditer(text, at, marks.start):
            run = match.group()
            if run.isalpha():  # one plain word, as most are
                if run not in read:
                    read[run] = list(_names(run, lexicon))
                if known := read[run]:
                    mentions.append(Mention(Span(*match.span()), known[0].names))
                continue
            new = run not in read
            if new:
                read[run] = list(_names(run, lexicon))
            for found in read[run]:
                first, end = found.span
                span = Span(match.start() + first, match.start() + end)
                mention = Mention(span, found.names, found.sex, found.titled, found.titles)
                mentions.append(mention)
                if new and _is_full_name(mention, lexicon):
                    for name in {mention.names[0], mention.names[-1]}:
                        _add(full.setdefault(name, []), mention)
        at = marks.end
    starts = tuple(mention.span.start for mention in mentions)
    return People(text, lexicon, tuple(mentions), full, starts, marked, {}, {}, {}, {})


def _is_full_name(mention: Mention, lexicon: Lexicon) -> bool:
    if not 2 <= len(mention.names) <= 4:
        return False
    small = {name.lower() for name in mention.names}
    if lexicon.bodies & small:
        return False
    if any(lexicon.classes.get(name) in _NO_NAME for name in small - {mention.names[0].lower()}):
        return False
    return not lexicon.capital_nouns or mention.titled or lexicon.is_given(mention.names[0])


def _add(known: list[Mention], mention: Mention) -> None:
    if len(known) < _NAMESAKES and all(
        (mention.names, mention.sex) != (other.names, other.sex) for other in known
    ):
        known.append(mention)


def mentions_in(words: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names in `words`, with spans into it."""
    for match in _NAME.finditer(words):
        for found in _names(match.group(), lexicon):
            start = match.start() + found.span.start
            yield found._replace(span=Span(start, match.start() + found.span.end))


def _names(run: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names in a run of capitalised words, cut at titles and at stops.

    Titles and words that only begin a sentence are no part of them. Spans are into `run`.
    """
    if run.isalpha():  # one plain word, as most are
        if run.lower() not in lexicon.classes and not lexicon.is_title(run.lower()):
            yield Mention(Span(0, len(run)), (run,), "", titled=False)
        return
    names: list[str] = []
    titles: list[str] = []
    sex, start = "", 0
    for token in _WORD.finditer(run):
        word = token.group().rstrip(".")
        small = word.lower()
        title = lexicon.is_title(small)
        owner = word.endswith(("'s", "’s"))
        if owner and token.end() == len(run) and (names or small[:-2] not in lexicon.classes):
            names.append(word)  # its clitic is cut below
        elif title or owner:
            names.clear()
            titles = [*titles, small] if title else []
            sex = "m" if small in lexicon.male else "f" if small in lexicon.female else sex
        elif names or small not in lexicon.classes:
            names.append(token.group() if len(word) == 1 or "." in word else word)
        stops = token.group().endswith(".") and len(word) > 1 and "." not in word
        if stops and small not in lexicon.abbreviations and token.end() < len(run):
            if names:
                span = Span(start, token.end() - 1)
                yield Mention(span, tuple(names), sex, bool(titles), tuple(titles))
            names, titles, sex, start = [], [], "", token.end() + 1
    if names:
        names[-1] = _CLITIC.sub("", names[-1])
        yield Mention(Span(start, len(run)), tuple(names), sex, bool(titles), tuple(titles))
