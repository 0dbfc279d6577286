"""`kehoach.yaml`: found, read, and every value with where it comes from."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.diagnostics import Severity
from kehoach.errors import KehoachError
from kehoach.language import Language, Text
from kehoach.model.vocabulary import Level
from kehoach.model.workspace import CustomRule, Expected, Waiver, Workspace
from kehoach.reading.complaint import Complaint
from kehoach.reading.document import Document
from kehoach.reading.workspaces import load_workspace
from kehoach.rules.base import Thresholds
from kehoach.rules.catalogue import by_code
from kehoach.values.text import nearest
from kehoach.workspace.discovery import SETTINGS, Source, read, root

if TYPE_CHECKING:
    from kehoach.rules.custom import CustomRuleError

DEFAULT = "default"

_MOST_SHOWN = 5


class BadSettingsError(KehoachError):
    """The workspace's own file is wrong: every line says where and why."""

    def __init__(self, said: list[tuple[str, Text, Mapping[str, object]]]) -> None:
        self.said = said
        super().__init__(_BAD, lines=Text(self._lines(Language.VI), self._lines(Language.EN)))

    def _lines(self, language: Language) -> str:
        shown = [f"{place}: {text.fill(language, values)}" for place, text, values in self.said[:_MOST_SHOWN]]
        more = len(self.said) - len(shown)
        return "\n".join(shown) + (f"\n… +{more}" if more else "")


class Configuration(NamedTuple):
    """What the workspace wants, with the origin of each value."""

    root: Path
    file: Path | None = None
    language: str = ""
    plans: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    follows: Mapping[Level, tuple[str, ...]] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    per_file: Mapping[str, tuple[str, ...]] = {}
    thresholds: Thresholds = Thresholds()
    expected: tuple[Expected, ...] = ()
    register: tuple[str, ...] = ()
    crosswalk: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    custom: tuple[CustomRule, ...] = ()
    templates: str = ""
    processes: str = ""
    document: Document | None = None
    origins: Mapping[str, str] = {}


def configuration(start: Path, given: Path | None = None) -> Configuration:
    """Read the nearest `kehoach.yaml` upward to the repository's root, or the one that is given.

    Raises:
        KehoachError: a given file is missing; or the file is wrong, with every place.
    """
    top = root(start)
    file = given or _nearest(start, top)
    if file is None:
        return Configuration(root=top)
    content = read(Source(str(file), str(file)))
    name = _shown(file)
    document, complaints, built = load_workspace(content, name)
    if built is None or complaints:
        raise BadSettingsError([_told(document, complaint) for complaint in complaints])
    workspace = built.node
    wrong = [*_unknown_codes(workspace, document), *_bad_rules(workspace, document), *_leading_out(file, workspace, document)]
    if wrong:
        raise BadSettingsError(wrong)
    return _configured(file, document, workspace)


def codes(texts: Iterable[str], option: str, custom: tuple[CustomRule, ...]) -> tuple[str, ...]:
    """Read rule codes, families or names, separated by commas.

    Raises:
        KehoachError: one is none of these; names the nearest.
    """
    if not texts:
        return ()
    known = [*by_code(), *(rule.code for rule in custom)]
    names = {rule.name: rule.code for rule in by_code().values()} | {rule.name: rule.code for rule in custom}
    read = []
    for text in (part.strip() for item in texts for part in item.split(",")):
        code = names.get(text.lower(), text.upper())
        if not text:
            continue
        if not any(rule.startswith(code) for rule in known):
            near = nearest(code, known) or nearest(text.lower(), list(names))
            hint = Text(f"; ý bạn là {near}?", f"; did you mean {near}?") if near else Text("", "")
            raise KehoachError(_NO_SUCH_CODE, option=option, text=text, hint=hint)
        read.append(code)
    return tuple(read)


def _nearest(start: Path, top: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder / SETTINGS
        if folder == top:
            break
    return None


def _shown(file: Path) -> str:
    try:
        return str(file.relative_to(Path.cwd()))
    except ValueError:
        return str(file)


def _told(document: Document, complaint: Complaint) -> tuple[str, Text, Mapping[str, object]]:
    rule = by_code()[complaint.code]
    place = document.place(complaint.span)
    message, fix = complaint.message or rule.message, complaint.fix or rule.fix
    text = Text(vi=f"{complaint.code} {message.vi}. {fix.vi}", en=f"{complaint.code} {message.en}. {fix.en}")
    return f"{document.name}:{place.line}:{place.column}", text, complaint.values


def _unknown_codes(workspace: Workspace, document: Document) -> Iterator[tuple[str, Text, Mapping[str, object]]]:
    """Find codes that no rule has, neither in the catalogue nor in the workspace."""
    named = list(_codes(workspace))
    known = [*by_code(), *(rule.code for rule in workspace.custom)] if named else []
    for path, code in named:
        if any(name.startswith(code) for name in known):
            continue
        place = document.place(document.span(path, of_key=path[-1] == code))
        near = nearest(code, known)
        text, values = (_NO_CODE_NEAR, {"code": code, "near": near}) if near else (_NO_CODE, {"code": code})
        yield f"{document.name}:{place.line}:{place.column}", text, values


def _bad_rules(workspace: Workspace, document: Document) -> Iterator[tuple[str, Text, Mapping[str, object]]]:
    """Find custom rules whose code is taken or odd, or whose expressions are not of the language."""
    if not workspace.custom:
        return
    from kehoach.rules.custom import CustomRuleError, custom_rule  # noqa: PLC0415 - few workspaces have any

    taken = {*by_code()}
    for declared in workspace.custom:
        place = document.place(document.span(declared.at("code")))
        if not re.fullmatch(_CODE, declared.code) or declared.code in taken:
            wording = _TAKEN if declared.code in taken else _ODD_CODE
            yield f"{document.name}:{place.line}:{place.column}", wording, {"code": declared.code}
        taken.add(declared.code)
        try:
            custom_rule(declared)
        except CustomRuleError as error:
            yield _placed(error, document), error.text, error.values


def _placed(error: "CustomRuleError", document: Document) -> str:
    """Point into the expression itself where it stands on one line as it is."""
    start, end = document.span(error.path)
    source = document.text[start:end]
    shift = 1 if source[:1] in ("'", '"') else 0
    exact = "\n" not in source and source[:1] not in ("|", ">") and "\\" not in source
    place = document.place((start + (error.fault.offset + shift if exact else 0), end))
    return f"{document.name}:{place.line}:{place.column}"


def _codes(workspace: Workspace) -> Iterator[tuple[Any, str]]:
    rules = workspace.rules
    if rules is not None:
        for name, codes in (("select", rules.select), ("ignore", rules.ignore)):
            yield from ((rules.at(name, i), code) for i, code in enumerate(codes))
        yield from ((rules.at("severity", code), code) for code in rules.severity)
        for glob, codes in rules.per_file.items():
            yield from ((rules.at("per_file", glob, i), code) for i, code in enumerate(codes))
    yield from ((waiver.at("code"), waiver.code) for waiver in workspace.waivers)


def _leading_out(file: Path, workspace: Workspace, document: Document) -> Iterator[tuple[str, Text, Mapping[str, object]]]:
    """Refuse a folder that a link takes out of the workspace."""
    if workspace.processes and not Path(os.path.realpath(file.parent / workspace.processes)).is_relative_to(file.parent.resolve()):
        place = document.place(document.span(workspace.at("processes")))
        yield f"{document.name}:{place.line}:{place.column}", _OUTSIDE, {"name": workspace.processes}


def _configured(file: Path, document: Document, workspace: Workspace) -> Configuration:
    rules, figures = workspace.rules, workspace.thresholds
    return Configuration(
        file=file,
        root=file.parent,
        language=workspace.language or "",
        plans=workspace.plans,
        exclude=workspace.exclude,
        follows=workspace.follows,
        select=rules.select if rules else (),
        ignore=rules.ignore if rules else (),
        severities=rules.severity if rules else {},
        per_file=rules.per_file if rules else {},
        thresholds=Thresholds(**_figures(figures)) if figures else Thresholds(),
        expected=workspace.expected,
        register=workspace.register,
        crosswalk=workspace.crosswalk,
        waivers=workspace.waivers,
        custom=workspace.custom,
        templates=workspace.templates or "",
        processes=workspace.processes or "",
        document=document,
        origins=dict(_origins(document)),
    )


def _figures(figures: Any) -> dict[str, Any]:
    given: dict[str, Any] = {name: getattr(figures, name) for name in ("high_risk", "duplicate_title") if figures.has(name)}
    if figures.has("unsecured"):
        given["unsecured"] = figures.unsecured / Decimal(100)
    return given


def _origins(document: Document) -> Iterator[tuple[str, str]]:
    """Tell for each setting of the file on which line it stands."""
    for key, value in document.data.items():
        groups = value if key in ("rules", "thresholds") and isinstance(value, dict) else None
        for name in groups or (None,):
            path = (key,) if name is None else (key, name)
            line = document.place(document.span(path, of_key=True)).line
            yield ".".join(path), f"{document.name}:{line}"


_CODE = r"[A-Z]{2,4}[0-9]{3}"
_TAKEN = Text(vi="mã {code} đã có luật khác dùng", en="the code {code} belongs to another rule")
_ODD_CODE = Text(
    vi="mã {code!r} không theo dạng chữ hoa rồi ba chữ số, như LC001",
    en="the code {code!r} is not capitals and three digits, such as LC001",
)
_OUTSIDE = Text(vi="thư mục {name} nằm ngoài kho kế hoạch", en="the folder {name} lies outside the workspace")
_BAD = Text(vi="cấu hình sai:\n{lines}", en="the configuration is wrong:\n{lines}")
_NO_SUCH_CODE = Text(
    vi="{option}: không có luật nào bắt đầu bằng {text!r}{hint}",
    en="{option}: no rule starts with {text!r}{hint}",
)
_NO_CODE = Text(vi="không có luật nào bắt đầu bằng {code!r}", en="no rule starts with {code!r}")
_NO_CODE_NEAR = Text(
    vi="không có luật nào bắt đầu bằng {code!r}; ý bạn là {near}?", en="no rule starts with {code!r}; did you mean {near}?"
)
