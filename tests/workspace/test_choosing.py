"""Which plan is meant by a path, an id, or nothing."""

from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.workspace.choosing import file_of, plan_file

PLAN = "kehoach: plan/1\nid: {id}  # mã\n"
REGISTER = "kehoach: register/1\nid: chi-tieu\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chi-tieu.yaml").write_text(REGISTER, "utf-8")
    (tmp_path / "xa.yaml").write_text(PLAN.format(id="xa-mau-2026"), "utf-8")
    return tmp_path


def test_a_register_beside_the_only_plan_is_none(here: Path) -> None:
    assert plan_file(None).name == "xa.yaml"
    assert plan_file(str(here)).file == str(here / "xa.yaml")


def test_several_plans_are_listed_without_other_documents(here: Path) -> None:
    (here / "hai.yaml").write_text(PLAN.format(id="hai"), "utf-8")

    with pytest.raises(KehoachError, match=r"there are 2 plans in \., say which: hai.yaml, xa.yaml$"):
        plan_file(None)


def test_a_plan_may_be_named_by_its_id(here: Path) -> None:
    assert plan_file("xa-mau-2026").name == "xa.yaml"

    (here / "xa-mau-2026").write_text(PLAN.format(id="khac"), "utf-8")
    assert plan_file("xa-mau-2026").name == "xa-mau-2026"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("xa-mua-2026", "no plan of that id in the workspace; did you mean xa-mau-2026?"),
        ("chi-tieu", "no plan of that id in the workspace$"),
        ("xa-mau-2026.yaml", "^there is no file xa-mau-2026.yaml; check the name and the folder$"),
        ("khac/xa-mau-2026", "^there is no file khac/xa-mau-2026; check the name and the folder$"),
    ],
)
@pytest.mark.usefixtures("here")
def test_no_such_plan(name: str, said: str) -> None:
    with pytest.raises(KehoachError, match=said):
        file_of(name)


def test_an_id_of_two_files_is_not_clear(here: Path) -> None:
    (here / "ban-sao.yaml").write_text(PLAN.format(id="xa-mau-2026"), "utf-8")

    with pytest.raises(KehoachError, match=r"the id xa-mau-2026, say which: ban-sao.yaml, xa.yaml"):
        file_of("xa-mau-2026")
