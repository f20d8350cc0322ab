"""Whom a pronoun or a role means: the person whom the sentences before leave no doubt about.

The evidence is agreement in sex, nearness, the subject's place, and that nobody else who is near
could be meant (after the factors of Lappin & Leass, "An algorithm for pronominal anaphora
resolution", 1994). Where two people are close in evidence, nobody is named.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from summarize.spans import Span
from summarize.speech.names import Mention
from summarize.speech.people import Candidate, People
from summarize.speech.tokens import word_class
from summarize.speech.verbsecond import FINITE

_REACH = 900
"""Code points before a pronoun in which its person must be named."""
_BEARERS = 8
"""How many bearers of one role are kept: with two it means nobody."""
_RUNS, _SENTENCES = 16, 12
"""Runs of words with capitals, and sentences, before a pronoun that are looked at."""
_BREAKS = 2
"""Paragraphs back from which on nobody else may be near."""

_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|[”\"’»']?\s)\s*(?=[“\"‘«„]?[^\W_a-z])")
_LAST_WORD = re.compile(r"\w{0,6}$")
_COMMON = re.compile(
    r"\W*(?:(?:But|And|Then|Later|So)\s)?"
    r"(?P<phrase>(?:The|A|An|His|Her|Their|One|Another|My|Its)\s)"
    r"((?:[^\W_a-z][\w.’'-]*\s){0,2}(?:[a-z’'-]+\s){0,3}[a-z’-]+\b)(?!,?\s[^\W_a-z])"
)
_AGED = re.compile(r"\d-years?-old$")
_NEXT = re.compile(r" ([a-z]+)")
_WORDS = re.compile(r"[\w-]+")
_ROLE = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?:[a-z-]+\s)?([a-z-]+)")
_AROUND = "([“\"‘'’”)].,;:—–"
_BEHIND = re.compile(
    r"(?:,|\s(?:is|was|became|has been))\s(?:(?:a|an|the|his|her|their|its|[\w-]+['’]s?)\s)?"
    r"((?:[a-z-]+\s){0,3}?[a-z-]+)(?=\s(?:of|for|at|in|who|and)\b|[,.;])"
)
_ITSELF = re.compile(r"\b(?:I['’]m|I am|[Mm]y name|[Cc]all me)\b")
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
_CLITIC = re.compile(r"['’]s?$")
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"([^\W\d_]+) $"), re.compile(r" ([^\W\d_]+)")


class Turn(NamedTuple):
    """Who spoke last: by what mention and name, and where those words end."""

    mention: Span = Span(0, 0)
    name: str = ""
    end: int = 0


def who(people: People, mention: Span, said: Span, turn: Turn) -> tuple[str, bool]:
    """Return the name of the speaker of the words at `said`, and whether it is inferred."""
    word = mention.cut(people.text).lower()
    if word in people.lexicon.pronouns:
        name = stands_for(people, mention, said, turn)
        return name, bool(name)
    if not word[:1].isalpha() and word[:1] != "@":
        return "", False
    head = word.rpartition(" ")[2]
    if head in people.lexicon.nobody or _AGED.search(head) or _is_claim(people, word):
        return "", False
    named = people.named(mention)
    if named[:1].islower() and (role := bearer(people, mention, turn)) is not None:
        return role, bool(role)
    return named, False


def _is_claim(people: People, words: str) -> bool:
    """Tell whether a phrase is somebody's words and not the one who speaks: "her claim"."""
    classes = people.lexicon.classes
    first, _, last = words.partition(" ")
    return classes.get(first) == "h" and classes.get(last) == "C"


def may_speak(people: People, mention: Span) -> bool:
    """Tell whether the subject of a sentence that says nothing of speech is one person."""
    lexicon = people.lexicon
    words = mention.cut(people.text)
    if not lexicon.humans or words.lower() in lexicon.pronouns:
        return True
    if lexicon.is_human(words.rpartition(" ")[2].lower()):
        return True
    name = people.named(mention)
    return name[:1].isupper() and people.is_person(name) and (" " in name or lexicon.is_given(name))


def stands_for(people: People, pronoun: Span, said: Span, turn: Turn) -> str:
    """Return the name of the person that a pronoun means who speaks the words at `said`, or ""."""
    word = pronoun.cut(people.text).lower()
    sex = people.lexicon.pronoun_sex.get(word)
    if sex is None or (word in people.lexicon.also_several and not _is_one(people, pronoun)):
        return ""
    if turn.mention == pronoun:
        return turn.name
    spoken_of = _spoken_of(people.text, said)
    found = [
        candidate
        for candidate in _candidates(people, pronoun.start, turn)
        if candidate.sex in ("", sex) and spoken_of.isdisjoint(candidate.name.split())
    ]
    name = _choose(people, found, pronoun.start, turn, sex)
    if name:
        people.told.setdefault(name, sex)
    return name


def _is_one(people: People, pronoun: Span) -> bool:
    """Tell whether the finite verb beside a pronoun says that one is meant: "sagte sie"."""
    lexicon = people.lexicon
    start, end = pronoun
    beside = (
        _WORD_BEFORE.search(people.text, max(0, start - 30), start),
        _WORD_BEHIND.match(people.text, end),
    )
    verbs = [word for word in beside if word and word_class(word[1], lexicon) in FINITE]
    return bool(verbs) and not verbs[0][1].endswith(lexicon.several_endings)


def bearer(people: People, mention: Span, turn: Turn) -> str | None:
    """Return whom a role means ("the governor", "her husband"): "" where that is not clear.

    None says that the text names nobody in that role: it stands for itself.
    """
    role = _ROLE.fullmatch(mention.cut(people.text))
    if role is None or not people.lexicon.is_human(role[1]):
        return None
    wanted = people.lexicon.short_titles.get(role[1], role[1])
    offices, named = _offices(people)
    bearers = offices.get(wanted, {})
    bearers = {name: at for name, at in bearers.items() if at < mention.start} or bearers
    if not bearers:
        return "" if _may_be_named(people, role, _candidates(people, mention.start, turn)) else None
    for near in _candidates(people, mention.start, turn):
        if near.name in bearers:
            return near.name if len(bearers) == 1 else ""
        if near.certain and near.subject and named.get(near.name) is False:
            return ""  # perhaps the bearer, though the text does not say so
    return ""


def _offices(people: People) -> tuple[dict[str, dict[str, int]], dict[str, bool]]:
    """Return who bears each role and where first named, and of each person whether of any role."""
    offices, named = people.offices, people.in_office
    if not named:
        named[""] = False
        for name, first in people.firsts():
            roles = _roles(people, first)
            named[name] = bool(roles)
            for role in roles:
                if len(offices.setdefault(role, {})) < _BEARERS:
                    offices[role][name] = first.span.start
    return offices, named


def _may_be_named(people: People, role: re.Match[str], near: Iterator[Candidate]) -> bool:
    """Tell whether a role may mean somebody who is named: his wife, the baker after "Ann Lee"."""
    if role[0][:3].lower() != "the":
        sex = people.lexicon.sex_of_noun(role[1])
        return bool(sex) and any(candidate.sex == sex for candidate in near)
    last = next(near, None)
    return last is not None and last.subject and last.certain


def _roles(people: People, person: Mention) -> set[str]:
    """Return what a person is called where he is first named: "Gov. X", "X, the mayor of"."""
    lexicon = people.lexicon
    words = list(person.titles)
    start, end = person.span
    body = lexicon.bodies.intersection(person.span.cut(people.text).lower().split())
    if body and not body <= lexicon.services:
        return set()  # the president of something
    if not words and people.text[max(0, start - 1) : start].isspace():
        before = people.text[max(0, start - 40) : start - 1].lower().removesuffix(",")
        words = [word.strip(_AROUND) for word in before.split()[-2:]]
    roles = set() if lexicon.not_in_office.intersection(words) else set(words[-1:])
    if behind := _BEHIND.match(people.text, end, end + 80):
        after = behind[1].split()
        if not lexicon.not_in_office.intersection(after):
            roles.update(filter(lexicon.is_human, after))
    return {lexicon.short_titles.get(role, role) for role in roles if lexicon.is_human(role)}


def _choose(people: People, found: list[Candidate], at: int, turn: Turn, sex: str) -> str:
    """Return who is meant among those who agree, the nearest first."""
    ends, first = at, 0
    for sentence in _sentences(people, at):
        last = first
        while last < len(found) and found[last].at >= sentence:
            last += 1
        here, own = found[first:last], ends == at
        if own:
            here = [candidate for candidate in here if candidate.subject]
        if here:
            return _settle(people, found, here, turn, Span(sentence, at))
        if not own and (other := _unnamed(people, Span(sentence, ends), turn, sex)) is not None:
            return other
        ends, first = sentence, last
    return ""


def _settle(
    people: People, found: list[Candidate], here: list[Candidate], turn: Turn, since: Span
) -> str:
    """Return who is meant among those of one sentence, the last one with somebody who agrees."""
    names = {candidate.name for candidate in here}
    others = {candidate.name for candidate in found if candidate.certain} - names
    goes_on = turn.name in names and turn.end >= since.start
    if goes_on:
        chosen = next(candidate for candidate in here if candidate.name == turn.name)
        rivals = {c.name for c in found if c.sex and c.name != chosen.name}
        return chosen.name if chosen.sex or (chosen.certain and not rivals) else ""
    if len(names) > 1:
        return ""
    chosen = max(here, key=lambda candidate: (candidate.subject, candidate.sex))
    if not chosen.sex and not (chosen.subject and not others):
        return ""
    far = people.text.count("\n\n", since.start, since.end) >= _BREAKS
    if others and (far or not chosen.subject):
        return ""
    before = [c for c in found if c.at < since.start and c.name != chosen.name]
    if (
        before
        and before[0].subject
        and before[0].sex
        and _next_to(people, before[0].at, since.start)
    ):
        return ""
    return chosen.name


def _next_to(people: People, at: int, start: int) -> bool:
    """Tell whether the sentence at `at` is the one before that at `start`, in its paragraph."""
    window = people.plain[at:start]
    return "\n" not in window and sum(1 for _ in _STOP.finditer(window)) <= 1


def _candidates(people: People, end: int, turn: Turn) -> Iterator[Candidate]:
    """Yield who is named before `end`, the nearest first, and who spoke last where he spoke."""
    spoke = _speaker(people, turn) if end - _REACH <= turn.mention.start < end else None
    for number in reversed(people.runs_before(end, _REACH)[-_RUNS:]):
        if number not in people.candidates:
            people.candidates[number] = tuple(_candidates_in(people, number))
        for span, candidate in people.candidates[number]:
            if spoke and span.start < turn.mention.end:
                yield spoke
                spoke = None
                if span.end > turn.mention.start:
                    continue
            told = people.told.get(candidate.name, candidate.sex)
            yield candidate if told == candidate.sex else candidate._replace(sex=told)
    if spoke:
        yield spoke


def _candidates_in(people: People, run: int) -> Iterator[tuple[Span, Candidate]]:
    """Yield who is named in a run of words with capitals, the last one first."""
    for mention in reversed(list(people.mentions(run))):
        if candidate := _candidate(people, mention):
            yield mention.span, candidate


def _speaker(people: People, turn: Turn) -> Candidate | None:
    name = turn.name
    if not people.is_person(name) or not name[:1].isupper():
        return None
    certain = people.lexicon.is_given(name.partition(" ")[0]) or " " in name
    return Candidate(name, turn.mention.start, people.sex_of(name), subject=True, certain=certain)


def _candidate(people: People, mention: Mention) -> Candidate | None:
    name = people.fullest(mention, mention.span.start)
    if not name:  # two people of one name
        return Candidate("?", mention.span.start, mention.sex, subject=False, certain=False)
    if not people.is_person(name):
        return None
    if mention.sex:
        people.told.setdefault(name, mention.sex)
    given = people.lexicon.is_given(name.partition(" ")[0])
    alone = " " not in name and not mention.sex
    if alone and not given and not _says(people, mention):
        return None  # rather a place or a body than a person of one name
    sex = mention.sex or people.sex_of(name) or people.sex_beside(mention.span)
    subject = people.is_subject(mention)
    if alone and not (given and sex) and not (subject and _says(people, mention)):
        return None
    return Candidate(name, mention.span.start, sex, subject, given or mention.titled)


def _says(people: People, mention: Mention) -> bool:
    """Tell whether a verb of saying follows a name."""
    said = _NEXT.match(people.text, mention.span.end)
    return said is not None and people.lexicon.classes.get(said[1]) == "V"


def _sentences(people: People, at: int) -> Iterator[int]:
    """Yield where the sentences up to `at` begin, the last one first."""
    starts, least = _beginnings(people), max(0, at - _REACH)
    end = bisect_left(starts, at)
    for start in reversed(starts[max(0, end - _SENTENCES) : end]):
        yield max(start, least)
        if start <= least:
            return


def _beginnings(people: People) -> list[int]:
    """Return where the sentences of the text begin."""
    starts, text = people.sentences, people.plain
    if not starts:
        starts += [
            match.end()
            for match in _STOP.finditer(text)
            if text[match.start()] != "." or not _abbreviates(text, match.start(), people)
        ]
        starts.insert(0, 0)
    return starts


def _abbreviates(text: str, stop: int, people: People) -> bool:
    word = text[max(0, stop - 7) : stop].rpartition(" ")[2]
    if not word.isalpha():
        found = _LAST_WORD.search(text, max(0, stop - 7), stop)
        word = found[0] if found else ""
    word = word[-6:]
    return len(word) == 1 or word.lower() in people.lexicon.abbreviations


def _unnamed(people: People, sentence: Span, turn: Turn, sex: str) -> str | None:
    """Return who a sentence is about in which nobody who agrees is named, by a role; or "".

    None says that it is about nobody who could be meant.
    """
    lexicon = people.lexicon
    if sentence.start <= turn.mention.start < sentence.end and turn.end:
        word = turn.mention.cut(people.text).rpartition(" ")[2].lower()
        told = lexicon.pronoun_sex.get(word) or lexicon.sex_of_noun(word)
        if (not turn.name or lexicon.is_human(word)) and told in ("", sex):
            known = people.sex_of(turn.name) == sex and people.is_person(turn.name)
            return turn.name if known else ""
    common = _COMMON.match(people.plain, *sentence)
    if not common:
        return None
    nouns = [word for word in _WORDS.finditer(common[2]) if lexicon.is_human(word[0].lower())]
    if not nouns or lexicon.sex_of_noun(nouns[0][0].lower()) not in ("", sex):
        return None
    role = Span(common.start("phrase"), common.start(2) + nouns[0].end())
    name = bearer(people, role, turn)
    return name if name and people.sex_of(name) == sex else ""


def _spoken_of(text: str, said: Span) -> frozenset[str]:
    """Return the words with a capital in a speech: whom they name seldom speaks it."""
    words = said.cut(text)[:_REACH]
    if _ITSELF.search(words):
        return frozenset()
    return frozenset(_CLITIC.sub("", word) for word in _CAPITAL.findall(words))
