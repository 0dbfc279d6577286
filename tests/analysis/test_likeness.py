from hypothesis import given
from hypothesis import strategies as st

from kehoach.analysis.likeness import alike
from kehoach.values.text import shared

texts = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=12)


@given(texts, st.floats(0.01, 1))
def test_finds_what_comparing_all_finds(words: list[frozenset[str]], threshold: float) -> None:
    pairs = [(i, j) for j in range(len(words)) for i in range(j) if shared(words[i], words[j]) >= threshold]

    assert list(alike(words, threshold)) == pairs
