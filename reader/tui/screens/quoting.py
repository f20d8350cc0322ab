"""QuotingScreen: who said a quote, what else they say, and the copy of it."""

from dataclasses import replace

from reader.article import Article
from reader.citations import Citable, Citation
from reader.tui.guide import NO_ARTICLE
from reader.tui.outline import UNKNOWN_SPEAKER, Heard, one_line
from reader.tui.screens.listing import ListingScreen
from summarize import Quote


class QuotingScreen(ListingScreen):
    """Takes the mark that is chosen, in the text or in the digest."""

    def _chosen(self) -> Citable | None:
        if self._panes.front != "digest":
            return self._text.chosen
        return None if isinstance(self._digest.value, Heard) else self._digest.value

    def _say_nothing_chosen(self, what: str) -> None:
        reading = self._panes.front != "list"
        self._message.say(self._guide.nothing_chosen(what, reading=reading))

    def _go_to(self, value: Citable) -> None:
        self._text.go_to(value)
        self._panes.bring("text")

    def _list_passages(self, heard: Heard) -> None:
        """List all that one person says, in the article and in the library."""
        from reader.library import FoundQuote
        from reader.tui.screens.speaker import SpeakerScreen

        article, key = self._text.article, self._list.key
        if article is None or key is None:
            return

        def go(found: FoundQuote | None) -> None:
            if found:
                self._open_article(found.key)
                self._go_to(found.quote)

        said = [FoundQuote(key, article, quote) for quote in heard.quotes]
        library = None if heard.name == UNKNOWN_SPEAKER else self._desk.shelf.library
        self.app.push_screen(SpeakerScreen(heard.name, said, library), go)

    def action_who(self) -> None:
        """Ask who said the current quote, and keep the answer."""
        from reader.tui.screens.naming import Naming, NamingScreen

        article, quote = self._text.article, self._chosen()
        if article is None:
            self._message.say(NO_ARTICLE)
            return
        if not isinstance(quote, Quote):
            self._say_nothing_chosen("No quote is chosen to name its speaker")
            return

        def name(decided: Naming | None) -> None:
            if decided:
                self._name_speaker(article, quote, decided.name)

        words = one_line(quote.span.cut(article.text))
        was_corrected = quote.span in self._desk.corrections(article)
        names = self._desk.names(article)
        self.app.push_screen(NamingScreen(words, names, was_corrected=was_corrected), name)

    def _name_speaker(self, article: Article, quote: Quote, name: str | None) -> None:
        self._desk.name_speaker(article, quote, name)
        if article == self._text.article:
            self._show_changed_digest(article)
        said = "as the engine found it" if name is None else name or "nobody that is named"
        self._list.acknowledge("The speaker of this quote", said)

    def action_interrupt(self) -> None:
        """Copy the current mark; where none is chosen, say how to leave."""
        if self._text.article and self._chosen():
            self.action_copy()
        else:
            self._message.say(self._guide.leaving())

    def _citation(self, wanted: str) -> Citation | None:
        """Return what is chosen with its source; say so where nothing is."""
        article, value, key = self._text.article, self._chosen(), self._list.key
        if article is None or key is None:
            self._message.say(NO_ARTICLE)
            return None
        if value is None:
            self._say_nothing_chosen(f"No mark is chosen to {wanted}")
            return None
        if value.span.end > len(article.text):  # the notes of its links stand below it
            article = replace(article, text=self._text.column.text)
        return self._desk.cite(key, article, value)
