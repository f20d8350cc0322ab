"""How sentences end: marks, abbreviations, quotations, and what begins after them.

Sentences end at a mark that white space follows, unless the mark belongs to the word before it (an
abbreviation, an initial, a number) or to a quotation that the sentence goes on after. What is
needed of a language for that (abbreviations, the words that begin sentences) is its data.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from summarize.languages import known, table
from summarize.paragraphs import find_blocks
from summarize.spans import Span
from summarize.words import stop_words

_MARKS = r".!?…‼⁇⁈⁉؟۔।॥։።"
_WIDE = r"。！？｡"
_QUOTES = "\"'”’“‘„‚»«›‹「『」』"
_OPENERS = r"\"'“”‘’„‚«»‹›(\[{¿¡–—•*_`「『-"
# A mark that begins a run of marks, the marks that close what ends with it, and what follows. No
# part of it can be tried twice from within the same run, so that time stays linear.
_MARK = re.compile(
    rf"""
    ( [{_MARKS}{_WIDE}] (?<![{_MARKS}]{{2}})
      (?: (?<=[{_WIDE}]) [{_WIDE}]*+ | [{_MARKS}]*+ (?: [ \u00a0] \. (?!\w) ){{0,6}}+ ) )
    ( (?: ["'”’“‘»«›‹)\]}}*_`」』）】] | \[\d{{1,3}}\] )*+ (?: [ \u00a0\u202f] » (?=\s) )? )
    (?: [ ]? [:;=]-?[()DPp] (?=\s) )?
    (?: (?= \s++ ( (?: [–—-]\s | «[ \u00a0\u202f] | [{_OPENERS}] )*+ ) (\S{{1,20}}) )
      | (?<=[^\W\d_]{{2}}[.!?]) (?= ([^\W\d_]{{1,20}}) [\s,] )
      | (?<=[{_WIDE}」』）】]) )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_NUMERAL = re.compile(r"\d|(?:[IVXLC]{2,}|[VX])\b")
_JOINTS = re.compile(r"[-–—/'’]")
_BRACKETS = ("(", "[")
_DASHES = ("-", "–", "—")
_OPENING = _QUOTES + "([{¿¡*_•⁃‣◦▪●"
_NO_START = frozenset(",;:" + _MARKS)
# How far back a word may begin that a mark belongs to.
_REACH = 24

# What closes with a mark, what opens after it, and what follows up to white space.
Around = tuple[str, str, str]


def sentences_in(text: str, language: str) -> tuple[Span, ...]:
    """Return what `summarize.sentences.split_sentences` returns."""
    grammar = _grammar(known(language) or "")
    blocks = find_blocks(text, ordinals=grammar.ordinals)
    return tuple(chain.from_iterable(_split(text, block, grammar) for block in blocks))


@dataclass(frozen=True, slots=True)
class _Grammar:
    """A language's `sentences.toml`; `kinds` gives each abbreviation the list that it is in."""

    kinds: dict[str, str]
    starters: frozenset[str]
    time_zones: frozenset[str]
    plain: frozenset[str]
    capitals: frozenset[str]
    attributed: re.Pattern[str]
    ordinals: bool


@cache
def _grammar(base: str) -> _Grammar:
    data = table(base, "sentences")
    speech = "|".join(map(re.escape, data.get("speech", "").split())) or r"(?!)"
    lists = ("abbreviations", "times", "inside", "numbered")
    return _Grammar(
        kinds={form: kind for kind in lists for form in _forms(data.get(kind, "").split())},
        starters=frozenset(data.get("starters", "").split()),
        time_zones=frozenset(data.get("time_zones", "").split()),
        plain=stop_words(base),
        capitals=frozenset(data.get("capitals", "").split()),
        attributed=re.compile(rf"\s+(?:[^\W\d_a-z][\w.'’-]{{0,30}}\s){{1,4}}(?:{speech})\b"),
        ordinals=bool(data.get("ordinals")),
    )


def _forms(words: Iterable[str]) -> Iterator[str]:
    """Return the words as they may be written: in lower case in any case, else as they are."""
    for word in words:
        yield from (word, word.capitalize(), word.upper()) if word.islower() else (word,)


def _split(text: str, block: Span, grammar: _Grammar) -> Iterator[Span]:
    starts, ends = [block.start], []
    for match in _MARK.finditer(text, *block):
        begin, end = match.span()
        if _ends_plainly(text, begin, end, grammar.kinds):
            ends.append(end)
            starts.append(end + 1)
        elif end < block.end and _ends(text, starts[-1], match, grammar):
            ends.append(end)
            while text[end].isspace():
                end += 1
            starts.append(end)
    ends.append(block.end)
    return map(Span, starts, ends)


def _ends_plainly(text: str, begin: int, end: int, kinds: Container[str]) -> bool:
    """Tell what most ends of sentences are: a word, a period, one space, a capital letter.

    It only saves time: `_ends` would come to the same.
    """
    if text[begin : end + 1] != ". " or not text[end + 1].isupper():
        return False
    word = text[begin - _REACH if begin > _REACH else 0 : begin].rpartition(" ")[2]
    return word.isalpha() and len(word) > 1 and word not in kinds


def _ends(text: str, start: int, match: re.Match[str], grammar: _Grammar) -> bool:
    """Tell whether the sentence that begins at `start` ends at the marks of `match`."""
    marks, closers, openers, after, glued = match.groups()
    if glued:
        return _is_missing_space(text, start, match, grammar)
    if after is None:
        return not ("」" in closers and text.startswith(("と", "っ"), match.end()))
    if after[0] in _NO_START or (closers and after[0].islower()):
        return False
    if marks == ".":
        return _period_ends(text, start, match.start(), (closers, openers, after), grammar)
    return _run_ends(text, start, match, grammar)


def _period_ends(text: str, start: int, at: int, around: Around, grammar: _Grammar) -> bool:
    """Tell whether the period at `at` ends the sentence, by what kind of word it follows."""
    after = around[2]
    word = _last_word(text, start, at)
    kind = grammar.kinds.get(word)
    if kind == "inside" or (kind == "numbered" and _NUMERAL.match(after)):
        return False
    if kind == "abbreviations":
        return _begins_sentence(around, grammar)
    if kind == "times":
        return _time_ends(at - start, around, grammar)
    if word.isdigit() and len(word) < 4:
        ends = _begins_sentence(around, grammar) if grammar.ordinals else not after[0].islower()
        return ends and not _is_marker(text, start, at, word)
    if len(word) == 1 or ("." in word and _DOTTED.fullmatch(word)):
        return _begins_sentence(around, grammar) and not _is_marker(text, start, at, word)
    return not after[0].islower() or _is_word(word.lower(), after, grammar)


def _run_ends(text: str, start: int, match: re.Match[str], grammar: _Grammar) -> bool:
    """Tell whether "!", "?", an ellipsis or a run of such marks ends the sentence."""
    marks, closers, openers, after, _ = match.groups()
    at, lower = match.start(), after[0].islower()
    if text[at - 1 : at] in _BRACKETS or (closers and grammar.attributed.match(text, match.end())):
        return False
    if not marks.strip(".… \u00a0"):
        dots = marks.count(".") + 3 * marks.count("…")
        return not lower and (dots > 3 or _first_word(after) not in grammar.capitals)
    if _last_word(text, start, at) + marks in grammar.kinds:  # "Yahoo!"
        return _begins_sentence((closers, openers, after), grammar)
    return not (lower and openers[:1] in _DASHES)


def _time_ends(length: int, around: Around, grammar: _Grammar) -> bool:
    """Tell whether a sentence ends at "a.m.": "At 5 a.m. Mr Hale" is too short to be one."""
    after = around[2]
    in_zone = _first_word(after).lower() in grammar.time_zones
    ends = _begins_sentence(around, grammar) or not (after[0].islower() or in_zone)
    return ends and length > 15


def _begins_sentence(around: Around, grammar: _Grammar) -> bool:
    """Tell whether what follows an abbreviation is the beginning of a sentence."""
    _, openers, after = around
    if not after[0].isupper():
        return False
    word = _first_word(after).lower()
    return (
        word in grammar.starters
        or word.partition("'")[0] in grammar.starters
        or any(quote in openers for quote in _QUOTES)
    )


def _last_word(text: str, start: int, end: int) -> str:
    """Return the word that ends right before `end`, empty if white space does."""
    piece = text[max(start, end - _REACH) : end]
    if not piece or piece[-1].isspace():
        return ""
    word = piece.rsplit(None, 1)[-1]
    return word if word.isalpha() else _JOINTS.split(word.lstrip(_OPENING))[-1]


def _first_word(after: str) -> str:
    word = _WORD.match(after)
    return word[0].replace("’", "'") if word else ""


def _is_word(word: str, after: str, grammar: _Grammar) -> bool:
    """Tell a word from an unknown abbreviation, where people begin sentences in lower case."""
    if word in grammar.plain or not word.isalpha():
        return word in grammar.plain
    return len(word) > 4 or (len(word) > 2 and _first_word(after) in grammar.starters)


def _is_marker(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether a number or letter is all that the sentence has yet: "1." before an item."""
    return end - start < _REACH and text[start:end].lstrip(_OPENING + " ") == word


def _is_missing_space(text: str, start: int, match: re.Match[str], grammar: _Grammar) -> bool:
    """Tell "it was over.They left" from "example.com" and "Node.js"."""
    word = match[5]
    piece = text[max(start, match.start() - _REACH) : match.start()].rsplit(None, 1)
    return (
        bool(piece)
        and piece[-1].isalpha()
        and word[0].isupper()
        and word.lower() in grammar.starters
    )
