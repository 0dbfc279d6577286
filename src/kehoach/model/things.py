"""The kinds of things in a plan that have ids."""

from kehoach.language import Text
from kehoach.model.base import Thing

OBJECTIVE = Thing("objective", Text(vi="mục tiêu", en="objective"))
OPTION = Thing("option", Text(vi="phương án", en="option"))
OUTPUT = Thing("output", Text(vi="đầu ra", en="output"))
TASK = Thing("task", Text(vi="nhiệm vụ", en="task"))
ACTION = Thing("action", Text(vi="hành động", en="action"))
OWNER = Thing("owner", Text(vi="đơn vị", en="owner"))
FUND = Thing("fund", Text(vi="nguồn vốn", en="fund"))
IN_KIND = Thing("in_kind", Text(vi="đóng góp hiện vật", en="in-kind resource"))
PHASE = Thing("phase", Text(vi="giai đoạn", en="phase"))
MILESTONE = Thing("milestone", Text(vi="mốc", en="milestone"))
RISK = Thing("risk", Text(vi="rủi ro", en="risk"))
GAP = Thing("gap", Text(vi="nội dung còn thiếu", en="gap"))
COMMITMENT = Thing("commitment", Text(vi="cam kết", en="commitment"))
REQUEST = Thing("request", Text(vi="kiến nghị", en="request"))
INDICATOR = Thing("indicator", Text(vi="chỉ tiêu", en="indicator"))
EVALUATION = Thing("evaluation", Text(vi="cuộc đánh giá", en="evaluation"))
VALUE_CHAIN = Thing("value_chain", Text(vi="chuỗi giá trị", en="value chain"))
CONSULTATION = Thing("consultation", Text(vi="cuộc tham vấn", en="consultation"))
ADJUSTMENT = Thing("adjustment", Text(vi="lần điều chỉnh", en="adjustment"))
PLAN = Thing("plan", Text(vi="kế hoạch", en="plan"))
STEP = Thing("step", Text(vi="bước", en="step"))
REQUIREMENT = Thing("requirement", Text(vi="yêu cầu", en="requirement"))
GATE = Thing("gate", Text(vi="cổng", en="gate"))
