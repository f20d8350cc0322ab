"""The people of a text: who is named, by which names, and whom a mention or a pronoun means.

A name that is wrong is worse than none: where two people could be meant, the mention stands for
itself, and a pronoun stands for nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarize.spans import Span
from summarize.speech.lexicon import Lexicon
from summarize.speech.tokens import word_class

_REACH = 700
"""Code points before a pronoun in which its person must be named."""
_NAMESAKES = 8
"""How many people of one name are kept: with more, a short name means nobody in particular."""

_SMALL = "".join(filter(str.islower, map(chr, range(0x530))))
_CAPITAL = rf"\b[^\W\d_{_SMALL}][\w'’]*(?:-\w+)*"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ben|ter|zu|y)"
_JOIN = rf"[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}(?:al-|el-|bin-)?"
_NAME = re.compile(rf"{_CAPITAL}\.?(?:{_JOIN}{_CAPITAL}\.?){{0,6}}")
_WORD = re.compile(r"\S+")
_PERSON = re.compile(rf"{_CAPITAL}\.?(?:{_JOIN}{_CAPITAL}\.?){{0,3}}")
_CLITIC = re.compile(r"['’]s?$")
_GENITIVE = re.compile(r"['’]s?\s")
_APPOSED = re.compile(rf",\s(?={_CAPITAL}[ \u00a0]{_CAPITAL})")
_BEGINS = re.compile(
    r"(?:^|[.!?:\n”“\"]\s*)(?:[^.!?,\n”\"]{1,120},\s)?((?:[^\W_][\w-]{0,14}\s){0,4})$"
)
_STOP = re.compile(r"[.!?\n]")
_BREAK = re.compile(r"\n\s*")
_NEXT = re.compile(r" ([^\W\d_]+)")


class Turn(NamedTuple):
    """Who spoke last, by name, and where those words end."""

    name: str = ""
    end: int = 0


class Mention(NamedTuple):
    """A name where it stands, without its titles; `sex` is "m", "f" or "" as they tell."""

    span: Span
    names: tuple[str, ...]
    sex: str
    titled: bool


@dataclass(frozen=True, slots=True)
class People:
    """The names outside marks in order, and the full names for each part of a person's name."""

    text: str
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    full: dict[str, list[Mention]]
    starts: tuple[int, ...]

    def named(self, mention: Span) -> str:
        """Return the fullest name of a noun phrase; what is no name stands for itself."""
        words = mention.cut(self.text)
        possessed = _GENITIVE.split(_head(words, self.lexicon))[-1]
        found = list(_mentions(possessed, self.lexicon))
        if found and possessed.rstrip(".’'s").endswith(found[-1].names[-1].rstrip("s.’'")):
            name = self._fullest(found[-1])
            if not self.lexicon.capital_nouns or found[-1].titled or self._is_known(name):
                return name
        if apposed := _APPOSED.match(self.text, mention.end, mention.end + 60):
            window = self.text[apposed.end() : apposed.end() + 60]
            bearer = next(_mentions(window, self.lexicon), None)
            if bearer and _is_full_name(bearer, self.lexicon):
                return " ".join(bearer.names)
        return _without_article(words, self.lexicon)

    def stands_for(self, pronoun: Span, turn: Turn) -> str:
        """Return the name of the person that a pronoun means, or "".

        That is the subject of the nearest sentence with one since the last `turn`, else who had
        that turn if nobody else was named since, else the nearest subject before it. It must agree
        in sex; where the nearest is a name of several people, or of unknown sex, or where somebody
        else is named in a later sentence, it is nobody.
        """
        sex = self.lexicon.pronoun_sex.get(pronoun.cut(self.text).lower())
        if sex is None:
            return ""
        other: tuple[Mention, str] | None = None
        goes_on = self._is_person(turn.name) and self._sex_of(turn.name) in ("", sex)
        for mention in self._before(pronoun.start):
            if goes_on and mention.span.start < turn.end:
                break
            name = self._person(mention)
            told = self._sex_of(name) if name else ""
            if not self._is_subject(mention):
                goes_on = goes_on and name in ("", turn.name)
                if name and told in ("", sex):
                    other = other or (mention, name)
                continue
            if told == sex or (name and name == turn.name):
                return "" if other and self._rivals(mention, name, *other) else name
            if not told and (name or mention.names[-1] in self.full):
                return ""
        between = self.text[turn.end : pronoun.start] if goes_on else ""
        return turn.name if goes_on and len(_BREAK.findall(between[:_REACH])) <= 1 else ""

    def _rivals(self, subject: Mention, name: str, other: Mention, other_name: str) -> bool:
        """Tell whether somebody else is named in a later sentence than the subject."""
        between = self.text[subject.span.end : other.span.start]
        return name != other_name and _STOP.search(between) is not None

    def _before(self, end: int) -> Iterator[Mention]:
        first = bisect_left(self.starts, end - _REACH)
        yield from reversed(self.mentions[first : bisect_left(self.starts, end)])

    def _person(self, mention: Mention) -> str:
        name = self._fullest(mention)
        return name if mention.sex or (" " in name and self._is_person(name)) else ""

    def _is_person(self, name: str) -> bool:
        if not _PERSON.fullmatch(name) or self.lexicon.bodies.intersection(name.lower().split()):
            return False
        if not self.lexicon.capital_nouns:
            return True
        return self.lexicon.is_given(name.partition(" ")[0]) or self._is_known(name)

    def _is_subject(self, mention: Mention) -> bool:
        """Tell whether a name begins its sentence, but for titles, and is no attribute."""
        start, end = mention.span
        begins = _BEGINS.search(self.text, max(0, start - 160), start)
        if begins is None or any(
            self.lexicon.classes.get(word.lower(), "d") not in "dheC" for word in begins[1].split()
        ):
            return False
        after = _NEXT.match(self.text, end)
        return after is None or after[1].endswith("s") or word_class(after[1], self.lexicon) != "n"

    def _sex_of(self, name: str) -> str:
        """Return the sex that the titles of a person tell, or else the given name."""
        given, _, last = name.partition(" ")
        for mention in self.full.get(name.rpartition(" ")[2], ()):
            if mention.sex and " ".join(mention.names) in (name, last):
                return mention.sex
        if given.lower() in self.lexicon.given_male:
            return "m"
        return "f" if given.lower() in self.lexicon.given_female else ""

    def _is_known(self, name: str) -> bool:
        return any(
            " ".join(full.names) == name for full in self.full.get(name.rpartition(" ")[2], ())
        )

    def _fullest(self, found: Mention) -> str:
        own = " ".join(found.names)
        known = {
            " ".join(full.names)
            for full in self.full.get(found.names[-1], ())
            if _is_part(found.names, full.names) and _agree(found.sex, full.sex)
        }
        return known.pop() if len(known) == 1 else own


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


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return set(short) <= set(full)


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
            if run not in read:
                read[run] = list(_names(run, lexicon))
                _remember(full, read[run], lexicon)
            for found in read[run]:
                start = match.start() + found.span.start
                span = Span(start, match.start() + found.span.end)
                mentions.append(Mention(span, found.names, found.sex, found.titled))
        at = marks.end
    starts = tuple(mention.span.start for mention in mentions)
    return People(text, lexicon, tuple(mentions), full, starts)


def _remember(
    full: dict[str, list[Mention]], mentions: Sequence[Mention], lexicon: Lexicon
) -> None:
    for mention in mentions:
        if _is_full_name(mention, lexicon):
            for name in {mention.names[0], mention.names[-1]}:
                _add(full.setdefault(name, []), mention)


def _is_full_name(mention: Mention, lexicon: Lexicon) -> bool:
    small = {name.lower() for name in mention.names}
    if not 2 <= len(mention.names) <= 4 or lexicon.bodies & small:
        return False
    return not lexicon.capital_nouns or mention.titled or lexicon.is_given(mention.names[0])


def _add(known: list[Mention], mention: Mention) -> None:
    if len(known) < _NAMESAKES and all(
        (mention.names, mention.sex) != (other.names, other.sex) for other in known
    ):
        known.append(mention)


def _mentions(words: str, lexicon: Lexicon) -> Iterator[Mention]:
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
    sex, titled, start = "", False, 0
    for token in _WORD.finditer(run):
        word = token.group().rstrip(".")
        small = word.lower()
        title = lexicon.is_title(small)
        if title or word.endswith(("'s", "’s")):
            names.clear()
            titled = title
            sex = "m" if small in lexicon.male else "f" if small in lexicon.female else sex
        elif names or small not in lexicon.classes:
            names.append(token.group() if len(word) == 1 else word)
        stops = token.group().endswith(".") and len(word) > 1
        if stops and small not in lexicon.abbreviations and token.end() < len(run):
            if names:
                yield Mention(Span(start, token.end() - 1), tuple(names), sex, titled)
            names, sex, titled, start = [], "", False, token.end() + 1
    if names:
        names[-1] = _CLITIC.sub("", names[-1])
        yield Mention(Span(start, len(run)), tuple(names), sex, titled)
