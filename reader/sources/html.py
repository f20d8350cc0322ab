"""HTML to legible paragraphs, with what its markup says of them."""

import re
from typing import NamedTuple

from reader.article import Marked, MarkupKind, clean
from reader.sources.cells import row_line
from reader.sources.links import absolute_link
from reader.sources.markup import Scanner, Tag, unescape

# Elements whose content is not text of the article, and so goes with them. What a script or style
# sheet holds is no markup; left open, they take the rest of the page with them, as in browsers.
_RAW = frozenset({"script", "style"})
_DROPPED = _RAW | {
    *("applet", "audio", "button", "canvas", "head", "iframe", "map", "noembed", "noframes"),
    *("noscript", "object", "select", "svg", "template", "textarea", "title", "video", "xmp"),
}
_TURNS = {name: re.compile(rf"<(/?)(?:\w+:)?{name}\b[^>]*+>?", re.IGNORECASE) for name in _DROPPED}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    *("header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section"),
    *("listing", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_BREAKS_IN_A_CELL = _BREAKS - {"p", "div", "center"}  # the others cannot be part of a table's row
_LISTS = frozenset({"ul", "ol", "dir", "menu"})
_CELLS = frozenset({"td", "th"})
_CDATA_SECTION = re.compile(r"<!\[cdata\[", re.IGNORECASE)
_CDATA_MARK = re.compile(r"<!\[cdata\[|\]\]>", re.IGNORECASE)
_CODE = frozenset({"pre", "listing"})
# Signs that stand for breaks until a block is whole; `clean` has left none of them in a text.
_LINE, _PARAGRAPH, _CELL = "\x1d", "\x1e", "\x1f"
_SIGN = re.compile(f"[{_LINE}{_PARAGRAPH}{_CELL}]")
_SPACES = re.compile(r"[ \t\n]{2,}|[\t\n]")
_LINES_TO_PARAGRAPHS = re.compile(f"{_PARAGRAPH}|{_LINE}(?: ?{_LINE})+")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_RAISED_NUMBER = re.compile(r"[+\-−]?[0-9]{1,3}")


class Passages(NamedTuple):
    """A text and what its markup says of passages in it, in text order."""

    text: str
    markup: tuple[Marked, ...]


def read_fragment(html: str, base: str = "") -> Passages:
    """Return the text of HTML or XHTML: paragraphs, items, rows and code without their markup.

    `base` is the address that relative links start from. Time is linear in the length.
    """
    html = clean(html)
    if _CDATA_SECTION.search(html):
        html = _CDATA_MARK.sub("", html)  # which browsers do not know: what is in it is markup
    blocks, scanner, dropped = _Blocks(base), Scanner(html), _Dropped(html)
    at = 0
    while tag := scanner.next_tag():
        blocks.add(html[at : tag.start])
        at = tag.end
        name = tag.name.rpartition(":")[2] if ":" in tag.name else tag.name
        if name in _DROPPED:
            at = scanner.position = dropped.end(name, tag)
        else:
            blocks.turn(name, tag)
    blocks.add(html[at:])
    return blocks.passages()


def read_line(html: str, base: str = "") -> str:
    """Return the text of HTML on one line, as titles and names are."""
    return " ".join(read_fragment(html, base).text.split())


class _Dropped:
    """Where the elements end that go with all that is in them."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._never_closed: set[str] = set()  # each is looked for to the end only once

    def end(self, name: str, tag: Tag) -> int:
        """Return where the text goes on after an element that `tag` opens."""
        if tag.closes or (tag.empty and name not in _RAW):
            return tag.end
        if name not in self._never_closed:
            for turn in _TURNS[name].finditer(self._html, tag.end):
                if turn[1]:
                    return turn.end()
                if tag.empty:  # as XHTML has it: the next one opens before this one is closed
                    return tag.end
            self._never_closed.add(name)
        return len(self._html) if name in _RAW and not tag.empty else tag.end


class _Blocks:
    """The blocks of a text as they come: words are gathered until the block they are in ends."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._text: list[str] = []
        self._markup: list[Marked] = []
        self._words: list[str] = []
        self._links: list[tuple[str, int, int]] = []  # address, first and last of its words
        self._link, self._link_start = "", 0
        self._lists: list[int] = []  # the number of the last item, or -1 where there are none
        self._item_sign = ""
        self._tight = False  # the last block was an item or a row
        self._heading = self._code = self._cell = self._raised = False
        self._quotations = 0

    def passages(self) -> Passages:
        self._end_block()
        return Passages("".join(self._text), tuple(self._markup))

    def add(self, raw: str) -> None:
        """Add text as it stands between tags."""
        if not raw:
            return
        words = _SIGN.sub("", unescape(raw)) if "&" in raw else raw
        if self._raised and _RAISED_NUMBER.fullmatch(words):
            words = words.translate(_RAISED)
        self._words.append(words)

    def turn(self, name: str, tag: Tag) -> None:
        """Let a tag have its effect on where words belong."""
        if name in _CELLS:
            self._turn_cell(tag)
        elif name in _BREAKS:
            if not self._cell or name in _BREAKS_IN_A_CELL:
                self._end_block()
                self._turn_block(name, tag)
            else:
                self._words.append(_PARAGRAPH)
        elif name == "br":
            self._words.append("\n" if self._code else _LINE)
        elif name == "a":
            self._turn_link(tag)
        elif name == "q":
            self._words.append("”" if tag.closes else "“")
        elif name == "sup":
            self._raised = not tag.closes

    def _turn_cell(self, tag: Tag) -> None:
        self._cell = not tag.closes
        if self._cell:
            self._words.append(_CELL)

    def _turn_block(self, name: str, tag: Tag) -> None:
        opens = not (tag.closes or tag.empty)
        self._heading = opens and name in _HEADINGS
        if name in _CODE:
            self._code = opens
        elif name == "blockquote":
            self._quotations = max(0, self._quotations + (1 if opens else -1))
        elif name in _LISTS:
            self._turn_list(name, tag, opens=opens)
        elif name == "li" and opens:
            self._start_item(tag)
        elif name in ("tr", "table"):
            self._cell = False

    def _turn_list(self, name: str, tag: Tag, *, opens: bool) -> None:
        self._item_sign = ""
        if opens:
            start = tag.attributes().get("start", "1") if tag.inside else "1"
            self._lists.append(_number(start) - 1 if name == "ol" else -1)
        elif self._lists:
            self._lists.pop()

    def _start_item(self, tag: Tag) -> None:
        self._item_sign = "• "
        if self._lists and self._lists[-1] >= 0:
            value = tag.attributes().get("value", "") if tag.inside else ""
            self._lists[-1] = _number(value) if value else self._lists[-1] + 1
            self._item_sign = f"{self._lists[-1]}. "

    def _turn_link(self, tag: Tag) -> None:
        self._end_link()
        if not tag.closes:
            self._link = absolute_link(tag.attributes().get("href", ""), self._base)
            self._link_start = len(self._words)

    def _end_link(self) -> None:
        if self._link:
            self._links.append((self._link, self._link_start, len(self._words)))
        self._link = ""

    def _end_block(self) -> None:
        if self._words:
            link = self._link  # a link around blocks is one in each of them
            self._end_link()
            self._write()
            self._words, self._links = [], []
            self._link, self._link_start = link, 0

    def _write(self) -> None:
        whole = "".join(self._words)
        if self._code:
            self._put(whole.strip("\n").rstrip(), "code")
        elif _CELL in whole:
            self._write_row(whole)
        else:
            kind: MarkupKind | None = "heading" if self._heading else None
            for paragraph in _paragraphs(_spaced(whole)):
                self._put(_lines(paragraph), kind)
        for address, first, last in self._links:
            linked = _spaced("".join(self._words[first:last]))
            if words := _lines(_paragraphs(linked)[0]):
                self._markup.append(Marked("link", words, address))

    def _write_row(self, whole: str) -> None:
        """Write the cells of a row on one line, or each on its own where they lay out a page."""
        cells = [cell for part in _spaced(whole).split(_CELL) if (cell := _lines(part))]
        if line := row_line([_SIGN.sub(" ", cell).strip() for cell in cells]):
            self._put(line, None, row=True)
        else:
            for cell in cells:
                for paragraph in _paragraphs(cell):
                    self._put(_lines(paragraph), None)

    def _put(self, words: str, kind: MarkupKind | None, *, row: bool = False) -> None:
        if not words:
            return
        tight = row or bool(self._item_sign)
        if self._item_sign and kind is None:
            words, kind = self._item_sign + words, "item"
        elif self._quotations and kind is None:
            kind = "quotation"
        self._item_sign = ""
        if self._text:
            self._text.append("\n" if tight and self._tight else "\n\n")
        self._text.append(words)
        self._tight = tight
        if kind:
            self._markup.append(Marked(kind, words))


def _spaced(words: str) -> str:
    """Return words with one space where their source has many, or breaks its line."""
    if "\n" in words or "  " in words or "\t" in words:
        return _SPACES.sub(" ", words)
    return words


def _paragraphs(words: str) -> list[str]:
    return _LINES_TO_PARAGRAPHS.split(words) if _PARAGRAPH in words or _LINE in words else [words]


def _lines(paragraph: str) -> str:
    """Return a paragraph with its lines on lines, and nothing around them."""
    if _LINE not in paragraph and _CELL not in paragraph:
        return paragraph.strip()
    return "\n".join(
        line for part in paragraph.split(_LINE) if (line := part.replace(_CELL, " ").strip())
    )


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 1
