# ruff: noqa: E501
"""Articles of invented outlets for the tests of stories: a ferry that sinks, a summit, another ferry a year later."""

import datetime as dt

from dateline.model import Article
from dateline.reading.article import read_article
from dateline.stories.features import Features, features_of

FERRY = (
    ("f1", "2023-10-14", "Ferry Aurelia sinks off Port Selm", "The ferry Aurelia sank off Port Selm on Saturday with 212 people on board, the coast guard said. Rescue boats pulled 180 passengers from the water near Cape Torrin. The operator, Norden Lines, said the ship had left Halvik at dawn. Fishermen from Cape Torrin were the first to reach the sinking ferry and took dozens of passengers on board. The coast guard sent four boats and a helicopter, and the hospital of Port Selm called in all its doctors. Wind and high waves made the rescue hard, a spokesman of the coast guard said."),
    ("f2", "2023-10-15", "Toll rises to nine in sinking of Aurelia", "Nine people are dead after the ferry Aurelia sank off Port Selm on Saturday, the coast guard said. Divers searched the wreck near Cape Torrin. Norden Lines said the captain, Jonas Verrin, was among those rescued. Relatives of passengers waited at the harbour of Port Selm, where the hospital treats forty people who were pulled from the cold water. The coast guard said the ferry took in water through the car deck within minutes. Rescue boats went on with the search for eleven missing passengers until night."),
    ("f3", "2023-10-18", "Captain of sunken ferry questioned", "Jonas Verrin, captain of the ferry Aurelia, was questioned by prosecutors in Port Selm on Wednesday. The ship of Norden Lines sank near Cape Torrin on Saturday; eleven passengers died. Prosecutors want to know why the ferry left Halvik although the coast guard had warned of high waves, and whether the doors of the car deck were shut. Divers have found the last missing passengers in the wreck. Norden Lines said it helps the prosecutors and keeps its other ferry in the harbour."),
)  # fmt: skip
SUMMIT = (
    ("s1", "2023-10-14", "Leaders of Varland and Ostria to meet in Brenn", "The presidents of Varland and Ostria will meet in Brenn on 20 October to sign a treaty on the river Soma, the foreign ministry of Varland said. President Ilva Marek called the talks overdue. The two countries have quarrelled over the water of the Soma for thirty years, since Ostria built a dam above the border. Under the draft treaty Ostria lets more water pass in summer, and Varland buys electricity from the dam. Diplomats of both sides have negotiated in Brenn since spring."),
    ("s2", "2023-10-17", "Treaty on the Soma is ready, Marek says", "The treaty that Varland and Ostria will sign in Brenn on Friday is ready, President Ilva Marek said on Tuesday. It divides the water of the river Soma. Parliament in Ostria must still agree to the treaty, and farmers below the dam have called for protests against it. Marek said that the draft gives Varland enough water for dry summers. The president of Ostria comes to Brenn on Thursday evening, diplomats said."),
)  # fmt: skip
SUMMIT_LATER = (
    ("s3", "2023-10-20", "Varland and Ostria sign treaty on the Soma", "President Ilva Marek of Varland and her colleague of Ostria signed the treaty on the river Soma in Brenn on Friday. Ostria will let more water of the Soma pass the dam in summer, and Varland buys electricity in return. Farmers protested in front of the castle of Brenn. The parliament of Ostria votes on the treaty in November, diplomats said."),
)  # fmt: skip
BAKERY = (
    ("b1", "2023-10-16", "Bakers strike over flour prices in Tolm", "Bakers in Tolm closed their shops on Monday because flour has become too dear, their guild said. Mayor Pia Dorn promised a subsidy. A sack of flour costs twice as much as last year, the guild said, and many bakers sell bread at a loss. Customers queued in front of the one supermarket that had rolls. The guild wants the town to waive rents of its market stalls until the harvest is in."),
)  # fmt: skip
AGROUND = (
    "The ferry Merle of Norden Lines ran aground off Port Selm with forty people on board, the coast guard said. Tugs"
    " pulled the ship free at high tide and nobody was hurt. The harbour master blamed fog and a broken radar. The ferry"
    " will be back in service within a week, after divers have looked at its hull. Passengers spent the night in the"
    " hall of the school, where the mayor brought them soup. An engineer said that the pilot had asked for tugs twice"
    " before the ship drifted on to the sandbank."
)


def article(identity: str, day: str, title: str, text: str, source: str = "The Selm Courier") -> Article:
    return Article(id=identity, published=dt.date.fromisoformat(day), title=title, text=text, source=source)


def known_by(identity: str, day: str, title: str, text: str) -> Features:
    return features_of(read_article(article(identity, day, title, text)))
