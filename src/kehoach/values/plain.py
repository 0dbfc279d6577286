"""Text as it is, and words of a vocabulary."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from kehoach.language import Text
from kehoach.values.kind import BadValueError, Frame, Kind, Schema
from kehoach.values.scalar import Scalar
from kehoach.values.text import fold, nearest, nfc, short

E = TypeVar("E", bound=StrEnum)


class Choice(Generic[E]):
    """One word of an enumeration, in English or by its Vietnamese label."""

    __slots__ = ("_by_label", "_by_word", "labels", "name")

    def __init__(self, words: type[E], labels: Mapping[str, Text], name: Text | None = None) -> None:
        self.labels = labels
        self.name = name or Text(vi="một từ trong danh sách", en="a word of the list")
        self._by_word = {word.value: word for word in words}
        self._by_label: dict[str, E] | None = None  # made when a label is first met

    def read(self, text: str, frame: Frame) -> E:
        """Find the word; a label may differ in letter case, and in marks where it stays the only one.

        Raises:
            BadValueError: no such word; names the nearest and all.
        """
        del frame
        word = self._by_word.get(text)
        if word is None:
            word = self._labelled(text)
        if word is None:
            raise self._unknown(text)
        return word

    def schema(self) -> Schema:
        """Offer words and labels; YAML may have made another type of a label."""
        words = [*self._by_word, *(self.labels[word].vi for word in self._by_word)]
        return {"anyOf": [{"enum": list(dict.fromkeys(words))}, {"type": ["number", "boolean"]}]}

    def _labelled(self, text: str) -> E | None:
        if len(text) > _LONGEST:
            return None
        if self._by_label is None:
            self._by_label = _label_keys(self._by_word, self.labels)
        return self._by_label.get(_key(text)) or self._by_label.get(fold(text))

    def _unknown(self, text: str) -> BadValueError:
        words = ", ".join(self._by_word)
        labels = {self.labels[word].vi: word for word in self._by_word}
        meant = nearest(text, (*self._by_word, *labels)) if len(text) <= _LONGEST else None
        if meant is None:
            return BadValueError(_UNKNOWN, _CHOOSE, text=short(text), words=words)
        return BadValueError(_UNKNOWN, _MEANT, text=short(text), words=words, word=labels.get(meant, meant))


def choice(words: type[E], labels: Mapping[str, Text], name: Text | None = None) -> Kind[E]:
    """Make the kind of an enumeration; `labels` has the wording of each word."""
    return Choice(words, labels, name)


def _key(label: str) -> str:
    return " ".join(nfc(label).casefold().split())


def _label_keys(words: Mapping[str, E], labels: Mapping[str, Text]) -> dict[str, E]:
    """Give each label's exact key, and its folded key where it stands for one word only."""
    folded: dict[str, E | None] = {}
    for value, word in words.items():
        for key in {fold(labels[value].vi), fold(value)}:
            folded[key] = word if folded.get(key, word) is word else None
    exact = {_key(labels[value].vi): word for value, word in words.items()}
    return {key: word for key, word in folded.items() if word is not None} | exact


def _read_text(text: str, frame: Frame) -> str:
    del frame
    return text


_LONGEST = 80

_UNKNOWN = Text(vi="{text!r} không có trong các từ: {words}", en="{text!r} is not one of: {words}")
_CHOOSE = Text(vi="Chọn một từ trong danh sách.", en="Choose a word of the list.")
_MEANT = Text(vi="Có phải ý bạn là `{word}`?", en="Did you mean `{word}`?")

TEXT: Kind[str] = Scalar(name=Text(vi="một đoạn chữ", en="a text"), read=_read_text)
