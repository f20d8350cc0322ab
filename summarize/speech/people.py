"""The people of a text: who is named, by which names, and whom a mention or a pronoun means.

A name that is wrong is worse than none: where two people could be meant, the mention stands for
itself, and a pronoun stands for nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarize.spans import Span
from summarize.speech.lexicon import Lexicon
from summarize.speech.names import CAPITAL, JOIN, PART, RUN, Mention, Names, mentions_in
from summarize.speech.tokens import word_class

_NAMESAKES = 8
"""How many people of one name are kept: with more, a short name means nobody in particular."""

_PERSON = re.compile(rf"{PART}(?:{JOIN}{PART}){{0,3}}")
_GENITIVE = re.compile(r"['’]s?\s")
_APPOSED = re.compile(rf",\s(?={CAPITAL})")
_STOPS, _PAUSES = '.!?\n”"', ":“"
_BEGINS = re.compile(r"\s*(?:[^.!?,\n”\"]{1,120},\s)?((?:[^\W_][\w-]{0,14}\s){0,4})$")
_OPENS = '([“"‘«—–'
_OWNS = ("'s", "’s", "s'", "s’")
_NO_NAME = frozenset("dtapbscwW")
"""Classes of words that are no part of a name, but for its beginning."""
_NEXT = re.compile(r" ([^\W\d_]+)")
_NOUN_BEHIND = re.compile(r",\s(?:a|an|the|his|her|their)\s((?:[\w-]+\s?){1,4})")


class Candidate(NamedTuple):
    """A person named before a pronoun; no sex where nothing tells it."""

    name: str
    at: int
    sex: str
    subject: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class People:
    """The names outside of marks, and the full names for each part of a person's name.

    `runs` are the runs of capitalised words and `starts` where they begin; what they name is read
    where it is asked for.
    """

    text: str
    plain: str
    """The text with what stands in marks blotted out, but for its last sign."""
    lexicon: Lexicon
    runs: list[str]
    starts: list[int]
    full: dict[str, list[Mention]]
    names: Names
    told: dict[str, str] = field(default_factory=dict)
    """The sex of people by name, where the text has told it so far."""
    candidates: dict[int, tuple[tuple[Span, Candidate], ...]] = field(default_factory=dict)
    """Whom a pronoun could mean, by the number of the run, as far as it was asked."""
    offices: dict[str, dict[str, int]] = field(default_factory=dict)
    """Who bears a role, and where first named, once it was asked."""
    in_office: dict[str, bool] = field(default_factory=dict)
    sentences: list[int] = field(default_factory=list)
    """Where the sentences of the text begin, once it was asked."""

    def mentions(self, run: int) -> Iterator[Mention]:
        """Return the names in the run of that number."""
        return self.names.at(self.starts[run], self.runs[run])

    def runs_before(self, end: int, reach: int) -> range:
        """Return the numbers of the runs that begin in the `reach` code points before `end`."""
        return range(bisect_left(self.starts, end - reach), bisect_left(self.starts, end))

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
        if bearer := _bearer(words, self.lexicon):
            return self.fullest(bearer, mention.start)
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
        word = self.text[max(0, start - 20) : start].rpartition(" ")[0].rpartition(" ")[2]
        if self.text[start - 1 : start] == " " and self._is_in_predicate(word):
            return False  # as most are; the rest is slower to tell
        before = self._before_in_sentence(start)
        if (
            before is None
            or self.text.endswith(_OWNS, start, end)
            or any(map(self._is_in_predicate, before))
        ):
            return False
        if self.lexicon.capital_nouns:  # no noun of which it were an attribute
            return True
        after = _NEXT.match(self.text, end)
        return after is None or after[1].endswith("s") or word_class(after[1], self.lexicon) != "n"

    def _is_in_predicate(self, word: str) -> bool:
        """Tell whether no subject follows a word at the beginning of a sentence."""
        return self.lexicon.classes.get(word.lower(), "d") not in "dheCsI"

    def _before_in_sentence(self, at: int) -> list[str] | None:
        """Return the few words from where a sentence or its main clause begins to `at`, if few."""
        least = max(0, at - 160)
        stop = max(self.text.rfind(sign, least, at) for sign in _STOPS)
        pause = max(self.text.rfind(sign, max(least, stop), at) for sign in _PAUSES)
        for begin in (stop, pause):
            begins = _BEGINS.match(self.text, begin + 1, at) if begin >= 0 or not least else None
            if begins:
                return begins[1].split()
        return None

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
        before = self.text[max(0, name.start - 30) : name.start].replace(",", " ").split()
        if before and (sex := self.lexicon.sex_of_noun(before[-1].lstrip(_OPENS))):
            return sex
        after = _NOUN_BEHIND.match(self.text, name.end, name.end + 60)
        nouns = after[1].split() if after else ()
        return next(filter(None, map(self.lexicon.sex_of_noun, nouns)), "")

    def firsts(self) -> Iterator[tuple[str, Mention]]:
        """Yield each person with where he is first named."""
        runs: set[str] = set()
        seen: set[str] = set()
        for number, run in enumerate(self.runs):
            if run in runs:
                continue
            runs.add(run)
            for mention in self.mentions(number):
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
        known = self.full.get(found.names[-1])
        if not known or (len(known) == 1 and known[0].names == found.names):
            return " ".join(found.names)
        bearers = [
            full
            for full in known
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


def _bearer(words: str, lexicon: Lexicon) -> Mention | None:
    """Return whom a phrase names behind an office that is somebody's: "its head of news Ada Fenn".

    What is somebody's already is of no other body, so the name is not that of "news".
    """
    named = next(reversed(list(mentions_in(words, lexicon))), None)
    if named is None or named.span.end < len(words) or not _is_full_name(named, lexicon):
        return None
    *office, of, what = ["", "", *words[: named.span.start].lower().split()]
    owned = any(word.endswith(_OWNS) or lexicon.classes.get(word) == "h" for word in office)
    of_what = of in lexicon.of and word_class(what, lexicon) == "n"
    return named if owned and of_what and not lexicon.is_human(what) else None


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
    runs: list[str] = []
    starts: list[int] = []
    full: dict[str, list[Mention]] = {}
    plain: list[str] = []
    names = Names(lexicon, len(text))
    at = blotted = 0
    for marks in [*marked, Span(len(text), len(text))]:
        for match in RUN.finditer(text, at, marks.start):
            run, start = match.group(), match.start()
            runs.append(run)
            starts.append(start)
            # one word is no full name
            if (" " in run or "\u00a0" in run) and names.may_read(run):
                for mention in names.at(start, run):
                    if _is_full_name(mention, lexicon):
                        for name in {mention.names[0], mention.names[-1]}:
                            _add(full.setdefault(name, []), mention)
        if (length := marks.end - marks.start - 3) > 0:
            plain += (text[blotted : marks.start + 1], "X" * length)
            blotted = marks.end - 2
        at = marks.end
    return People(text, "".join(plain) + text[blotted:], lexicon, runs, starts, full, names)


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
