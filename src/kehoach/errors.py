"""Errors that are not about what a plan says: no such file, no such template."""

from kehoach.language import Language, Text


class KehoachError(Exception):
    """An error fit for the user: one line that says what is wrong and what to do."""

    def __init__(self, text: Text, /, **values: object) -> None:
        super().__init__(text.fill(Language.EN, values))
        self.text = text
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with its wording."""
        return _again, (self.text, self.values)

    def to(self, language: Language) -> str:
        """Say the error in one language."""
        return self.text.fill(language, self.values)


def _again(text: Text, values: dict[str, object]) -> KehoachError:
    return KehoachError(text, **values)
