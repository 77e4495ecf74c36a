"""An act in, its day out: by the words that date it, else by what stands beside it, else its report's."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.coding.acts.sentences import Act
from dateline.events.attribution.speech_words import sayings
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.model import Basis, EntryDate, Span, Timex, TimexType
from dateline.reading.article import ArticleReading
from dateline.reading.entry_dates import basis_of, date_of, entry_date

# Dependencies by which a clause is part of what it hangs on, and of its date.
_PARTS = frozenset(("acl", "relcl", "advcl", "dobj", "pobj", "prep", "pcomp", "xcomp", "attr"))
# Dependencies of clauses that tell of other days: `accused of lying in May`, `the man who fled in May`.
_ASIDE = frozenset(("pcomp", "relcl", "acl"))
# Dependencies of what tells which one of a noun is meant.
_MODIFIERS = frozenset(("nummod", "compound", "nmod", "amod"))
# Words at the start of a sentence among which the date it opens with stands: `In May`, `Late last May`.
_OPENING = 3
# What is told beside a day so long before the report is not of the report's day.
_LONG_BEFORE = dt.timedelta(days=7)
# Sentences at the head of an article that tell whether it is news.
_LEAD = 3
# Sentences that an article opens with: what they tell in the perfect is its news.
_NEWS = 2
# Sentences before that may tell such a day.
_LOOKED_BACK = 2
# Types of what somebody is, when it was done to him.
_STATES = frozenset(("ACCUSE", "COERCE", "SANCTION"))
# Types of what is done by saying it.
_WORDS = frozenset(("AGREE", "REJECT", "THREATEN", "REQUEST", "ACCUSE"))


class Days:
    """The days of the acts of one article."""

    def __init__(
        self,
        reading: ArticleReading,
        parse: Parse,
        days: Mapping[int, Sequence[Timex]],
        dated: Container[int],
        said_by: Container[int],
    ) -> None:
        """`days` are those that words give what stands at a position, `dated` the positions of such words.

        `said_by` are the positions of what somebody says.
        """
        self._reading = reading
        self._parse = parse
        self._days = days
        self._dated = dated
        self._said_by = said_by

    def of(self, act: Act) -> EntryDate | None:
        """When: by the words that date the act or what it is part of, else the day its report was published.

        None where the words tell that it was before what is reported, and not when.
        """
        date = self._told_of(act.trigger) or self._told_of_what(act) or self._told_of_both(act)
        if date is not None:
            return date
        published = self._reading.article.published
        date = self._said_on(act)
        if date is not None and (published is None or date.first <= published):
            return date
        if published is None or self._is_earlier(act) or self._is_undated(act) or self._has_gone_on(act):
            return None
        date = self._opening(act)
        if date is not None:
            return date
        frame = self._frame(act.verb, published)
        if frame is not None:
            return frame[0]
        if self._looks_back(act, published) or self._has_been(act):
            return None
        beside = self._beside(act, published)
        if beside is not None:
            return beside[0]
        own = date_of(published.isoformat())
        return own and EntryDate(own.value, own.first, own.last, own.granularity, Basis.REPORTED)

    def _said_on(self, act: Act) -> EntryDate | None:
        """The date that words give the saying of what is done by saying it: `said on Thursday he would not go`."""
        parse = self._parse
        said = parse.heads[act.trigger]
        is_words = act.type in _WORDS or act.is_ahead
        if not is_words or parse.deps[act.trigger] != "ccomp" or parse.lemmas[said] not in sayings(parse.language):
            return None
        return self._told_of(said)

    def _opening(self, act: Act) -> EntryDate | None:
        """The date that a sentence opens with, for all that it mainly tells: `In May, they met and agreed`."""
        parse = self._parse
        first = parse.bounds[parse.sentence[act.trigger]][0]
        opening = next((k for k in range(first, first + _OPENING) if k in self._dated), None)
        position = act.trigger
        while parse.deps[position] == "conj":
            position = parse.heads[position]
        return None if opening is None or parse.deps[position] != "ROOT" else self._told_of(opening)

    def _told_of_what(self, act: Act) -> EntryDate | None:
        """The date of what is promised or demanded, if that may be the day of the words.

        `Agreed to go later this month` is not of it, `plans to go next week` only stands by it.
        """
        date, published = self._told_of(act.verb), self._reading.article.published
        is_ahead = date is not None and published is not None and date.last > published
        is_said = act.trigger != act.verb and self._parse.tags[act.trigger] in ("VBD", "VBN")
        return None if is_ahead and is_said else date

    def _told_of_both(self, act: Act) -> EntryDate | None:
        """The date behind the last of several verbs of one subject: `arrested two and freed one on Monday`."""
        parse = self._parse
        behind = [
            child
            for child in parse.children[act.trigger]
            if parse.deps[child] == "conj" and child > act.trigger and parse.tags[child] == parse.tags[act.trigger]
        ]
        last = behind[-1] if behind else None
        if last is None or parse.child(last, "nsubj", "nsubjpass") is not None:
            return None
        return self._told_of(last)

    def _beside(self, act: Act, published: dt.date) -> tuple[EntryDate | None] | None:
        """The day shortly before the report by what stands before an act of the simple past; one of None if unclear.

        What is told next to one such day is of it: `The trial began on Monday. Police arrested two men.` None where
        nothing is told of other days, or the report's own.
        """
        if not self._is_simple_past(act.trigger):
            return None
        text, sentence = self._reading.sentences, self._sentence(act.trigger)
        here = next(number for number, span in enumerate(text) if span.start == sentence.start)
        if any(date.first < published for date in self._days_in(Span(sentence.start, self._parse.starts[act.trigger]))):
            return (None,)
        for before in reversed(text[max(0, here - _LOOKED_BACK) : here]):
            told = self._days_in(before)
            if told:
                if any(date.first >= published for date in told):
                    return None
                is_one = len({date.value for date in told}) == 1 and published - told[0].first <= _LONG_BEFORE
                return (told[0] if is_one else None,)
        return None if here < _LEAD or self._tells_news(published) else (None,)

    def _days_in(self, span: Span) -> list[EntryDate]:
        """The days that time expressions of a stretch tell."""
        dates = [
            entry_date(timex)
            for timex in self._reading.timexes
            if span.start <= timex.start < span.end and timex.type in (TimexType.DATE, TimexType.TIME)
        ]
        return [replace(date, basis=Basis.COMPUTED) for date in dates if date is not None and date.is_day]

    def _tells_news(self, published: dt.date) -> bool:
        """Whether an article opens with a day shortly before its own, or its own: what it tells next is news, too."""
        text = self._reading.sentences
        lead = Span(0, text[min(_LEAD, len(text)) - 1].end)
        return any(dt.timedelta(0) <= published - date.first <= _LONG_BEFORE for date in self._days_in(lead))

    def _has_been(self, act: Act) -> bool:
        """Whether the perfect tells it below what opens the article: that it was, and no word of when.

        What an article opens with is its news: `Chile has accused Peru of spying.`
        """
        parse = self._parse
        if parse.tags[act.trigger] != "VBN":
            return False
        first = self._reading.sentences[:_NEWS][-1]
        if self._parse.starts[act.trigger] < first.end:
            return False
        verb = act.trigger
        while parse.deps[verb] == "conj" and parse.child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None:
            verb = parse.heads[verb]
        beside = [child for child in parse.children[verb] if parse.deps[child] in ("aux", "auxpass")]
        return any(parse.lemmas[child] in _have(parse) for child in beside)

    def _is_simple_past(self, verb: int) -> bool:
        """Whether the finite verb of a clause, or of the one that it is part of, is of the simple past."""
        parse = self._parse
        while True:
            beside = [child for child in parse.children[verb] if parse.deps[child] in ("aux", "auxpass")]
            finite = next(
                (child for child in (*beside, verb) if parse.tags[child] in ("VBD", "VBZ", "VBP", "MD")), None
            )
            if finite is not None:
                return parse.tags[finite] == "VBD" and not any(parse.lemmas[child] in _have(parse) for child in beside)
            if parse.heads[verb] == verb:
                return False
            verb = parse.heads[verb]

    def _looks_back(self, act: Act, published: dt.date) -> bool:
        """Whether the sentence, or those right before it, tell of a day long before its report."""
        text = self._reading.sentences
        sentence = self._sentence(act.trigger)
        here = next(number for number, span in enumerate(text) if span.start == sentence.start)
        start = text[max(0, here - _LOOKED_BACK)].start
        return any(
            start <= timex.start < sentence.end
            and timex.last is not None
            and published - timex.last > _LONG_BEFORE
            and not self._is_part_of_a_name(timex)
            for timex in self._reading.timexes
        )

    def _is_part_of_a_name(self, timex: Timex) -> bool:
        """Whether a year stands behind an article, and tells which one is meant: `the 2016 election`."""
        before = self._reading.article.text[: timex.start].split()[-1:]
        return timex.text.isdigit() and bool(before) and before[0].lower() in grammar(self._parse.language).articles

    def _told_of(self, position: int) -> EntryDate | None:
        """The date that words give what stands at a position, or that they are."""
        for timex in self._days.get(position) or self.at(position):
            date = entry_date(timex)
            if date is None or self._is_since(timex) or not self._is_its_day(timex, position):
                continue
            if not self._is_long_over(position, date):
                return replace(date, basis=basis_of(self._parse.language, timex, date))
        return None

    def _is_long_over(self, position: int, date: EntryDate) -> bool:
        """Whether the perfect tells, which gives no day long past: `has ordered a trial over his death in 2009`."""
        parse, published = self._parse, self._reading.article.published
        beside = [child for child in parse.children[position] if parse.deps[child] == "aux"]
        has = any(parse.tags[child] in ("VBZ", "VBP") and parse.lemmas[child] in _have(parse) for child in beside)
        return has and published is not None and published - date.last > _LONG_BEFORE

    def _is_its_day(self, timex: Timex, position: int) -> bool:
        """Whether a time expression is of what stands at a position: not of another clause, nor only of a noun of it.

        `In 2013 levels` and `the 2012 nominee` tell which are meant, and `Mr Holt's speech on Friday may be enough`,
        joined to what is told, tells nothing of its day.
        """
        parse = self._parse
        words = range(bisect_left(parse.starts, timex.start), bisect_left(parse.starts, timex.end))
        top = next((word for word in words if parse.heads[word] not in words), None)
        if top is None or position in words:
            return True
        head = parse.heads[top]
        if timex.text.isdigit() and parse.deps[top] in _MODIFIERS and parse.tags[head][0] == "N" and head != position:
            return False
        while top not in (position, parse.heads[top]):
            if parse.deps[top] in _ASIDE and parse.tags[top][0] == "V":
                return False
            if parse.tags[top] == "VB" and self._is_ahead(timex):
                # "Called on them to join a march later this month".
                return False
            is_clause = parse.deps[top] == "conj" and parse.tags[top][0] == "V"
            if is_clause and parse.child(top, "nsubj", "nsubjpass") is not None:
                return False
            top = parse.heads[top]
        return True

    def _is_ahead(self, timex: Timex) -> bool:
        published = self._reading.article.published
        return timex.last is not None and published is not None and timex.last > published

    def _has_gone_on(self, act: Act) -> bool:
        """Whether words tell only since when it is done."""
        parse = self._parse
        since = parse.language.words("coding/words.toml", "since")
        for child in parse.children[act.trigger]:
            marks = [child, *(mark for mark in parse.children[child] if parse.deps[mark] == "mark")]
            if parse.deps[child] in ("advcl", "prep") and any(parse.lowers[mark] in since for mark in marks):
                return True
        return any(self._is_since(timex) for timex in (*self._days.get(act.trigger, ()), *self._days.get(act.verb, ())))

    def _is_since(self, timex: Timex) -> bool:
        """Whether something has been done from a day on, which is not its day: `since 2006`."""
        before = self._reading.article.text[: timex.start].split()[-1:]
        return bool(before) and before[0].lower() in self._parse.language.words("coding/words.toml", "since")

    def at(self, position: int) -> Iterator[Timex]:
        if position in self._dated:
            start = self._parse.starts[position]
            yield from (timex for timex in self._reading.timexes if timex.start <= start < timex.end)

    def _frame(self, verb: int, published: dt.date) -> tuple[EntryDate | None] | None:
        """The date of what a clause is part of, where that was before its report; one of None where it is only beside.

        `In May he wrote, rejecting it` is of May; `expelled in May after rejecting it` has a day that nobody tells, and
        so has what is told behind `a day after` or `before`. None where the clause is part of nothing that tells.
        """
        parse = self._parse
        setting = parse.language.words("coding/words.toml", "setting")
        position = verb
        for head in parse.ancestors(verb):
            if parse.deps[position] not in _PARTS:
                break
            ties = [position, *(child for child in parse.children[position] if parse.deps[child] == "mark")]
            if any(parse.lowers[tie] in setting for tie in ties):
                return (None,)
            date = self._told_of(head)
            if date is not None:
                return (date,) if date.last < published else None
            position = head
        return None

    def _is_earlier(self, act: Act) -> bool:
        """Whether the pluperfect tells it, in nobody's words: what had been done when the rest of it was."""
        parse = self._parse
        had = {parse.lemmas[child] for child in parse.children[act.trigger] if parse.tags[child] in ("VBD", "VBG")}
        is_told = act.trigger in self._said_by or parse.deps[act.trigger] == "ccomp"
        return bool(had & _have(parse)) and not is_told

    def _is_undated(self, act: Act) -> bool:
        """Whether an adverb tells that it was before, and not when, or it only tells who is meant: `recently met`."""
        parse = self._parse
        if parse.deps[act.trigger] in ("acl", "advcl") and parse.tags[act.trigger] == "VBN":
            return True
        if act.type in _STATES and self._is_state(act.trigger):
            return True
        undated = parse.language.words("coding/words.toml", "undated")
        day_before = parse.language.words("coding/words.toml", "day_before")
        position = act.trigger
        while True:
            for child in parse.children[position]:
                behind = parse.child(child, "pobj") if parse.deps[child] == "prep" else None
                if parse.lowers[child] in undated or (behind is not None and parse.lemmas[behind] in day_before):
                    return True
            if parse.deps[position] not in _PARTS:
                return self._has_stood(position)
            position = parse.heads[position]

    def _has_stood(self, verb: int) -> bool:
        """Whether somebody tells now what others stood for: `she says that they supported it`."""
        parse = self._parse
        standing = parse.language.words("coding/words.toml", "standing")
        said = parse.heads[verb]
        return (
            parse.deps[verb] == "ccomp"
            and parse.lemmas[verb] in standing
            and parse.tags[verb] == "VBD"
            and parse.tags[said] in ("VBZ", "VBP")
        )

    def _is_state(self, verb: int) -> bool:
        """Whether a passive of the present tells how it is, and not that it was done today: `is accused of`."""
        parse = self._parse
        auxiliaries = [child for child in parse.children[verb] if parse.deps[child] in ("aux", "auxpass")]
        tags = {parse.tags[child] for child in auxiliaries}
        is_passive = any(parse.deps[child] == "auxpass" for child in auxiliaries)
        return is_passive and len(auxiliaries) == 1 and not tags.isdisjoint(("VBZ", "VBP"))

    def _sentence(self, position: int) -> Span:
        start = self._parse.starts[position]
        return next(span for span in self._reading.sentences if span.start <= start < span.end)


def _have(parse: Parse) -> frozenset[str]:
    return grammar(parse.language).have
