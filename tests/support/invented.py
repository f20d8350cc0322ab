"""Invented news articles by the thousand: people, places, quotes and figures as news has them."""

import random
from collections.abc import Iterator

FIRST = ("Ada", "Berit", "Casimir", "Dalia", "Edvin", "Fenja", "Goran", "Hedda", "Ilka", "Jonas")
LAST = ("Kovac", "Lindqvist", "Marr", "Nowell", "Ostrander", "Pell", "Quist", "Rasmus", "Sorel")
ROLES = (
    "the harbour master",
    "a spokeswoman for the council",
    "the union's secretary",
    "an engineer at the yard",
    "the head of the fire service",
    "a farmer in the upper valley",
)
PLACES = ("Varn", "Aldermoor", "Quell Bay", "North Tarn", "Bruckhaven", "Sillet", "Osterby")
TOPICS = ("ferry", "tunnel", "harvest", "school", "bridge", "water works", "mill", "railway")
VERBS = ("said", "added", "told reporters", "warned", "explained", "said on {day}")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAYINGS = (
    "We have never seen the {topic} in such a state, and nobody asked us before it was closed",
    "The people of {place} will pay for this long after the cameras have gone",
    "I told them in {year} that the {topic} would not last another winter",
    "There is money for everything in this town except what people use every day",
    "Nobody was hurt, and that is the only thing that matters tonight",
    "It will take {small} months, perhaps more, until the {topic} is what it was",
    "If the rain goes on like this, we must think about the lower streets as well",
)
PLAIN = (
    (
        "The {topic} at {place} has been closed since {day}, when inspectors found cracks in one of"
        " its pillars and water behind the northern wall."
    ),
    "More than {big} people live within a mile of the {topic}, and most of them work in {place}.",
    (
        "Repairs are expected to cost ${money} million, which is far above what the budget had set"
        " aside for the {topic}."
    ),
    (
        "The council of {place} voted in favour of a new survey, which is to be finished before"
        " the autumn and will be paid for by the region."
    ),
    "Work on the {topic} began in {year}, and was interrupted twice by floods in the valley.",
    (
        "At least {small} families had to leave their houses during the night and were put up in"
        " the gymnasium."
    ),
    "The opposition has asked for a hearing, at which the builders of the {topic} shall speak.",
    "Prices rose by {percent} percent last year, while wages in the region hardly moved at all.",
    (
        "A second report, seen by this newspaper, comes to another conclusion about the {topic} and"
        " blames the weather of the past winter."
    ),
    (
        "{first} {last}, {age}, who has lived beside the {topic} since childhood, had left the"
        " house minutes before the alarm."
    ),
    "Traffic between {place} and {elsewhere} is led over the old road until the end of the month.",
    "The company, which owns other sites along the coast, did not answer questions.",
    "It is not the first time that the {topic} has divided {place}, where elections are near.",
    "Neighbours in {elsewhere} watched the work from the shore and shook their heads.",
    "Experts from the university will look at the plans on {day} and publish what they find.",
    "Nothing of this had been mentioned when the mayor opened the exhibition in {elsewhere}.",
)


def article(seed: int, size: int = 2200) -> tuple[str, str]:
    """Return the title and the text of an invented article of about so many characters."""
    chance = random.Random(seed)
    words = _words(chance)
    people = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(3)]
    title = f"{words['place']} argues over its {words['topic']}, number {seed}"
    paragraphs: list[str] = []
    left = size
    while left > 0:
        paragraph = _paragraph(chance, people)
        left -= len(paragraph) + 2
        paragraphs.append(paragraph)
    return title, "\n\n".join(paragraphs)


def records(count: int, first: int = 0, size: int = 2200) -> Iterator[dict[str, str]]:
    """Yield articles as objects of JSON lines, all different."""
    for seed in range(first, first + count):
        title, text = article(seed, size)
        yield {
            "id": f"a{seed}",
            "title": title,
            "text": text,
            "source": "Varn Courier",
            "url": f"https://varn.example/{seed}",
            "published": f"2017-{1 + seed % 12:02}-{1 + seed % 28:02}",
        }


def _paragraph(chance: random.Random, people: list[str]) -> str:
    sentences = [chance.choice(PLAIN).format(**_words(chance)) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.6:
        sentences.insert(chance.randint(0, 1), _quote(chance, people))
    return " ".join(sentences)


def _quote(chance: random.Random, people: list[str]) -> str:
    words = _words(chance)
    saying = chance.choice(SAYINGS).format(**words)
    verb = chance.choice(VERBS).format(**words)
    who = chance.choice((chance.choice(people), chance.choice(people).split()[1], "she", "he"))
    match chance.randint(0, 3):
        case 0:
            return f"“{saying},” {verb.split()[0]} {chance.choice(people)}, {chance.choice(ROLES)}."
        case 1:
            return f'"{saying}," {who} {verb}.'
        case 2:
            start, _, end = saying.partition(", ")
            return f"“{start},” {who} {verb}. “{(end or start).capitalize()}.”"
        case _:
            return f"{chance.choice(people)} {verb} that the plan was “{saying.split(',')[0]}”."


def _words(chance: random.Random) -> dict[str, object]:
    return {
        "first": chance.choice(FIRST),
        "last": chance.choice(LAST),
        "place": chance.choice(PLACES),
        "elsewhere": chance.choice(PLACES),
        "topic": chance.choice(TOPICS),
        "day": chance.choice(DAYS),
        "year": chance.randint(1950, 2017),
        "small": chance.randint(2, 40),
        "other": chance.randint(2, 20),
        "age": chance.randint(19, 90),
        "percent": chance.randint(2, 98),
        "money": chance.randint(2, 900),
        "less": chance.randint(2, 700),
        "big": f"{chance.randint(1, 99)},{chance.randint(100, 999)}",
    }
