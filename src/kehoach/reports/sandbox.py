"""x"""
from pathlib import Path
from typing import Any
def render(template: Path, name: str, data: dict[str, Any]) -> str:
    raise NotImplementedError
