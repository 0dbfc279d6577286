import pytest

from kehoach.rules.base import Rule
from rules.examples import ALL, FOLDERS, example, folder, found, marked

each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: f"{rule.code}-{rule.name}")


@each_rule
def test_bad_example_is_caught(rule: Rule) -> None:
    file = example(rule, "bad")

    assert rule.code in {code for _, code in marked(file)}
    assert found(file) == marked(file)


@each_rule
def test_good_example_is_clean(rule: Rule) -> None:
    assert found(example(rule, "good")) == []


def test_no_folder_without_rule() -> None:
    assert {path.name for path in FOLDERS.iterdir() if path.is_dir()} == {folder(rule).name for rule in ALL}
