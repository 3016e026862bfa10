"""How many years of school a text asks for.

English: the Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, 1975, Research
Branch Report 8-75). Spanish: Crawford's formula (Crawford, 1985, "Fórmula y gráfico para
determinar la comprensibilidad de textos de nivel primario en castellano", Lectura y Vida 6(4)).
Other languages have none here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

HIGHEST_GRADE = 8.0
_FEWEST_WORDS = 30
_WORST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # noqa: RUF001 - a real apostrophe
_SENTENCE_END = re.compile(
    r"(?<!\b[ap]\.m)(?<!\b[A-Z])(?<!\b[DMS][rs])(?<!\bMrs)"  # p.m., U.S., Dr., Mrs.
    r"[.!?…]+[\"”’)]*\s+(?=[^a-z])"  # noqa: RUF001 - a real quotation mark
)


@dataclass(frozen=True)
class ReadingLevel:
    """A text's grade, and its hardest sentences, the worst first."""

    grade: float
    hardest: tuple[str, ...]


def reading_level(paragraphs: Iterable[str], language: str) -> ReadingLevel | None:
    """The level of a text; None for a language without a formula or a text under 30 words."""
    return _level_of(tuple(paragraphs), language)


@lru_cache(maxsize=1024)
def _level_of(paragraphs: tuple[str, ...], language: str) -> ReadingLevel | None:
    formula = _FORMULAS.get(language.split("-", maxsplit=1)[0])
    sentences = [s for paragraph in paragraphs for s in split_sentences(paragraph)]
    counted = [(s, words) for s in sentences if (words := _WORD.findall(s))]
    total = sum(len(words) for _, words in counted)
    if formula is None or total < _FEWEST_WORDS:
        return None
    syllables = sum(syllables_of(word, language) for _, words in counted for word in words)
    worst = sorted(counted, key=lambda item: -_grade_of(item[1], language, formula))
    return ReadingLevel(
        formula(total, len(counted), syllables), tuple(s for s, _ in worst[:_WORST])
    )


def split_sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; a heading or a list item without a full stop is one."""
    return [part.strip() for part in _SENTENCE_END.split(paragraph) if part.strip()]


def syllables_of(word: str, language: str) -> int:
    """About how many syllables a word has, by its groups of vowels."""
    word = word.casefold()
    return _syllables_in_spanish(word) if language.startswith("es") else _syllables(word)


_SILENT_E = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouydt]ed$|[^aeiouycghsxz]es$"
    r"|[^aeiouy]e(?=(?:ful|less|ly|ment)$|work|line|time|side|room|land|where|thing)"
)
_HIATUS = re.compile(
    r"(?<![ctsg])i[ao](?!n)|(?<![cht])ie(?=n(?!d)|t)|(?:cr|id|ar)ea(?![ms])|eo$|[^gq]ua|ying$|ium"
)


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - len(_SILENT_E.findall(word)) + len(_HIATUS.findall(word)))


def _syllables_in_spanish(word: str) -> int:
    word = re.sub(r"qu|gu(?=[eiéí])", "q", re.sub(r"y\b", "i", word))
    word = re.sub(r"(?<=[aeoáéó])(?=[aeoáéóíú])|(?<=[íú])(?=[aeoáéó])", " ", word)
    return max(1, len(re.findall(r"[aeiouáéíóúü]+", word)))


def _grade_of(words: list[str], language: str, formula: Callable[[int, int, int], float]) -> float:
    return formula(len(words), 1, sum(syllables_of(word, language) for word in words))


def _flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _crawford(words: int, sentences: int, syllables: int) -> float:
    return -0.205 * 100 * sentences / words + 0.049 * 100 * syllables / words - 3.407


_FORMULAS: dict[str, Callable[[int, int, int], float]] = {
    "en": _flesch_kincaid,
    "es": _crawford,
}
