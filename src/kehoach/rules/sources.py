"""Where a rule comes from, as an appraisal cites it: the paper and its step, the law, or the format of the file."""

import re

from kehoach.language import Text

_STEP = re.compile(r"(S[0-4])(?:-(.+))?")


def cited(source: str) -> Text:
    """Name what a rule's `source` stands for; what is not known here stays as it is written."""
    parts = [_cited(part.strip()) for part in source.split(";")]
    return Text("; ".join(part.vi for part in parts), "; ".join(part.en for part in parts))


def _cited(source: str) -> Text:
    match = _STEP.fullmatch(source)
    if match is None:
        return _PAPERS.get(source, Text(source, source))
    method, step = _METHODS[match[1]], _STEPS.get(source)
    return Text(f"{step.vi} ({method.vi})", f"{step.en} ({method.en})") if step else method


_METHODS = {
    "S0": Text(vi="Kế hoạch hóa phát triển, Ngô Thắng Lợi, 2019", en="Development planning, Ngô Thắng Lợi, 2019"),
    "S1": Text(vi="Đổi mới lập kế hoạch hằng năm, Lào Cai", en="Renewed annual planning, Lào Cai"),
    "S2": Text(vi="Lập kế hoạch chiến lược phát triển kinh tế địa phương", en="Strategic local economic planning"),
    "S3": Text(vi="Thí điểm kế hoạch huyện, Nghệ An, 2011", en="District planning pilot, Nghệ An, 2011"),
    "S4": Text(vi="Lập kế hoạch xã định hướng thị trường, MOP-SEDP", en="Market-oriented commune planning, MOP-SEDP"),
}
_STEPS = {
    "S0-0a": Text(vi="Phân tích thực trạng, mục tiêu", en="Situation and objectives"),
    "S0-0b": Text(vi="Lựa chọn phương án", en="Choice of the option"),
    "S0-1": Text(vi="Nội dung 1: nhiệm vụ và hành động", en="Item 1: tasks and actions"),
    "S0-2": Text(vi="Nội dung 2: đối tượng tham gia", en="Item 2: participants"),
    "S0-3": Text(vi="Nội dung 3: nguồn lực", en="Item 3: resources"),
    "S0-4": Text(vi="Nội dung 4: khung thời gian", en="Item 4: time frame"),
    "S0-5": Text(vi="Nội dung 5: rủi ro và nội dung còn thiếu", en="Item 5: risks and gaps"),
    "S0-6": Text(vi="Nội dung 6: cam kết của các bên", en="Item 6: commitments"),
    "S0-7": Text(vi="Nội dung 7: cơ chế điều phối", en="Item 7: coordination"),
    "S0-8": Text(vi="Nội dung 8: theo dõi tác động", en="Item 8: monitoring of impact"),
    "S1-1": Text(vi="Nguyên tắc 1: dựa trên kết quả", en="Principle 1: results-based"),
    "S1-2": Text(vi="Nguyên tắc 2: có sự tham gia", en="Principle 2: participatory"),
    "S1-3": Text(vi="Nguyên tắc 3: gắn kết với nguồn lực", en="Principle 3: linked with resources"),
    "S1-4": Text(vi="Nguyên tắc 4: theo dõi và đánh giá", en="Principle 4: monitoring and evaluation"),
    "S2-B1": Text(vi="Bước 1: khởi động", en="Step 1: start"),
    "S2-B2": Text(vi="Bước 2: tiềm năng và thực trạng", en="Step 2: potential and situation"),
    "S2-B3": Text(vi="Bước 3: tầm nhìn", en="Step 3: vision"),
    "S2-B4": Text(vi="Bước 4: mục tiêu và chỉ tiêu", en="Step 4: objectives and targets"),
    "S2-B5": Text(vi="Bước 5: phương án", en="Step 5: options"),
    "S2-B6": Text(vi="Bước 6: kế hoạch hành động", en="Step 6: action plan"),
    "S2-B7": Text(vi="Bước 7: theo dõi và đánh giá", en="Step 7: monitoring and evaluation"),
    "S3-1": Text(vi="Đợt 1: đánh giá, dự báo, hội nghị bàn tròn", en="Stage 1: review, forecasts, round table"),
    "S3-2": Text(vi="Đợt 2: kế hoạch ngành, lồng ghép kế hoạch xã", en="Stage 2: sector plans, commune plans integrated"),
    "S4-0": Text(vi="Trước bước 1: tuyên truyền, thông tin thị trường", en="Before step 1: awareness, market information"),
    "S4-1": Text(vi="Bước 1: chuẩn bị", en="Step 1: preparation"),
    "S4-2": Text(vi="Bước 2: đánh giá tình hình", en="Step 2: review"),
    "S4-3": Text(vi="Bước 3: cơ hội thị trường", en="Step 3: market opportunities"),
    "S4-4": Text(vi="Bước 4: mục tiêu", en="Step 4: objectives"),
    "S4-5": Text(vi="Bước 5: dự thảo kế hoạch", en="Step 5: the draft"),
    "S4-6": Text(vi="Bước 6: tham vấn, thông qua", en="Step 6: consultation and approval"),
    "S4-7": Text(vi="Bước 7: thực hiện và đánh giá", en="Step 7: implementation and evaluation"),
}
_PAPERS = {
    "000_d22ef35285e6901b.txt": _METHODS["S0"],
    "001_c77683d2ab0fbb70.txt": _METHODS["S1"],
    "002_1d1843c11bdef302.txt": _METHODS["S2"],
    "002_1d1843c11bdef302.txt (bước 6)": Text(
        vi=f"{_STEPS['S2-B6'].vi} ({_METHODS['S2'].vi})", en=f"{_STEPS['S2-B6'].en} ({_METHODS['S2'].en})"
    ),
    "003_1942e4f7512d239a.txt": _METHODS["S3"],
    "004_9ad2d10b6ced793d.txt": _METHODS["S4"],
    "format": Text(vi="Quy cách tệp kế hoạch", en="Format of the plan file"),
    "30/2020/NĐ-CP": Text(vi="Nghị định 30/2020/NĐ-CP", en="Decree 30/2020/NĐ-CP"),
    "72/2025/QH15": Text(
        vi="Luật Tổ chức chính quyền địa phương số 72/2025/QH15", en="Law 72/2025/QH15 on the organisation of local government"
    ),
}
