"""The grammar of a language for attribution: which module reads its sentences."""

from summarize.speech import clauses, verbsecond
from summarize.speech.attribution import Attribution
from summarize.speech.syntax import Sentence


def attribute(sentence: Sentence, at: int) -> Attribution | None:
    """Return who says the quote at token `at`, as its own sentence tells."""
    if sentence.lexicon.verb_second:
        return verbsecond.attribute(sentence.classes, at)
    return clauses.attribute(sentence.classes, at)


def governing_cue(sentence: Sentence) -> Attribution | None:
    """Return the last cue of a sentence and its subject: who may speak in the next."""
    end = len(sentence.classes)
    if sentence.lexicon.verb_second:
        return verbsecond.governing_cue(sentence.classes, end)
    return clauses.governing_cue(sentence.classes, end)
