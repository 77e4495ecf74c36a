"""The words of a passage in, whether it takes something for known out: `the attack`, `the company`, `them`.

A noun with `the` that nothing marks out, and a pronoun of several without any several before it, mean what stands
before the passage. Only nouns of what happens and of bodies are asked about, and what the passage opens with: `the
weather` and `the president` are known to every reader.
"""

from collections.abc import Sequence

from dateline.entities.name_words import name_words
from dateline.events.mentions.event_kinds import kinds
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.words import number_words, prepositions, pronouns, speaker_nouns
from dateline.events.surface.clauses import Word, is_finite
from dateline.events.surface.lexicon import lexicon
from dateline.languages import Language, made_once
from dateline.text.words import word_list

# Words of a noun at most, its article aside: `the second round`.
_LONGEST_NOUN = 3


def takes_for_known(language: Language, words: Sequence[Word]) -> bool:
    """Whether a passage of these words speaks of what stands before it in its article."""
    the, definite, several = grammar(language).the, grammar(language).definite, pronouns(language).several
    alike = word_list(language, "alike")
    return any(
        _is_known(language, words, i)
        if word.lower in the
        else _is_pointed_at(language, words, i) or _is_pronoun(language, words, i)
        if word.lower in definite
        else (word.lower in several and not _are_several(language, words[:i]))
        or (word.lower in alike and _is_like_another(language, words, i))
        for i, word in enumerate(words)
    )


def _is_like_another(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether nothing behind `similar` says like what: `overcame a similar challenge`."""
    behind = [word.lower for word in words[i + 1 : i + 1 + _LONGEST_NOUN]]
    return not prepositions(language).intersection(behind)


def _is_pointed_at(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether a demonstrative stands before a noun that means one of which was spoken: `repeats that message`."""
    noun = noun_behind(language, words, i)[:1]
    return bool(noun) and noun[0].lower in _leaning(language) | speaker_nouns(language, "document", "record")


def _is_pronoun(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether a demonstrative is what a verb is said of: `said that was not true`, not `the deal that was struck`."""
    lex, known = lexicon(language), grammar(language)
    if i + 1 == len(words) or words[i + 1].lower not in lex.auxiliary:
        return False
    opens = lex.speech_verb | known.and_ | known.but | known.parts_of_times
    return not i or not words[i - 1].text[0].isalnum() or words[i - 1].lower in opens


def _is_known(language: Language, words: Sequence[Word], i: int) -> bool:
    """Whether the noun behind the article `i` is one that nothing marks out."""
    noun = noun_behind(language, words, i)
    if not noun:
        return False
    end = i + 1 + len(noun)
    if is_marked_out(language, words[end : end + 2]):
        return False
    last = noun[-1].lower
    if any(word.lower == last for word in words[:i]):
        return False
    return i == 0 or any(kinds(language, [word.lower]) or word.lower in _leaning(language) for word in noun)


@made_once
def _leaning(language: Language) -> frozenset[str]:
    """Nouns besides those of what happens that mean one of which was spoken: of bodies, of persons, of things."""
    persons = speaker_nouns(language, "person") - name_words(language).rank - name_words(language).title
    return persons | speaker_nouns(language, "organisation", "outlet", "body") | word_list(language, "leaning")


def noun_behind(language: Language, words: Sequence[Word], i: int) -> Sequence[Word]:
    """The words of the noun, in small letters, that the article `i` opens; none where it is a name."""
    found: list[Word] = []
    for k in range(i + 1, min(i + 1 + _LONGEST_NOUN, len(words))):
        word = words[k]
        is_noun = (
            word.text.replace("-", "").isalpha()
            and word.text.islower()
            and word.lower not in name_words(language).function
        )
        if not is_noun or is_finite(words, k, lexicon(language)):
            break
        found.append(word)
    return found


def is_marked_out(language: Language, behind: Sequence[Word]) -> bool:
    """Whether the words behind a noun tell which one it is, and not when: `the talks in Zell`, `the ferry Marigold`."""
    if not behind or any(word.lower in name_words(language).calendar or word.text[0].isdigit() for word in behind[1:]):
        return False
    if behind[0].lower in name_words(language).calendar:
        return False
    if any(word.lower in grammar(language).articles - grammar(language).the for word in behind[1:]):
        # "The meeting in a tweet".
        return False
    word = behind[0]
    if word.text[0].isupper() or word.text[0].isdigit():
        return True
    return word.lower in prepositions(language) | lexicon(language).relative | grammar(language).to


def _are_several(language: Language, words: Sequence[Word]) -> bool:
    """Whether words name several, or two and one."""
    plain = [word.text for word in words if word.text.islower() and word.text not in lexicon(language).auxiliary]
    return any(word in grammar(language).and_ or number_words(language).is_several(word) for word in plain)
