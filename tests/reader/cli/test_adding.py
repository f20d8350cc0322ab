"""`pullquote add`: what each kind of source becomes, and what is said of it."""

import json
from pathlib import Path

import pytest
from command import MILL, Shell, run
from feeds import Item, rss
from web import Web, answer, redirect, served

ONE = answer(rss([Item("One", "<p>Of the one.</p>", "1"), Item("Two", "<p>Of two.</p>", "2")]))
WORDS = "The ferry left the harbour at nine with all the people who had waited in the rain. "
STORY = f"<article><h1>The ferry</h1>{f'<p>{WORDS * 4}</p>' * 4}</article>"
LINK = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed">'


def page(body: str, head: str = "") -> bytes:
    return answer(
        f"<html><head><title>The ferry</title>{head}</head><body>{body}</body></html>".encode(),
        Content_Type="text/html",
    )


def titles(shell: Shell, *query: str) -> list[str]:
    return [json.loads(line)["title"] for line in shell.out("list", "--format", "json", *query)]


def addresses(shell: Shell) -> list[str]:
    told = shell.out("export", "--format", "opml")
    return [line.partition('xmlUrl="')[2].partition('"')[0] for line in told if "xmlUrl" in line]


# Feeds


def test_a_feed_is_followed_and_what_it_has_is_kept(shell: Shell) -> None:
    with served({"/feed": ONE}) as web:
        url = web.url("/feed")
        assert shell("add", url) == (0, [], [f"{url}: 1 feed and 2 new articles"])
        assert shell("add", url) == (0, [], [f"{url}: nothing new"])
        assert addresses(shell) == [url]
        assert len(web.asked) == 2
    assert titles(shell) == ["One", "Two"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", "is not there; check the address"),
        ("/broken", "has a fault on its own side"),
        ("/text", "is not a feed"),
        ("/empty", "is empty"),
        ("/loop", "leads on and on"),
    ],
)
def test_an_address_that_fails_leaves_nothing_behind(shell: Shell, path: str, words: str) -> None:
    pages = {
        "/broken": answer(b"no", "500 No"),
        "/text": answer(b"Only words.", Content_Type="text/plain"),
        "/empty": answer(b""),
        "/loop": redirect("/loop"),
    }
    with served(pages) as web:
        code, out, (message,) = shell("add", web.url(path))
        assert (code, out) == (2, [])
        assert message.startswith(f"{web.url(path)}: ")
        assert words in message
    assert addresses(shell) == titles(shell) == []


def test_a_server_that_is_not_there_is_a_sentence(shell: Shell) -> None:
    code, out, messages = shell("add", "http://127.0.0.1:9/feed")
    assert (code, out) == (2, [])
    assert messages == [
        "http://127.0.0.1:9/feed: takes no connections; check the address, or try again later"
    ]


def test_one_address_that_fails_keeps_no_other_from_being_added(shell: Shell) -> None:
    with served({"/feed": ONE}) as web:
        code, _, messages = shell("add", web.url("/gone"), web.url("/feed"), "nowhere.txt")
        assert code == 1
        assert [message.partition(": ")[0] for message in messages] == [
            *(web.url("/gone"), web.url("/feed"), "nowhere.txt")
        ]
        assert shell("add", web.url("/gone"), web.url("/feed"))[0] == 1  # it is there, if not new


def test_secrets_in_an_address_are_never_said(shell: Shell) -> None:
    with served({"/feed?token=hidden": ONE}) as web:
        messages = shell("add", web.url("/feed?token=hidden"), web.url("/no?key=hidden"))[2]
        assert not any("hidden" in message for message in messages)
        assert addresses(shell) == [web.url("/feed?token=hidden")]


def test_title_folder_and_full_text_are_taken_over_then_and_later(shell: Shell) -> None:
    with served({"/feed": ONE}) as web:
        shell("add", web.url("/feed"), "--title", "Port", "--folder", "News/Local")
        told = shell.out("export", "--format", "opml")
        assert '<outline text="Local">' in told
        assert any('title="Port"' in line for line in told)
        shell("add", "--title", "Harbour", web.url("/feed"))
        told = shell.out("export", "--format", "opml")
        assert '<outline text="Local">' in told
        assert any('title="Harbour"' in line for line in told)


def test_a_title_is_for_one_feed(folder: Path, shell: Shell) -> None:
    (folder / "urls").write_text("https://port.example/feed\n")
    assert shell("add", "--title", "Port", "mill.txt", "urls")[:2] == (2, [])
    assert shell("add", "--title", "Port", "urls") == (
        2,
        [],
        ["urls: is a list of feeds, and a title is for one"],
    )
    assert addresses(shell) == titles(shell) == []


def test_full_text_is_that_of_the_pages(shell: Shell) -> None:
    with served({"/page": page(STORY)}) as web:
        items = [Item(name, "Read on…", name, web.url(f"/{name}")) for name in ("page", "gone")]
        web.pages["/feed"] = answer(rss(items))
        code, _, (added, failed) = (
            shell("add", web.url("/feed"))[0],
            *shell("add", "--full-text", web.url("/feed"))[1:],
        )
        assert code == 0
        assert added == f"{web.url('/feed')}: nothing new"
        assert failed.startswith(
            f"{web.url('/feed')}: the full text of 1 article could not be fetched: "
            f"{web.url('/gone')}: is not there"
        )
        assert titles(shell, "waited") == ["page"]
        assert titles(shell, "is:edited") == []


# Pages


def test_an_article_page_is_kept_and_the_feed_of_its_site_named(shell: Shell) -> None:
    with served({"/2026/ferry": page(STORY, LINK), "/feed": ONE}) as web:
        url = web.url("/2026/ferry")
        assert shell("add", url) == (
            0,
            [],
            [f"{url}: 1 new article; its site has a feed: pullquote add {web.url('/feed')}"],
        )
        assert web.paths == ["/2026/ferry"]
        assert shell("add", url)[2][0].startswith(f"{url}: nothing new")
    assert titles(shell) == ["The ferry"]
    assert addresses(shell) == []


@pytest.mark.parametrize("path", ["/", "/index.html", "/de/", "/en-GB"])
def test_the_front_page_of_a_site_is_followed_by_its_feed(shell: Shell, path: str) -> None:
    more = LINK + LINK.replace("/feed", "/comments")
    with served({path: page(STORY, more), "/feed": ONE}) as web:
        for told in ("1 feed and 2 new articles", "nothing new"):
            assert shell("add", web.url(path)) == (
                0,
                [],
                [
                    (
                        f"{web.url('/feed')}: {told}; it is the feed of {web.url(path)},"
                        f" which also has {web.url('/comments')}"
                    )
                ],
            )
        assert addresses(shell) == [web.url("/feed")]
        assert shell("add", web.url("/feed"))[2] == [f"{web.url('/feed')}: nothing new"]
        assert shell("refresh")[2] == ["0 new and 0 changed articles from 1 of 1 feeds"]
    assert titles(shell) == ["One", "Two"]


def test_what_the_person_named_tells_a_front_page_wherever_it_leads(shell: Shell) -> None:
    pages = {"/": redirect("/start"), "/start": page(STORY, LINK), "/gone": redirect("/start")}
    with served({**pages, "/feed": ONE}) as web:
        assert "1 new article; its site has a feed" in shell("add", web.url("/gone"))[2][0]
        assert addresses(shell) == []
        shell("add", web.url("/"))
        assert addresses(shell) == [web.url("/feed")]


def test_a_site_that_names_no_feed_may_have_one_where_they_usually_are(shell: Shell) -> None:
    with served({"/": page(STORY), "/feed": page("404"), "/rss.xml": ONE}) as web:
        assert shell("add", web.url("/"))[2] == [
            f"{web.url('/rss.xml')}: 1 feed and 2 new articles; it is the feed of {web.url('/')}"
        ]


def test_a_front_page_without_a_feed_is_kept(shell: Shell) -> None:
    with served({"/": page(STORY)}) as web:
        assert shell("add", web.url("/")) == (0, [], [f"{web.url('/')}: 1 new article"])


def test_the_page_of_a_section_has_no_article_so_its_feed_is_followed(shell: Shell) -> None:
    with served({"/world": page("", LINK), "/feed": ONE}) as web:
        assert shell("add", web.url("/world"))[0] == 0
        assert addresses(shell) == [web.url("/feed")]
        code, _, (message,) = shell("add", "--page", web.url("/world"))
        assert (code, "has no article text" in message) == (2, True)


def test_page_and_feed_force_what_an_address_is_taken_for(shell: Shell) -> None:
    pages = {"/": page(STORY, LINK), "/ferry": page(STORY), "/feed": ONE}
    with served(pages) as web:
        assert shell("add", "--page", web.url("/"))[2] == [f"{web.url('/')}: 1 new article"]
        assert addresses(shell) == []
        assert shell("add", "--feed", web.url("/ferry"))[0] == 0
        assert addresses(shell) == [web.url("/feed")]
    with served({"/ferry": page(STORY)}) as web:
        assert shell("add", "--feed", web.url("/ferry")) == (
            2,
            [],
            [f"{web.url('/ferry')}: is a page that leads to no feed; name the feed itself"],
        )


def test_a_page_may_not_lead_to_a_feed_on_a_private_network(shell: Shell) -> None:
    with served({"/feed": ONE}) as private:
        link = LINK.replace("/feed", private.url("/feed"))
        with served({"/": page(STORY, link)}) as web:
            assert shell("add", web.url("/"))[2] == [f"{web.url('/')}: 1 new article"]
        assert private.asked == []


def test_a_feed_that_a_page_led_to_is_trusted_no_more_than_the_page(shell: Shell) -> None:
    with served({"/": page(STORY, LINK), "/feed": ONE}) as web, served({"/feed": ONE}) as private:
        shell("add", web.url("/"))
        web.pages["/feed"] = redirect(private.url("/feed"), "301 Moved")
        code, _, messages = shell("refresh")
        assert code == 2
        assert "is on a private network" in messages[0]
        assert private.asked == []


# Files and folders


def test_a_folder_is_followed(folder: Path, shell: Shell) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / "a.md").write_text("# Of a bridge\n\nIt is open.")
    (folder / "texts" / "b.txt").touch()
    where = folder / "texts"
    assert shell("add", "texts") == (
        1,
        [],
        [f"{where}: 1 folder and 1 new article", f"{where}: {where}/b.txt: is empty"],
    )
    (folder / "texts" / "b.txt").write_text("Of a tower\n\nIt stands.")
    assert shell("refresh")[:2] == (0, [])
    assert titles(shell) == ["Of a tower", "Of a bridge"]
    assert shell("add", "texts") == (0, [], [f"{where}: nothing new"])


def test_a_file_is_kept_and_known_again_when_it_has_changed(folder: Path, shell: Shell) -> None:
    assert shell("add", "mill.txt") == (0, [], ["mill.txt: 1 new article"])
    assert shell("add", "./mill.txt") == (0, [], ["./mill.txt: nothing new"])
    (folder / "mill.txt").write_text(MILL.replace("Two barges", "Three barges"))
    assert shell("add", "mill.txt") == (0, [], ["mill.txt: 1 changed article"])
    assert titles(shell, "is:edited") == titles(shell) == ["Mill on the Varn burns down"]


def test_standard_input_is_kept(folder: Path) -> None:
    code, out, messages = run("add", "-", stdin=(folder / "mill.txt").read_bytes())
    assert (code, out, messages) == (0, "", "pullquote: standard input: 1 new article\n")


def test_articles_a_line_are_kept_and_wrong_lines_named(folder: Path, shell: Shell) -> None:
    lines = [{"title": "One", "text": "Of one."}, {"title": "No text"}, {"text": "Of two."}]
    (folder / "some.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert shell("add", "some.jsonl") == (
        1,
        [],
        [
            f"{folder}/some.jsonl, line 2: has no text; a line is an object with title and text",
            "some.jsonl: 2 new articles",
        ],
    )


@pytest.mark.parametrize("source", ["mil.txt", "no/such/file", "example.org/feed"])
def test_a_source_that_is_not_there_is_a_sentence(shell: Shell, source: str) -> None:
    code, out, (message,) = shell("add", source)
    assert (code, out) == (2, [])
    assert message.startswith(f"{source}: there is no such file, folder or command")
    assert ("did you mean mill.txt?" in message) == (source == "mil.txt")
    assert ("; an address begins with https://" in message) == (source == "example.org/feed")


# Lists of feeds


def opml(web: Web) -> str:
    return (
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="News">'
        f'<outline type="rss" text="Port" xmlUrl="{web.url("/a")}"/></outline>'
        f'<outline type="rss" text="Hill" xmlUrl="{web.url("/b")}"/>'
        '<outline type="rss" text="Odd" xmlUrl="file:///etc/feed"/></body></opml>'
    )


def test_opml_is_recorded_and_not_fetched(folder: Path, shell: Shell) -> None:
    with served({"/a": ONE, "/b": ONE}) as web:
        (folder / "feeds.xml").write_text(opml(web))
        assert shell("add", "feeds.xml") == (
            1,
            [],
            [
                "feeds.xml: Odd has no http or https address; left out",
                "feeds.xml: 2 feeds; pullquote refresh fetches them",
            ],
        )
        assert web.asked == []
        assert shell("add", "feeds.xml")[2][1] == "feeds.xml: nothing new"
        assert shell("refresh")[2] == ["4 new and 0 changed articles from 2 of 2 feeds"]
    assert titles(shell, "feed:port") == ["One", "Two"]


def test_opml_that_is_none_is_a_sentence_and_the_rest_is_added(folder: Path, shell: Shell) -> None:
    (folder / "feeds.opml").write_text("nothing of the kind")
    code, _, messages = shell("add", "feeds.opml", "mill.txt")
    assert code == 1
    assert messages == [
        "feeds.opml: is no OPML file: it has no outline in it",
        "mill.txt: 1 new article",
    ]


def test_newsboat_s_urls_are_recorded(folder: Path, shell: Shell) -> None:
    (folder / "urls").write_text(
        'https://port.example/feed News "~The Port"\n"query:Unread:unread = \\"yes\\""\n'
    )
    assert shell("add", "urls") == (
        1,
        [],
        [
            "urls, line 2: is newsboat's own query; left out",
            "urls: 1 feed; pullquote refresh fetches them",
        ],
    )
    told = shell.out("export", "--format", "opml")
    assert '<outline text="News">' in told
    assert any('title="The Port"' in line for line in told)
