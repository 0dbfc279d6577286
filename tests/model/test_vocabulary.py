from enum import StrEnum

from kehoach.model import money_vocabulary, party_vocabulary, vocabulary
from kehoach.model.labels import LABELS, label
from kehoach.model.plan import Plan
from kehoach.values.kind import Frame
from kehoach.values.plain import Choice, choice
from kehoach.values.targets import Comparison


def enumerations() -> set[type[StrEnum]]:
    modules = (vocabulary, money_vocabulary, party_vocabulary)
    found = {thing for module in modules for thing in vars(module).values() if isinstance(thing, type) and issubclass(thing, StrEnum)}
    return found - {StrEnum} | {Comparison}


def test_every_word_has_both_labels() -> None:
    assert set(LABELS) == enumerations()
    for words, labels in LABELS.items():
        assert list(labels) == [word.value for word in words]
        assert all(text.vi and text.en for text in labels.values())


def test_every_word_is_read_by_its_vietnamese_label() -> None:
    for words in LABELS:
        kind = choice(words, LABELS[words])
        for word in words:
            assert kind.read(label(word).vi, Frame()) is word
            assert kind.read(label(word).vi.upper(), Frame()) is word


def test_the_model_uses_no_other_words() -> None:
    def used(node: type, seen: set[type]) -> set[int]:
        seen.add(node)
        found: set[int] = set()
        for field in node.fields.values():  # type: ignore[attr-defined]
            for kind in (field.kind, field.keys):
                if isinstance(kind, Choice):
                    found.add(id(kind.labels))
            if field.node and field.node not in seen:
                found |= used(field.node, seen)
        return found

    assert used(Plan, set()) <= {id(labels) for labels in LABELS.values()}
