"""Accounts of a few invented events, as several outlets would tell them."""

from datetime import datetime

from summarize import digest
from summarize.events.accounts import Account
from summarize.stories import Agreement, compare_claims

FERRY = {
    "orsa-1": ("Varda Post", "2026-03-03T18:00", "Ferry sinks off Orsa, at least 17 dead", """\
At least 17 people were killed when the ferry Halcyon Queen went down in rough seas off the \
island of Orsa on Tuesday, the coastguard said. The vessel was carrying 212 passengers and 14 \
crew members from Port Merin.

"She rolled over within four minutes, and nobody had time to reach the boats", coastguard \
commander Teo Marsk said. Forty-one people are missing. Helicopters pulled 140 survivors from \
the water.

The Halcyon Queen was built in 1987. In 2009 an accident on the same route killed 52 people."""),
    "orsa-2": ("Merin Daily", "2026-03-03T19:30", "Ferry sinks off Orsa", """\
At least 17 people were killed when the ferry Halcyon Queen went down in rough seas off the \
island of Orsa on Tuesday, the coastguard said. The vessel was carrying 212 passengers and 14 \
crew members from Port Merin.

"She rolled over within four minutes, and nobody had time to reach the boats", coastguard \
commander Teo Marsk said. Forty-one people are missing. Helicopters pulled 140 survivors from \
the water."""),
    "orsa-3": ("The Beacon", "2026-03-03T20:10", "Terror on the Halcyon Queen", """\
PORT MERIN - Survivors of the Halcyon Queen told of minutes of terror as the ferry capsized near \
Orsa. Hospital staff in Port Merin counted 21 dead by evening.

"She rolled over within three minutes, and no one had time to reach the boats," said commander \
Teo Marsk of the coastguard. Nadia Ferro, a nurse who was on board with two children, swam for \
an hour. "I held on to a door", she said.

The ferry had 198 passengers on board, its owner, Merin Lines, said."""),
    "orsa-4": ("Varda Post", "2026-03-05T09:00", "Toll of ferry disaster rises to 38", """\
The death toll in the sinking of the Halcyon Queen off Orsa has risen to 38 after divers reached \
the car deck, the coastguard said on Thursday. Three people are still missing.

Prosecutors in Port Merin have opened an inquiry into Merin Lines, which ran the ferry. \
Transport minister Ola Brandt said the ship had passed its last inspection. "We will ground \
every sister ship until we know why", she said."""),
}  # fmt: skip
LAKE = {
    "lake-1": ("Varda Post", "2026-03-04T11:00", "Lake ferry runs aground, all saved", """\
A ferry with 96 passengers on board ran aground on Lake Dorne on Wednesday morning, and all of \
them were rescued, police in Tarnau said. Nine people were injured.

The Little Gull hit rocks near the pier of Tarnau in thick fog. "We heard a bang, then water \
came in", said passenger Ruben Hask. The captain, Milo Senn, was questioned."""),
    "lake-2": ("The Beacon", "2026-03-04T13:00", "Fog blamed after Little Gull hits rocks", """\
Fog was the likely cause when the lake ferry Little Gull struck rocks off Tarnau, investigators \
said. Twelve people were hurt, none of them seriously, and about 100 passengers were taken off \
by boats of the Lake Dorne rescue service.

"We heard a bang, then water came in", said Ruben Hask, who was travelling to work."""),
    "lake-3": ("Lake Courier", "2026-03-04T17:45", "Captain of grounded ferry questioned", """\
Police questioned captain Milo Senn on Wednesday after the Little Gull ran onto rocks at Tarnau \
with 96 passengers. The owner put the damage at $2 million. At least nine people were injured, \
police said. Services on Lake Dorne are suspended until Friday."""),
}  # fmt: skip
STRIKE = {
    "strike-1": ("Varda Post", "2026-03-03T08:00", "Bus drivers in Tarnau walk out", """\
Bus drivers in Tarnau began a three-day strike on Tuesday over pay. The union, TWU, wants an \
increase of 9 percent; the operator, CityLink, has offered 4 percent.

About 1,400 drivers stayed at home, the union said. "We have waited long enough", union leader \
Petra Olin said."""),
    "strike-2": ("The Beacon", "2026-03-03T12:00", "Tarnau commuters stranded by bus strike", """\
Commuters in Tarnau walked to work as drivers at CityLink stopped work. The company said 900 \
drivers took part in the strike. Its offer of 4 percent was "fair and final", said director Jens \
Falk. The TWU is asking for 9 percent."""),
    "strike-3": ("Lake Courier", "2026-03-05T16:00", "Tarnau bus strike ends with deal", """\
The bus strike in Tarnau is over. CityLink and the TWU agreed on an increase of 6 percent late \
on Thursday, after three days in which most lines stood still. Petra Olin of the union called it \
"a good day for drivers"."""),
}  # fmt: skip
FIRE = {
    "fire-1": ("Merin Daily", "2026-03-04T06:30", "Warehouse fire in Port Merin", """\
A fire destroyed a paint warehouse in the docks of Port Merin early on Wednesday. Some 120 \
firefighters fought the flames for six hours, fire chief Asta Rohn said, and 300 residents were \
evacuated from Quay Street. Nobody was hurt. The damage was put at $4 million."""),
    "fire-2": ("Varda Post", "2026-03-04T09:00", "Docks fire: hundreds leave their homes", """\
More than 300 people had to leave their homes when a warehouse full of paint burned down at Port \
Merin's docks. The blaze on Quay Street was out by noon. "The smoke could be seen in Orsa", said \
Asta Rohn, the fire chief. The owner, Kolb Paints, spoke of damage of $6 million."""),
}  # fmt: skip
DEICH = {
    "deich-1": ("Nordkurier", "2026-03-06T10:00", "Deichbruch bei Altensiel: Fünf Tote", """\
Bei einem Deichbruch in Altensiel sind am Freitag fünf Menschen ums Leben gekommen. Rund 800 \
Bewohner wurden evakuiert, wie Landrätin Wiebke Harms mitteilte. „Das Wasser kam in wenigen \
Minuten“, sagte Harms. Die Sturmflut hatte den Deich an der Mündung der Elde auf 40 Metern Länge \
aufgerissen."""),
    "deich-2": ("Abendblatt", "2026-03-06T14:00", "Sturmflut reißt Deich auf", """\
Die Sturmflut hat bei Altensiel den Deich zerstört. Sieben Menschen wurden getötet, sagte ein \
Sprecher des Kreises. Mehr als 800 Bewohner wurden evakuiert. „Das Wasser kam in wenigen \
Minuten“, sagte Landrätin Wiebke Harms. Die Mündung der Elde ist gesperrt."""),
}  # fmt: skip
EVENTS = {"orsa": FERRY, "lake": LAKE, "strike": STRIKE, "fire": FIRE, "deich": DEICH}


def account(key: str, told: tuple[str, str, str, str], *, digested: bool = True) -> Account:
    """Return one account, with its digest."""
    outlet, time, title, text = told
    found = digest(text, title=title, method="lead") if digested else None
    moment = datetime.fromisoformat(f"{time}:00+00:00").timestamp()
    return Account(key, moment, outlet, title, text, found)


def texts_told(*texts: str, language: str = "en", hours: float = 0) -> list[Account]:
    """Return accounts of some texts, some hours apart, with what is found in them."""
    return [
        Account(
            f"a{number}",
            1.77e9 + 3600 * hours * number,
            "Post",
            "",
            text,
            digest(text, language=language, method="lead"),
        )
        for number, text in enumerate(texts)
    ]


def lined_up(*texts: str, language: str = "en") -> list[tuple[Agreement, list[float]]]:
    """Return how the figures of a thing agree of which some texts have several, with the values."""
    return [
        (one.agreement, [value.value for value in one.values])
        for one in compare_claims(texts_told(*texts, language=language))
        if len(one.values) > 1
    ]


def event(name: str, *, digested: bool = True) -> list[Account]:
    """Return the accounts of one event."""
    return [account(key, told, digested=digested) for key, told in EVENTS[name].items()]


def every_account() -> list[Account]:
    """Return all of them in the order of time, without digests."""
    mixed = [one for name in EVENTS for one in event(name, digested=False)]
    return sorted(mixed, key=lambda one: one.time)
