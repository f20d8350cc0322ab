"""The tags of HTML and XML, however ill formed, in one pass: no tree, no entities, no network.

Feeds, pages and OPML that people publish are often not well formed, and some are made to harm. A
scanner that only ever moves forward has nothing to expand, to nest or to look up, so any text is
read in time linear in its length.
"""

import re
from collections.abc import Mapping
from html.entities import html5
from typing import NamedTuple

COMMENT, CDATA, DECLARATION, INSTRUCTION = "!--", "![cdata[", "!", "?"

# The quotes of attributes matter to find a tag's end: <a title="a > b">. Possessive repeats: what
# was matched is never tried in another way.
_TAG = re.compile(
    r"""<(/?)([a-zA-Z_][^\s<>/"'=]*+)((?:[^<>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+)>"""
)
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z_][^\s<>/]*+)([^>]*+)>")
_CUT_OFF_TAG = re.compile(r"</?[a-zA-Z_][\w:.-]*+(?:\s++[\w:.-]++\s*+=|\s*+\Z)")
_TAG_STARTS = re.compile("</?[a-zA-Z_]")
_DECLARATION_STARTS = re.compile(r"<[!?][a-zA-Z\[-]")
_ATTRIBUTE = re.compile(
    r"""(?:^|(?<=[\s"'/]))([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)
_REFERENCE = re.compile(
    r"&(?:#([0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|(?!amp;)([a-zA-Z][a-zA-Z0-9]{1,31}));"
)
_PATIENCE = 50  # tags whose quotes do not end, after which quotes mean nothing in the text
_WINDOWS_1252 = {
    code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)
}  # what references to C1 controls mean in HTML


class Tag(NamedTuple):
    """One tag, comment, CDATA section, declaration or instruction, and where it stands.

    `name` is in lower case, with its prefix; for what is no tag, one of the names above.
    `inside` is the attributes as written, or the text of a comment or CDATA section.
    """

    name: str
    closes: bool
    empty: bool
    inside: str
    start: int
    end: int

    def attributes(self) -> Mapping[str, str]:
        """Return the attributes by name in lower case; of two of one name, the first."""
        return attributes(self.inside)


class Scanner:
    """Finds the tags of a text one after the other; `position` is where it goes on.

    Who reads raw text, as in a script, sets `position` to the end of it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self._patience = _PATIENCE
        self._tags_end = True  # until one is found that does not: the rest is text

    def next_tag(self, among: re.Pattern[str] | None = None) -> Tag | None:
        """Return the next tag, or None where only text is left.

        With `among`, a pattern that begins at tags, only those that it finds are looked at.
        """
        text, at = self.text, self.position
        while (at := text.find("<", at) if among is None else _start(among, text, at)) >= 0:
            found = _TAG.match(text, at) if self._patience else None
            if found:
                closing, name, inside = found.groups()
                self.position = end = found.end()
                return Tag(name.lower(), bool(closing), inside.endswith("/"), inside, at, end)
            if tag := self._odd_tag_at(at):
                self.position = tag.end
                return tag
            at += 1
        return None

    def _odd_tag_at(self, at: int) -> Tag | None:
        """Return what is no tag, or a tag whose quotes do not end."""
        if _DECLARATION_STARTS.match(self.text, at):
            return self._declaration_at(at)
        if not _TAG_STARTS.match(self.text, at):
            return None
        self._patience = max(0, self._patience - 1)
        found = _LOOSE_TAG.match(self.text, at) if self._tags_end else None
        if found is None:
            self._tags_end = False
            is_cut_off = _CUT_OFF_TAG.match(self.text, at)
            return self._up_to(">", DECLARATION, at) if is_cut_off else None
        closing, name, inside = found.groups()
        return Tag(name.lower(), bool(closing), inside.endswith("/"), inside, at, found.end())

    def _declaration_at(self, at: int) -> Tag:
        text = self.text
        if text.startswith("<!--", at):
            return self._up_to("-->", COMMENT, at)
        if text[at : at + 9].lower() == "<![cdata[":
            return self._up_to("]]>", CDATA, at)
        if text.startswith("<?", at):
            return self._up_to(">", INSTRUCTION, at)
        end, subset = text.find(">", at), text.find("[", at, at + 1000)
        if 0 <= subset < end and text[at : at + 9].lower() == "<!doctype":
            return self._up_to("]>", DECLARATION, at)
        return self._up_to(">", DECLARATION, at)

    def _up_to(self, mark: str, name: str, at: int) -> Tag:
        start = at + 1 + len(name)
        end = self.text.find(mark, start)
        last = len(self.text) if end < 0 else end + len(mark)
        inside = self.text[start : end if end >= 0 else last]
        return Tag(name, closes=False, empty=True, inside=inside, start=at, end=last)


def _start(among: re.Pattern[str], text: str, at: int) -> int:
    found = among.search(text, at)
    return found.start() if found else -1


def attributes(inside: str) -> Mapping[str, str]:
    """Return the attributes of a tag as written, by name; of two of one name, the first."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def unescape(text: str) -> str:
    """Return `text` with its references (`&lt;`, `&eacute;`, `&#8217;`) as what they stand for.

    Only those that end with a semicolon: "&section=2" in an address is no section sign.
    """
    if "&" not in text:
        return text
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return _REFERENCE.sub(_character, text).replace("&amp;", "&")


def _character(reference: re.Match[str]) -> str:
    digits, name = reference.groups()
    if name:
        return html5.get(name + ";", reference[0])
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if code in _WINDOWS_1252:
        return _WINDOWS_1252[code]
    return chr(code) if code <= 0x10FFFF else ""
