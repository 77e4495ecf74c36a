"""A word among the words around it in, whether it looks back or ahead, as verbs and what goes with them do, out."""

from collections.abc import Sequence, Set

from dateline.times.resolving.tense_words import Cues, Present

# Words of a day that stands between a verb and its infinitive: "promised on Monday to".
_ASIDE = 2
# Words between a modal and the last verb form it governs.
_VERB_PHRASE = 3


def sense_of(words: Sequence[str], position: int, cues: Cues) -> int:
    """What the word at `position` tells by itself, or with the word before it."""
    word = words[position]
    previous = words[position - 1].lower() if position else ""
    if word in cues.after_plans and position > _ASIDE and words[position - 1].istitle():
        # "Promised on Monday to", "promised Monday to".
        previous = words[position - 2 - (words[position - 2].lower() in cues.days_after)].lower()
    if sense := cues.double.get((previous, word)):
        return 0 if _is_of_a_phrase(words, position, cues) else sense
    if (previous, word) in cues.hoped:
        return -1 if governs(cues.given_up, words, position - 1, cues) else 1
    if previous in cues.trying and word in cues.after_plans:
        # "Is seeking to win on Friday", but not "was seeking to".
        return int(governs(cues.present_be, words, position - 1, cues))
    if previous in cues.neither_after or word in cues.names:
        return 0
    sense = cues.single.get(word.lower(), 0)
    if sense and _is_of_a_phrase(words, position, cues):
        return 0
    if word in cues.having and not cues.one_thing.isdisjoint(words[position + 1 : position + 2]):
        return -1 if governs(cues.past_auxiliaries, words, position, cues) else 1
    if word in cues.terms and not cues.kept_or_not.isdisjoint(words[:position]):
        return -1
    if sense and word in cues.nouns and _is_noun(words, position, cues):
        return 0
    if sense == 1 and word not in cues.intending and governs(cues.past_auxiliaries, words, position, cues):
        return -1
    if sense == 1 and word in cues.modals and _is_perfect(words, position, cues):
        # "Could have collapsed", but "will have finished".
        return 1 if word in cues.sure_modals else -1
    if sense == -1 and word in cues.perfect and _is_perfect(words, position - 1, cues):
        return 0
    if not sense and _is_present(words, position, cues):
        return 1
    if (sense == -1 and word in cues.also_unchanged) or (
        not sense
        and is_participle(word, cues)
        and not (_is_of_a_phrase(words, position, cues) or _describes(words, position, cues))
    ):
        if governs(cues.perfect, words, position, cues):
            return 0 if governs(cues.modals, words, position, cues) else -1
        if governs(cues.modals, words, position, cues):
            return 1
        return 0 if governs(cues.present_be, words, position, cues) else -1
    return sense


def _is_of_a_phrase(words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether the word at `position` tells nothing with the one beside it: "next to the bank", "as expected"."""
    pairs = (words[position : position + 2], words[max(0, position - 1) : position + 1])
    return any(" ".join(pair).lower() in cues.phrases for pair in pairs)


def _describes(words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether a participle describes the noun behind it: "will rule on the alleged fraud"."""
    behind = words[position + 1 : position + 2]
    if position < 1 or not behind or not behind[0].islower() or behind[0] in cues.days_after | cues.ends_of_phrases:
        return False
    return words[position - 1].lower() in cues.describing_after


def _is_noun(words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether a noun stands at `position`: "its plans", "his audacious plans", "unveiled plans"."""
    reach = 2 if words[position] in cues.nouns_after_adjectives else 1
    before = [word.lower() for word in words[max(0, position - reach) : position]]
    return not cues.before_nouns.isdisjoint(before) or (bool(before) and is_participle(before[-1], cues))


def _is_present(words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether a verb in the simple present stands at `position`: "schools reopen", "the court hears"."""
    form = cues.present.get(words[position])
    if form is None or not position or words[position] in cues.states:
        return False
    subject = _subject(words, position, cues)
    if not form.third and subject.lower() in cues.pronouns:
        return True
    return form.sure and _agrees(form, subject, cues, opens=position == 1)


def is_maybe_present(words: Sequence[str], position: int, cues: Cues) -> bool:
    """As `_is_present`, of forms that are nouns as often: "the council votes", "teachers strike"."""
    form = cues.present.get(words[position])
    if form is None or not position or words[position] in cues.states:
        return False
    if not form.third and position == 1 and all(word[0].isupper() for word in words[:3:2]):
        # A team is many: "Norden play Sudland".
        return words[0].lower() not in cues.not_subjects
    return _agrees(form, _subject(words, position, cues), cues, opens=position == 1)


def _subject(words: Sequence[str], position: int, cues: Cues) -> str:
    """The word before a verb, but for an adverb: "we formally | open"."""
    before = words[position - 1]
    return words[position - 2] if position > 1 and before.endswith(cues.adverb_endings) else before


def _agrees(form: Present, subject: str, cues: Cues, *, opens: bool) -> bool:
    """Whether the word before a form may be the end of its subject; `opens` says that it is the first of its words."""
    if subject.lower() in cues.not_subjects or not subject[0].isalpha() or "'" in subject or "’" in subject:
        return False
    if not form.third and subject[0].isupper() and not opens:
        # "After Ms Sanders' win" has no plural.
        return False
    subject = subject.lower()
    plural = subject in cues.plurals or (
        subject.endswith(cues.plural_endings)
        and not subject.endswith(cues.not_plural_endings)
        and subject not in cues.not_plurals
    )
    return plural != form.third


def _is_perfect(words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether the modal at `position` governs a perfect: "could have", "may not have"."""
    if position < 0 or words[position].lower() not in cues.modals:
        return False
    for at in (position + 1, position + 2):
        if at < len(words) and words[at].lower() in cues.perfect:
            done = words[at + 1 : at + 3]
            return not done or any(is_done(word, cues) for word in done)
    return False


def is_done(word: str, cues: Cues) -> bool:
    """Whether a word is a participle, regular or not."""
    return word in cues.participles or cues.single.get(word) == -1 or is_participle(word, cues)


def is_participle(word: str, cues: Cues) -> bool:
    return word.islower() and word.endswith(cues.endings) and word not in cues.not_back


def governs(verbs: Set[str], words: Sequence[str], position: int, cues: Cues) -> bool:
    """Whether one of `verbs` governs the form at `position`: "may stay shut", "will be formally opened"."""
    for word in reversed(words[max(0, position - _VERB_PHRASE) : position]):
        if word.lower() in verbs and word not in cues.names:
            return True
        if word.lower() in cues.ends_of_phrases:
            return False
    return False
