"""The words of a source in, what they name or describe out, by the surface: role and rank stand before a name."""

import re
from collections.abc import Sequence

from dateline.entities.countries import by_adjective
from dateline.entities.name_words import name_words
from dateline.entities.names import bare
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.bodies import whole_name
from dateline.events.speakers.source import Source
from dateline.events.speakers.words import can_speak, names_nobody, number_words, speaker_nouns
from dateline.events.surface.clauses import is_past
from dateline.events.surface.lexicon import lexicon
from dateline.languages import Language
from dateline.model import Span

_POSSESSIVE = re.compile(r"[’']s?$")


def source_of(language: Language, text: str, span: Span, *, opens: bool) -> Source:
    """What the words of a source name: role and rank are dropped before a name, else the words stay as written.

    `opens` says whether the source opens a sentence, where any word has a capital.

    `Kremlin aide Yury Ushakov` gives `Yury Ushakov`, `Russia’s Kommersant newspaper` gives `Kommersant`, and
    `a Russian news report` stays as it is.
    """
    lex = lexicon(language)
    written = _who_of_whom(language, _behind_brackets(span.of(text)).strip(' ,.;:\N{REPLACEMENT CHARACTER}—–"“”'))
    words = lex.clause_behind.split(written)[0].strip(" ,") or written.strip("()")
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if not parts:
        # Nothing but marks: whose they are stands elsewhere.
        return Source(span.of(text), span.start, False, opens=opens)
    words = next((part for part in parts if lex.name.fullmatch(part)), parts[0])
    described = words
    if words.rsplit(maxsplit=1)[-1] in speaker_nouns(language, "anyone"):
        described = lex.clause_apart.split(written)[0].strip(" ,") or words
    tokens = words.split()
    preposition = next((i for i, token in enumerate(tokens) if i and token in lex.source_preposition), len(tokens))
    head = tokens[:preposition]
    if preposition < len(tokens) and tokens[preposition] in lex.by and head[-1] in speaker_nouns(language, "document"):
        # By whom a document is: `a count by the Sentinel from its two hospitals`.
        tokens = tokens[preposition + 1 :]
        preposition = next((i for i, token in enumerate(tokens) if i and token in lex.source_preposition), len(tokens))
        head = tokens[:preposition]
        words = described = " ".join(head)
    # "Two officials briefed on the plan."
    is_clause = len(head) > 1 and head[-1] not in lex.not_past and is_past(head[-1], lex)
    noun = head[-2 if is_clause else -1].lower()
    while len(head) > 1 and head[-1] in lex.outlet_noun and head[-2].lower() not in grammar(language).articles:
        head.pop()
    start = len(head)
    particles = name_words(language).particle
    while start and (head[start - 1][0].isupper() or (head[start - 1] in particles and start < len(head))):
        start -= 1
    owner = next((i for i in range(len(head) - 1, start - 1, -1) if _POSSESSIVE.search(head[i])), start - 1)
    name = head[owner + 1 :]
    is_common = opens and len(name) == len(head) == 1 and names_nobody(language, noun)
    if not name or is_common or all(_is_rank(language, token) for token in name):
        opening = tokens[0]
        if opening in lex.capital_articles:
            described = described[0].lower() + described[1:]
        is_definite = opening.lower() in grammar(language).definite
        return Source(described, span.start, False, noun, _is_several(language, head, noun), is_definite, opens)
    if len(head) < preposition and by_adjective(language).keys() & {" ".join(name[-2:]), name[-1]}:
        return Source(words, span.start, False, noun, _is_several(language, head, noun))
    joined = any(word in grammar(language).and_ for word in name)
    before = head[owner] if owner >= 0 else ""
    beside = noun if noun in lex.outlet_noun else before if before.islower() else ""
    named = whole_name(language, tokens, bare(language, name))
    joined = joined and any(word not in named for word in name if word[:1].isupper())
    return Source(" ".join(named), span.start, True, beside, joined, opens=opens)


def _behind_brackets(words: str) -> str:
    """Words without a bracket that closes before them: `(updated at noon) Ada Quill`."""
    behind = words.rpartition(")")[2]
    is_before = words.startswith("(") or words.count(")") > words.count("(")
    return behind if is_before and behind.strip() else words


def _who_of_whom(language: Language, words: str) -> str:
    """Of `a meeting that aides`, who says something of it: `aides`."""
    before, relative, behind = words.rpartition(" that ")
    told = behind.split()
    is_who = bool(relative) and len(told) == 1 and told[0].islower() and can_speak(language, told[0])
    return behind if is_who and before else words


def _is_rank(language: Language, token: str) -> bool:
    return token.lower() in name_words(language).title or not token[0].isupper()


def _is_several(language: Language, head: Sequence[str], noun: str) -> bool:
    """Whether words with this noun mean several."""
    return number_words(language).is_several(noun) or any(word in grammar(language).and_ for word in head)
