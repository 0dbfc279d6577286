import pytest

from kehoach.analysis.wording import says_change, says_level


@pytest.mark.parametrize(
    "text",
    ["giảm 3%", "Tốc độ tăng giá trị sản xuất", "Mức giảm sinh", "Tỷ lệ hộ nghèo giảm bình quân 2,5%", "Tăng thêm 12 mô hình"],
)
def test_a_change(text: str) -> None:
    assert says_change(text)


@pytest.mark.parametrize(
    "text",
    ["Tỷ lệ hộ nghèo", "còn 7%", "Số hộ được giảm 50% học phí", "Kết cấu hạ tầng 3 xã", "Giám sát 12 công trình", "tăng lên 12 xã"],
)
def test_no_change(text: str) -> None:
    assert not says_change(text)


def test_a_level() -> None:
    assert says_level("Số hộ cận nghèo còn 120 hộ")
    assert says_level("tăng lên 12 xã")
    assert not says_level("giảm 3%")
