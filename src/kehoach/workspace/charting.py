"""The plans of a workspace by their cards, and each in full when a results chain reaches it."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kehoach.analysis.extracting import extract
from kehoach.analysis.tracing.base import Atlas
from kehoach.analysis.tracing.trace import known
from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.model.extract import Extract, held
from kehoach.model.plan import Plan
from kehoach.model.portfolio import Portfolio
from kehoach.model.vocabulary import Stage
from kehoach.reading.loading import Loaded, load
from kehoach.values.text import nearest
from kehoach.workspace import pinning
from kehoach.workspace.configuration import Configuration, configuration
from kehoach.workspace.discovery import Source, below_root, discover, read
from kehoach.workspace.execution import in_processes
from kehoach.workspace.gathering import around


class Sheet(NamedTuple):
    """The card of one file, or why it has none."""

    source: Source
    card: Extract | None
    trouble: KehoachError | None = None


Progress = Callable[[Iterable[Sheet], int], Iterator[Sheet]]


class Charted(NamedTuple):
    """The plan that is meant, the thing in it, and all plans around.

    Attributes:
        thing: the id of a thing of the plan; empty: the whole plan.
        unread: files that could not be read as plans.
    """

    atlas: Atlas
    plan: Plan
    thing: str
    settings: Configuration
    troubles: tuple[KehoachError, ...]
    unread: tuple[str, ...]


def charted(first: str | None, second: str | None, config: Path | None, progress: Progress) -> Charted:
    """Find the plan that is named by its file, folder or id, and the thing in it; `plan-id#id` names both, an id alone the thing.

    Raises:
        KehoachError: there is no such plan or thing; names the nearest.
    """
    here = configuration(Path.cwd(), config)
    path = Path(first) if first is not None and os.path.lexists(first) else None
    paths, _ = around(path, here)
    settings = configuration(Path(paths[0]).absolute(), config) if paths and Path(paths[0]).is_dir() else here
    found = discover(list(paths), settings.plans, settings.exclude, settings.root)
    if not found.sources:
        raise found.troubles[0]
    sheets = list(progress(in_processes(found.sources, _sheets), len(found.sources)))
    files = {sheet.card.path: sheet.source for sheet in sheets if sheet.card is not None}
    cards = sorted((sheet.card for sheet in sheets if sheet.card is not None), key=lambda card: (not _is(card, path), card.path))
    portfolio = Portfolio(extracts=tuple(cards), pinned=dict(pinning.read(settings.root)), is_whole=True)
    atlas = Atlas(portfolio, lambda name: _read(portfolio, files, name))
    plan, thing = _meant(first, second, path, atlas)
    return Charted(
        atlas=atlas,
        plan=plan,
        thing=thing,
        settings=settings,
        troubles=(*found.troubles, *(sheet.trouble for sheet in sheets if sheet.trouble is not None)),
        unread=tuple(sheet.source.name for sheet in sheets if sheet.card is None and sheet.trouble is None),
    )


def _sheets(sources: Iterable[Source]) -> list[Sheet]:
    return [sheet for source in sources if (sheet := _sheet(source)) is not None]


def _sheet(source: Source) -> Sheet | None:
    """Take the card of a file; nothing of a document that is no plan."""
    try:
        loaded = _load(source)
    except KehoachError as error:
        return Sheet(source, None, error)
    if loaded.skipped:
        return None
    built = loaded.built
    if built is None:
        return Sheet(source, None)
    return Sheet(source, held(extract(built, loaded.document, built.node.stage or Stage.DRAFT, (), quote=False)))


def _load(source: Source) -> Loaded:
    return load(read(source), source.name, folders=below_root(Path(source.file).absolute().parent))


def _read(portfolio: Portfolio, files: dict[str, Source], name: str) -> Plan | None:
    """Read a plan in full; none of one that is only pinned, or not there."""
    card = portfolio.by_id.get(name)
    source = files.get(card.path) if card is not None and not card.is_pinned else None
    if source is None:
        return None
    built = _load(source).built
    return built.node if built is not None else None


def _is(card: Extract, path: Path | None) -> bool:
    """Tell whether a card is of the file that was named; of several plans with one id that one is meant."""
    return path is not None and path.is_file() and os.path.realpath(card.path) == os.path.realpath(path)


def _meant(first: str | None, second: str | None, path: Path | None, atlas: Atlas) -> tuple[Plan, str]:
    cards = atlas.portfolio.extracts
    if path is not None:
        own = [card for card in cards if _is(card, path)]
        if not own and not path.is_dir():
            raise KehoachError(_NO_PLAN_FILE, path=str(path))
        return _thing(own[0].id if own else _uppermost(atlas), second or "", atlas)
    name, _, inside = (first or "").partition("#")
    if not first or (second is None and not inside and name not in atlas.portfolio.by_id):
        return _thing(_uppermost(atlas, name), name, atlas, instead=name)
    return _thing(name, inside or second or "", atlas)


def _thing(plan_id: str, name: str, atlas: Atlas, instead: str = "") -> tuple[Plan, str]:
    """Find the plan and the thing in it; a word that is neither the one nor the other is close to one of both."""
    plan = atlas.plan(plan_id)
    if plan is None:
        raise _no_plan(plan_id, atlas)
    things = known(plan)
    if name and name not in things:
        near = nearest(name, things) or (nearest(instead, sorted(atlas.portfolio.by_id)) if instead else None)
        hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else _of(plan_id)
        raise KehoachError(_NO_THING, id=name, plan=plan_id, hint=hint)
    return plan, name


def _of(plan_id: str) -> Text:
    return Text(f"; `kehoach trace {plan_id}` cho thấy mọi mã", f"; `kehoach trace {plan_id}` shows every id")


def _no_plan(name: str, atlas: Atlas) -> KehoachError:
    near = nearest(name, sorted(atlas.portfolio.by_id))
    hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
    return KehoachError(_NO_PLAN, plan=name, hint=hint)


def _uppermost(atlas: Atlas, name: str = "") -> str:
    """Choose the only plan, else the only one that has plans below it and none above."""
    portfolio = atlas.portfolio
    if len(portfolio.extracts) == 1:
        return portfolio.extracts[0].id
    tops = [card.id for card in portfolio.extracts if card.id in portfolio.lowers and card.parent not in portfolio.by_id]
    if len(tops) == 1:
        return tops[0]
    if name:
        raise _no_plan(name, atlas)
    plans = tops or [card.id for card in portfolio.extracts]
    if not plans:
        raise KehoachError(_NONE_READ)
    raise KehoachError(_SEVERAL, plans=", ".join(plans[:_SHOWN]) + (", …" if len(plans) > _SHOWN else ""))


_SHOWN = 10
_NO_PLAN = Text(vi="không có kế hoạch {plan} trong kho{hint}", en="there is no plan {plan} in the workspace{hint}")
_NO_PLAN_FILE = Text(
    vi="{path} không đọc được thành một kế hoạch; `kehoach validate` nói vì sao",
    en="{path} cannot be read as a plan; `kehoach validate` says why",
)
_NO_THING = Text(
    vi="{plan} không có mục tiêu, đầu ra, nhiệm vụ, nguồn vốn, chỉ tiêu, đơn vị, rủi ro, cam kết hay kiến nghị nào mã {id}{hint}",
    en="{plan} has no objective, output, task, fund, indicator, body, risk, commitment or request {id}{hint}",
)
_NONE_READ = Text(
    vi="không tệp nào ở đây đọc được thành một kế hoạch; `kehoach validate` nói vì sao",
    en="no file here can be read as a plan; `kehoach validate` says why",
)
_SEVERAL = Text(vi="có nhiều kế hoạch, hãy ghi rõ: {plans}", en="there are several plans, say which: {plans}")
