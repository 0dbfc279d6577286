"""The upper plan that a command is about, with its lower ones."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.extract import Extract, Member, opened
from kehoach.model.portfolio import Family, Portfolio
from kehoach.values.text import nearest
from kehoach.workspace.configuration import Configuration, configuration
from kehoach.workspace.execution import Outcome
from kehoach.workspace.running import Wishes, run


class Gathered(NamedTuple):
    """A family of plans and the workspace it was found in."""

    family: Family
    settings: Configuration
    home: Path  # the folder of the workspace in which the user stands, where plans are pinned
    troubles: tuple[KehoachError, ...]

    @property
    def uppers(self) -> tuple[Member, ...]:
        """The plan above, where it is more than what is pinned already."""
        upper = self.family.upper
        return () if upper is None or upper.card.is_pinned else (upper,)


def gathered(plan: str | None, today: date, config: Path | None = None, *, cache: bool = False) -> Gathered:
    """Check a workspace and pick the upper plan that is named: by its file, its id or its folder.

    A file outside the workspace is looked at together with the workspace: it is the upper plan of these.

    Raises:
        KehoachError: there is no such plan, no plan has lower ones, or it is not clear which is meant.
    """
    here = configuration(Path.cwd(), config)
    path = Path(plan) if plan is not None and os.path.lexists(plan) else None
    paths, home = around(path, here)
    done = run(Wishes(paths=paths, today=today, config=config, jobs=None, cache=cache), _unwatched)
    portfolio = done.portfolio
    done.close()
    if portfolio is None:
        raise KehoachError(_NO_LOWER, plan=plan or ".")
    card = _of_file(path, portfolio) if path is not None and path.is_file() else _named(plan if path is None else None, portfolio)
    lowers = portfolio.lowers.get(card.id, ())
    if not lowers:
        raise KehoachError(_NO_LOWER, plan=card.id)
    family = Family(opened(card), tuple(opened(lower) for lower in lowers), portfolio)
    return Gathered(family, done.configuration, home, done.troubles)


def around(path: Path | None, here: Configuration) -> tuple[tuple[str, ...], Path]:
    """Tell which files belong together with the one that is named, and where plans are pinned."""
    if path is None:
        return (), here.root
    absolute = path.absolute()
    if path.is_dir():
        return (str(path),), configuration(absolute).root
    if absolute.resolve().is_relative_to(here.root.resolve()):
        settings = configuration(absolute.parent)
        return (os.path.relpath(settings.root),), settings.root
    return (os.path.relpath(here.root), str(path)), here.root


def _of_file(path: Path, portfolio: Portfolio) -> Extract:
    for card in portfolio.extracts:
        if Path(card.path).absolute().resolve() == path.absolute().resolve():
            return card
    raise KehoachError(_NO_PLAN, plan=str(path), hint=Text("", ""))


def _named(name: str | None, portfolio: Portfolio) -> Extract:
    if name is not None:
        card = portfolio.by_id.get(name)
        if card is not None:
            return card
        near = nearest(name, sorted(portfolio.by_id))
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
        raise KehoachError(_NO_PLAN, plan=name, hint=hint)
    tops = [portfolio.by_id[parent] for parent in portfolio.lowers if parent in portfolio.by_id]
    tops = [card for card in tops if card.parent not in portfolio.by_id]
    if len(tops) == 1:
        return tops[0]
    if not tops:
        raise KehoachError(_NO_LOWER, plan=".")
    raise KehoachError(_SEVERAL, plans=", ".join(card.id for card in tops[:_SHOWN]) + (", …" if len(tops) > _SHOWN else ""))


def _unwatched(outcomes: Iterable[Outcome], _: int) -> Iterator[Outcome]:
    return iter(outcomes)


_SHOWN = 10
_NO_LOWER = Text(
    vi="{plan}: không kế hoạch nào có `parent` là kế hoạch này",
    en="{plan}: no plan has it as its `parent`",
)
_NO_PLAN = Text(vi="không có kế hoạch {plan} trong kho{hint}", en="there is no plan {plan} in the workspace{hint}")
_SEVERAL = Text(vi="có nhiều kế hoạch trên cùng, hãy ghi rõ: {plans}", en="several plans stand uppermost, say which: {plans}")
