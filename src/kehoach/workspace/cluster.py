"""Checking on the machines of a Dask cluster, which see the same files under the same names."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from kehoach.errors import KehoachError
from kehoach.language import Text
from kehoach.workspace.cache.tool import tool
from kehoach.workspace.execution import spread

S = TypeVar("S")
T = TypeVar("T")


def on_cluster(address: str, items: Sequence[S], work: Callable[[Sequence[S]], list[T]]) -> Iterator[T]:
    """Do some work on every item on the cluster at an address; results come in the order of the items.

    Raises:
        KehoachError: Dask is not installed, the cluster does not answer, or one of its workers runs another kehoach.
    """
    if not items:
        return
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise KehoachError(_NO_DASK) from None
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call,unused-ignore]
    except (OSError, ValueError) as error:
        raise KehoachError(_NO_ANSWER, address=address, why=str(error) or type(error).__name__) from None
    with client:
        tools = client.run(tool, None)
        _refuse_others(tools, address)
        yield from spread(client.get_executor(), items, work, len(tools))


def _refuse_others(tools: dict[str, str], address: str) -> None:
    """Refuse workers that may find something else than this tool would."""
    if not tools:
        raise KehoachError(_NO_WORKERS, address=address)
    own = tool(None)
    for worker, name in sorted(tools.items()):
        if name != own:
            raise KehoachError(_OTHER, worker=worker)


_PATIENCE = 15  # seconds for the cluster to answer
_NO_DASK = Text(
    vi='--cluster cần Dask; cài bằng: pip install "kehoach[cluster]"',
    en='--cluster wants Dask; install it with: pip install "kehoach[cluster]"',
)
_NO_ANSWER = Text(vi="--cluster: {address} không trả lời ({why})", en="--cluster: {address} does not answer ({why})")
_NO_WORKERS = Text(vi="--cluster: {address} chưa có máy nào nhận việc", en="--cluster: {address} has no worker")
_OTHER = Text(
    vi="--cluster: {worker} chạy kehoach, bộ đọc hay Python khác bản ở đây; cài cùng một bản",
    en="--cluster: {worker} runs another kehoach, parser or Python than this machine; install the same there",
)
