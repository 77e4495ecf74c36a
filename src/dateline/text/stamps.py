"""Marks that news does not hold: the signs of photographers and archives, stamps of publication, closing credits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation

from dateline.text.words import encodable

NAME = r"[A-Z][\w.'’\-]+"
NAMES = rf"{NAME}(?: (?:van der |van |de la |de |der |al-|bin |von )?{NAME}){{0,2}}"

# Agencies that sign datelines in round brackets.
_WIRES = ("Reuters", "AP", "AFP", "CNN", "UPI", "dpa", "Xinhua", "TASS", "Bloomberg", "IPS", "PTI", "IANS", "ANI")


@dataclass(frozen=True, slots=True)
class Mark:
    """A pattern to look for anywhere in a text."""

    gates: tuple[str, ...]
    """It is looked for only in a text that holds one of these, which is quicker to tell; in every text if none."""
    pattern: re.Pattern[str]
    why: str
    """The reason of `model.Skip`."""
    reach: Literal["mark", "paragraph", "caption", "sentence"]
    """What is skipped: the mark alone; it and the caption before it in its paragraph; the same, or the sentence on the
    line before; the mark's sentence, to the end of its paragraph."""
    core: re.Pattern[str] | None = None
    """A part of the pattern that is quickly found, where that stays on one line: only lines that hold it are read."""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where the mark stands in a text that holds one of its gates."""
        if self.core is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        while core := self.core.search(text, end):
            start = text.rfind("\n", end, core.start()) + 1 or end
            end = text.find("\n", core.end())
            end = len(text) if end < 0 else end
            yield from self.pattern.finditer(text, start, end)


class Marks:
    """The marks to look for, all gates at once: by a many-word automaton (Aho and Corasick 1975)."""

    def __init__(self, every: Sequence[Mark]) -> None:
        self._marks = [(frozenset(mark.gates), mark) for mark in every]
        self._gates = sorted({gate for mark in every for gate in mark.gates})
        self._automaton = AhoCorasick(self._gates, implementation=Implementation.DFA)

    def finditer(self, text: str) -> Iterator[tuple[Mark, re.Match[str]]]:
        """Every place where a mark stands in the text, mark by mark."""
        hits = self._automaton.find_matches_as_indexes(encodable(text), overlapping=True)
        gates = {self._gates[number] for number in {hit[0] for hit in hits}}
        for own, mark in self._marks:
            if not own or not own.isdisjoint(gates):
                for found in mark.finditer(text):
                    yield mark, found


def marks(archives: Sequence[str]) -> tuple[Mark, ...]:
    """The marks, with the names of `archives` in them."""
    archive = "(?:" + "|".join(re.escape(name) for name in sorted(archives, key=len, reverse=True)) + r")(?!\w)"
    weekday = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?"
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    date = rf"(?:{month} \d{{1,2}},? \d{{4}}|\d{{1,2}} {month} \d{{4}})"
    zone = r"(?:[A-Z]{1,3}T|GMT|UTC)\b"
    clock = rf"\d{{1,2}}[.:]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: {zone})?"
    place = r"(?<![\w,.])[A-Z]{2}[A-Z ./'\-]{0,40}(?:, [A-Z][\w. ]{1,30}){0,2} \| "
    capitals = r"[A-Z]{2}[A-Z./'’\-]*(?: [A-Z./'’\-]+){0,4}"
    region = r"[A-Z][\w.]+(?: [A-Z][\w.]+)?"
    picture = r"(?:file|handout|aerial|undated|combination|satellite|still|pool|video|courtesy)"
    image = r"(?:photo|photograph|picture|image)"
    return (
        # REUTERS/Ann Lee, REUTERS/Ann Lee/Pool/Omar Haddad
        Mark(
            ("REUTERS/", "Reuters/"),
            re.compile(rf"(?:(?:Photo )?[Cc]redit: )?\b(?:REUTERS|Reuters(?=/{NAME} {NAME}))(?:/{NAMES}){{1,4}}"),
            "credit",
            "caption",
        ),
        # NPA/Ann Lee, The Meridian/Ann Lee/Pool at the end of a paragraph
        Mark(
            ("/",),
            re.compile(
                r"(?:(?<=[.!?”\"] )|^)[A-Z][\w.&'’\-]*(?: [A-Z][\w.&'’\-]*){0,3}"
                rf"/{NAME} {NAMES}(?:/{NAMES}){{0,4}}"
                r"(?=\.?[ \t\r]*$)",
                re.MULTILINE,
            ),
            "credit",
            "paragraph",
            core=re.compile(rf"/{NAME} [A-Z]"),
        ),
        # Photograph: Ann Lee/AFP/Getty Images
        Mark(
            ("Photograph", "Photo:", "Photo by", "Photo credit", "Picture:", "Image:"),
            re.compile(
                r"\b(?:Photograph|Photo|Picture|Image)s?(?: by| credit)?: ?"
                rf"(?:[A-Z](?:[^.\n:;]|(?<=[A-Z])\.){{0,60}}?(?:[/,|] ?| for ))?{archive}(?:/{archive})*"
            ),
            "credit",
            "caption",
            core=re.compile(r"(?:Photograph|Photo|Picture|Image)s?(?: by| credit)?:"),
        ),
        # (AP Photo/Ann Lee) (Ann Lee - AP), (Photo by Ann Lee/Getty Images), [Photo/IC], (Ann Lee/EPA)
        Mark(
            ("Photo", "photo", "Image", "Picture", "/"),
            re.compile(
                rf"[(\[](?:{archive} Photo\b[^()\[\]\n]{{0,80}}"
                r"|(?:Photo|Photos|Photograph|Picture|Image|Video)(?: by\b|:|/| courtesy\b| credit\b)[^()\[\]\n]{1,120}"
                rf"|{NAMES}(?:, File|, Pool)?/ ?{archive}(?: via {archive})?)[)\]](?: \({NAMES} - {archive}\))?"
            ),
            "credit",
            "caption",
        ),
        # in this handout photograph …, in this May 3, 2019 file photo, in an image released by
        Mark(
            ("photo", "picture", "image"),
            re.compile(
                rf"in (?<=\bin )(?:this|an?) (?:[\w.,]+ ){{0,6}}?(?:{picture}[ ,]+){{1,3}}{image}\b"
                rf"|in (?<=\bin )this {image} "
                r"(?:taken|released|provided|obtained|made available|distributed|supplied)\b"
            ),
            "caption",
            "sentence",
        ),
        # The envoy, left, and the minister (right) in Corran on March 2, 2019.
        Mark(
            (", left,", ", right,", ", centre,", ", center,", "(left)", "(right)", "(centre)", "(center)"),
            re.compile(rf"(?:, |\()(?:left|right|centre|center)[,)][^\n]{{0,300}}?\b{date}"),
            "caption",
            "sentence",
        ),
        # (Corran, October 11, 2023) Omar Haddad: a picture's place and day in parentheses, closing a line
        Mark(
            ("(",),
            re.compile(
                rf"\([A-Z][^()\n]{{1,60}}, {date}\)(?: (?:All )?(?:[Pp]hotos? )?(?:by )?{NAMES})?[ \t\r]*$",
                re.MULTILINE,
            ),
            "credit",
            "paragraph",
            core=re.compile(r"\)(?<=\d{4}\))"),
        ),
        # 3/16 2003 A mother and her children: the number of a slide before its caption
        Mark(
            ("/",),
            re.compile(r"^\d{1,2}/\d{1,2} (?:19|20)\d\d (?=[A-Z])", re.MULTILINE),
            "caption",
            "sentence",
            core=re.compile(r"/(?<=\d/)(?=\d)"),
        ),
        # (Ann Lee - AP), (By Ann Lee -- Associated Press) CORRAN, Sept. 20 --: a credit, and the dateline behind it
        Mark(
            ("(By ", "- ", "– ", "— "),
            re.compile(
                rf"\((?:By {NAMES}[^()\n]{{0,30}} (?:--|—|–|-) [^()\n]{{2,60}}|{NAMES} (?:--|—|–|-) {archive})\)"
                rf"(?: {capitals}(?:, {region})?, {month} \d{{1,2}} (?:--|—|–))?"
            ),
            "credit",
            "caption",
            core=re.compile(r"\((?:By )?[A-Z][^()\n]{2,60} (?:--|—|–|-) "),
        ),
        # GETTY The envoy at the talks: a credit before a caption, which no full stop closes
        Mark(
            ("GETTY ", "REUTERS ", "EPA ", "AFP ", "AP ", "PA ", "REX ", "ALAMY "),
            re.compile(
                r"^(?:GETTY|REUTERS|EPA|AFP|AP|PA|REX|ALAMY) (?=[A-Z])[^\n]{10,300}(?<![.!?”\"])[ \t\r]*$",
                re.MULTILINE,
            ),
            "caption",
            "mark",
        ),
        # NEW CAP FOR THE WELL When engineers …: a heading before the sentence below it
        Mark(
            (),
            re.compile(
                r"[A-Z](?=[A-Z'’\- ])(?:(?<=^.)|(?<=[.!?] .))[A-Z'’\-]* (?:(?:[A-Z][A-Z'’\-]+|A) ){2,8}(?=[A-Z][a-z])",
                re.MULTILINE,
            ),
            "furniture",
            "mark",
        ),
        # CORRAN/ANSELM, Velmara (Reuters) -: a dateline behind a byline, a stamp or a caption
        Mark(
            tuple(f"({name})" for name in _WIRES),
            re.compile(
                rf"(?<![\w(/,])(?!{zone}){capitals}(?:, {region})?(?:,? {month} \d{{1,2}})? "
                rf"\((?:{'|'.join(_WIRES)})\) ?(?:--?|—|–)"
            ),
            "dateline",
            "mark",
            core=re.compile(rf"\((?:{'|'.join(_WIRES)})\) ?[-—–]"),
        ),
        # (Update 7:14 p.m. in Corran, 12:14 p.m. ET)
        Mark(
            ("pdate",),
            re.compile(r"\(?\bUpdated?:? \d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b[^()\n]{0,50}\)"),
            "furniture",
            "mark",
            core=re.compile(r"pdated?:? \d"),
        ),
        # 12 October 2011 Last updated at 20:01 GMT Help; Ann Lee | 09:51 UK time, Friday, 28 May 2010
        Mark(
            ("Last updated at", " UK time, "),
            re.compile(
                rf"(?:{date} )?\bLast updated at {clock}(?: Help\b)?|{NAMES} \| {clock} UK time, {weekday}{date}"
            ),
            "furniture",
            "mark",
        ),
        # Skip x Embed x Share CLOSE …; The launch in pictures | 2:30 …: the items of a list of videos
        Mark(("Embed x Share",), re.compile(r"Embed x Share\b"), "furniture", "sentence"),
        Mark(("| ",), re.compile(r"\| \d{1,2}:\d\d(?= [A-Z])(?! UK)"), "furniture", "sentence"),
        # * Two are named as defendants * The judge steps aside; -- Text of the speech
        Mark(
            ("* ", "• ", "▪ ", "► "),
            re.compile(r"[*•▪►](?<!\S.)(?=\s+\S)"),
            "furniture",
            "mark",
        ),
        Mark(
            ("-- ",),
            re.compile(r"--(?=[ ]+[\"“A-Z])(?:(?<=^--)|(?<=[AP]M --))", re.MULTILINE),
            "furniture",
            "mark",
        ),
        # — Ann Lee (@annlee) October 13, 2016: who wrote a short message, and when
        Mark(
            ("(@",),
            re.compile(rf"— [^\n(—]{{1,60}} \(@\w{{1,30}}\) {date}"),
            "furniture",
            "mark",
        ),
        # © Ann Lee (AFP), Copyright © 2019 The Meridian
        Mark(
            ("©",),
            # `Ã ©` is what is left of an é that was read in the wrong encoding.
            re.compile(
                rf"(?:Copyright )?(?<!\w)(?<!Ã )© ?(?:\d{{4}}(?:[ ,]{{1,2}}{NAMES})?|{NAMES})"
                r"(?: ?[(/][\w /]{2,30}\)?)?"
            ),
            "credit",
            "mark",
        ),
        # Copyright 2019 The Meridian.
        Mark(
            ("Copyright", "copyright"),
            re.compile(r"\b[Cc]opyright (?:\([Cc]\) )?(?:19|20)\d\d\b[^.\n]{0,80}\.?"),
            "credit",
            "mark",
        ),
        # The Meridian contributed to this report.
        Mark(
            ("contributed to th", "contributed reporting"),
            re.compile(r"contributed (?<=\bcontributed )(?:to (?:this|the) (?:report|story|article)|reporting)\b"),
            "credit",
            "sentence",
        ),
        # NEW YORK | Wed Oct 6, 2010 7:20 pm EDT; Tuesday 3 August 2010 13.49 BST
        Mark(
            ("19", "20"),
            re.compile(rf"(?:{place})?\b{weekday}{date}(?: at|[,;])? {clock}(?: -- Report As Abuse)?"),
            "furniture",
            "mark",
            core=re.compile(r"(?:19|20)\d\d(?: at|[,;])? \d{1,2}[.:]\d\d"),
        ),
        # Updated 0203 GMT (1003 HKT) February 1, 2018; Published on 3 August 2010
        Mark(
            ("pdated", "ublished", "osted"),
            re.compile(
                r"\b(?:Updated|Published|Posted|Last updated|First published)(?: on| at)?:? "
                rf"(?:(?:{clock}|\d{{4}} {zone})(?: \(\d{{4}} {zone}\))?,? )?(?:on )?"
                rf"{weekday}{date}(?:,? (?:at )?{clock})?"
            ),
            "furniture",
            "mark",
        ),
    )
