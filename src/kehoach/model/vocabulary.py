"""The words of the format's enumerations with their labels."""

from enum import StrEnum

from kehoach.language import Text
from kehoach.values.targets import Comparison


class PlanKind(StrEnum):
    """What sort of plan it is."""

    ANNUAL = "annual"
    FIVE_YEAR = "five_year"
    STRATEGIC = "strategic"
    ACTION = "action"
    SECTOR = "sector"
    PROGRAMME = "programme"


class Level(StrEnum):
    """A level of government; districts existed until 30/06/2025."""

    NATIONAL = "national"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Stage(StrEnum):
    """How far a plan has come."""

    DRAFT = "draft"
    CONSULTED = "consulted"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    CLOSED = "closed"


class PlanLanguage(StrEnum):
    """The language in which a plan is written."""

    VI = "vi"
    EN = "en"


class ObjectiveLevel(StrEnum):
    """Whether an objective gives the direction or says what exactly."""

    GENERAL = "general"
    SPECIFIC = "specific"


class Domain(StrEnum):
    """The field of life an objective is about."""

    SOCIAL = "social"
    ECONOMIC = "economic"
    ENVIRONMENTAL = "environmental"
    GOVERNANCE = "governance"
    DEFENCE_SECURITY = "defence_security"


class Horizon(StrEnum):
    """How far ahead an objective lies."""

    LONG = "long"
    MEDIUM = "medium"
    SHORT = "short"


class ComparisonKind(StrEnum):
    """What the situation is compared with."""

    PAST = "past"
    PROJECTION = "projection"
    LOCALITY = "locality"
    REGION = "region"
    COUNTRY = "country"


class ForecastMethod(StrEnum):
    """How a forecast was worked out."""

    AVERAGE_GROWTH = "average_growth"
    LINEAR_TREND = "linear_trend"
    DAMPED_HOLT = "damped_holt"
    EXPERT = "expert"


class ChainStatus(StrEnum):
    """What was decided about a value chain."""

    PRIORITY = "priority"
    POTENTIAL = "potential"
    NOT_CHOSEN = "not_chosen"


class Priority(StrEnum):
    """How much a task matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class OwnerType(StrEnum):
    """What sort of body an owner is."""

    GOVERNMENT = "government"
    PARTY = "party"
    ELECTED_BODY = "elected_body"
    MASS_ORGANISATION = "mass_organisation"
    ENTERPRISE = "enterprise"
    COOPERATIVE = "cooperative"
    COMMUNITY = "community"
    VILLAGE = "village"
    DONOR = "donor"
    NGO = "ngo"
    RESEARCH = "research"
    CONSULTANT = "consultant"
    OTHER = "other"


class Group(StrEnum):
    """A vulnerable group that a body speaks for."""

    WOMEN = "women"
    CHILDREN = "children"
    YOUTH = "youth"
    ELDERLY = "elderly"
    ETHNIC_MINORITY = "ethnic_minority"
    POOR = "poor"
    DISABLED = "disabled"


class FundKind(StrEnum):
    """Where money comes from."""

    STATE_BUDGET = "state_budget"
    CENTRAL_BUDGET = "central_budget"
    PROVINCIAL_BUDGET = "provincial_budget"
    DISTRICT_BUDGET = "district_budget"
    COMMUNE_BUDGET = "commune_budget"
    NATIONAL_TARGET_PROGRAMME = "national_target_programme"
    ODA = "oda"
    FOREIGN_LOAN = "foreign_loan"
    NGO_GRANT = "ngo_grant"
    GOVERNMENT_BONDS = "government_bonds"
    LAND_USE_REVENUE = "land_use_revenue"
    LOTTERY_REVENUE = "lottery_revenue"
    POLICY_CREDIT = "policy_credit"
    COMMERCIAL_CREDIT = "commercial_credit"
    ENTERPRISE = "enterprise"
    HOUSEHOLD = "household"
    COMMUNITY_CASH = "community_cash"
    SOCIAL_MOBILISATION = "social_mobilisation"
    OTHER = "other"


class FundNature(StrEnum):
    """What public finance calls the spending."""

    DEVELOPMENT_INVESTMENT = "development_investment"
    RECURRENT = "recurrent"
    CONTINGENCY = "contingency"


class FundStatus(StrEnum):
    """How sure the money is."""

    ALLOCATED = "allocated"
    COMMITTED = "committed"
    MOBILISABLE = "mobilisable"
    EXPECTED = "expected"


class ConstraintKind(StrEnum):
    """What limits the plan beside money."""

    POLICY = "policy"
    ADMINISTRATIVE = "administrative"
    TIME = "time"
    OTHER = "other"


class RiskCategory(StrEnum):
    """The sort of a risk."""

    NATURAL = "natural"
    MARKET = "market"
    FINANCIAL = "financial"
    LEGAL = "legal"
    ORGANISATIONAL = "organisational"
    SOCIAL = "social"
    TECHNICAL = "technical"


class Frequency(StrEnum):
    """How often something is done."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    ANNUAL = "annual"


class CommitmentStatus(StrEnum):
    """How firm a commitment is."""

    PROMISED = "promised"
    CONFIRMED = "confirmed"
    CONDITIONAL = "conditional"
    DECLINED = "declined"


class Decision(StrEnum):
    """The answer to a proposal from below."""

    TAKEN = "taken"
    MERGED = "merged"
    DEFERRED = "deferred"
    REFUSED = "refused"


class Outcome(StrEnum):
    """How a dialogue about an assigned target ended."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class IndicatorLevel(StrEnum):
    """The link of the results chain that an indicator measures."""

    IMPACT = "impact"
    OUTCOME = "outcome"
    OUTPUT = "output"
    INPUT = "input"


class Counts(StrEnum):
    """What an indicator counts."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    MONEY = "money"
    THINGS = "things"
    RATE = "rate"


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Expresses(StrEnum):
    """Whether figures are levels (còn 7%) or changes (giảm 3%)."""

    LEVEL = "level"
    CHANGE = "change"


class Accumulation(StrEnum):
    """How figures of parts of a period relate to the whole."""

    POINT_IN_TIME = "point_in_time"
    CUMULATIVE = "cumulative"
    PER_PERIOD = "per_period"


class Disaggregation(StrEnum):
    """By what figures are split."""

    SEX = "sex"
    AGE = "age"
    ETHNICITY = "ethnicity"
    POVERTY = "poverty"
    DISABILITY = "disability"
    LOCATION = "location"


class Aggregation(StrEnum):
    """How figures of lower plans make the upper one."""

    SUM = "sum"
    MEAN = "mean"
    WEIGHTED_MEAN = "weighted_mean"
    MIN = "min"
    MAX = "max"
    NONE = "none"


class Coverage(StrEnum):
    """What a monitoring report covers."""

    TASKS = "tasks"
    INDICATORS = "indicators"
    DISBURSEMENT = "disbursement"
    RISKS = "risks"


class Criterion(StrEnum):
    """The OECD-DAC evaluation criteria."""

    RELEVANCE = "relevance"
    COHERENCE = "coherence"
    EFFECTIVENESS = "effectiveness"
    EFFICIENCY = "efficiency"
    IMPACT = "impact"
    SUSTAINABILITY = "sustainability"


class ConsultedParty(StrEnum):
    """With whom the plan was discussed."""

    COMMUNITY = "community"
    UPPER_LEVEL = "upper_level"
    PRODUCERS = "producers"
    SECTORS = "sectors"


class ConformityWith(StrEnum):
    """With what the plan must agree."""

    UPPER_STRATEGY = "upper_strategy"
    SECTOR_PLAN = "sector_plan"
    BUDGET_ALLOCATION = "budget_allocation"


class StepSource(StrEnum):
    """What else in a plan's record tells when a step was done."""

    COMMUNITY = "community"
    UPPER_LEVEL = "upper_level"
    PRODUCERS = "producers"
    SECTORS = "sectors"
    APPROVAL = "approval"
    DISCLOSURE = "disclosure"


LABELS: dict[type[StrEnum], dict[str, Text]] = {
    PlanKind: {
        "annual": Text("hằng năm", "annual"),
        "five_year": Text("năm năm", "five-year"),
        "strategic": Text("chiến lược", "strategic"),
        "action": Text("hành động", "action"),
        "sector": Text("ngành", "sector"),
        "programme": Text("chương trình", "programme"),
    },
    Level: {
        "national": Text("trung ương", "national"),
        "province": Text("tỉnh", "province"),
        "district": Text("huyện", "district"),
        "commune": Text("xã", "commune"),
    },
    Stage: {
        "draft": Text("dự thảo", "draft"),
        "consulted": Text("đã tham vấn", "consulted"),
        "submitted": Text("đã trình", "submitted"),
        "approved": Text("đã phê duyệt", "approved"),
        "in_force": Text("đang thực hiện", "in force"),
        "closed": Text("đã kết thúc", "closed"),
    },
    PlanLanguage: {"vi": Text("tiếng Việt", "Vietnamese"), "en": Text("tiếng Anh", "English")},
    ObjectiveLevel: {"general": Text("mục tiêu chung", "general"), "specific": Text("mục tiêu cụ thể", "specific")},
    Domain: {
        "social": Text("xã hội", "social"),
        "economic": Text("kinh tế", "economic"),
        "environmental": Text("môi trường", "environmental"),
        "governance": Text("quản trị", "governance"),
        "defence_security": Text("quốc phòng, an ninh", "defence and security"),
    },
    Horizon: {
        "long": Text("dài hạn", "long term"),
        "medium": Text("trung hạn", "medium term"),
        "short": Text("ngắn hạn", "short term"),
    },
    ComparisonKind: {
        "past": Text("quá khứ", "the past"),
        "projection": Text("dự kiến tương lai", "a projection"),
        "locality": Text("địa phương khác", "another locality"),
        "region": Text("vùng", "the region"),
        "country": Text("cả nước", "the country"),
    },
    ForecastMethod: {
        "average_growth": Text("tăng trưởng bình quân", "average growth"),
        "linear_trend": Text("xu thế tuyến tính", "linear trend"),
        "damped_holt": Text("Holt tắt dần", "damped Holt"),
        "expert": Text("chuyên gia", "expert judgement"),
    },
    ChainStatus: {
        "priority": Text("ưu tiên", "priority"),
        "potential": Text("tiềm năng", "potential"),
        "not_chosen": Text("không chọn", "not chosen"),
    },
    Priority: {"high": Text("cao", "high"), "medium": Text("trung bình", "medium"), "low": Text("thấp", "low")},
    OwnerType: {
        "government": Text("cơ quan nhà nước", "government"),
        "party": Text("cơ quan Đảng", "party body"),
        "elected_body": Text("cơ quan dân cử", "elected body"),
        "mass_organisation": Text("đoàn thể", "mass organisation"),
        "enterprise": Text("doanh nghiệp", "enterprise"),
        "cooperative": Text("hợp tác xã", "co-operative"),
        "community": Text("cộng đồng", "community"),
        "village": Text("thôn", "village"),
        "donor": Text("nhà tài trợ", "donor"),
        "ngo": Text("tổ chức phi chính phủ", "NGO"),
        "research": Text("cơ quan nghiên cứu", "research body"),
        "consultant": Text("tư vấn", "consultant"),
        "other": Text("khác", "other"),
    },
    Group: {
        "women": Text("phụ nữ", "women"),
        "children": Text("trẻ em", "children"),
        "youth": Text("thanh niên", "youth"),
        "elderly": Text("người cao tuổi", "elderly people"),
        "ethnic_minority": Text("dân tộc thiểu số", "ethnic minorities"),
        "poor": Text("người nghèo", "the poor"),
        "disabled": Text("người khuyết tật", "people with disabilities"),
    },
    FundKind: {
        "state_budget": Text("ngân sách nhà nước", "state budget"),
        "central_budget": Text("ngân sách trung ương", "central budget"),
        "provincial_budget": Text("ngân sách tỉnh", "provincial budget"),
        "district_budget": Text("ngân sách huyện", "district budget"),
        "commune_budget": Text("ngân sách xã", "commune budget"),
        "national_target_programme": Text("chương trình mục tiêu quốc gia", "national target programme"),
        "oda": Text("vốn ODA", "ODA"),
        "foreign_loan": Text("vốn vay nước ngoài", "foreign loan"),
        "ngo_grant": Text("viện trợ phi chính phủ", "NGO grant"),
        "government_bonds": Text("trái phiếu chính phủ", "government bonds"),
        "land_use_revenue": Text("thu tiền sử dụng đất", "land-use revenue"),
        "lottery_revenue": Text("thu xổ số kiến thiết", "lottery revenue"),
        "policy_credit": Text("tín dụng chính sách", "policy credit"),
        "commercial_credit": Text("tín dụng thương mại", "commercial credit"),
        "enterprise": Text("vốn doanh nghiệp", "enterprise money"),
        "household": Text("vốn hộ gia đình", "household money"),
        "community_cash": Text("nhân dân đóng góp", "community cash"),
        "social_mobilisation": Text("xã hội hóa", "social mobilisation"),
        "other": Text("nguồn khác", "other"),
    },
    FundNature: {
        "development_investment": Text("chi đầu tư phát triển", "development investment"),
        "recurrent": Text("chi thường xuyên", "recurrent"),
        "contingency": Text("dự phòng", "contingency"),
    },
    FundStatus: {
        "allocated": Text("đã giao", "allocated"),
        "committed": Text("đã cam kết", "committed"),
        "mobilisable": Text("có thể huy động", "mobilisable"),
        "expected": Text("dự kiến", "expected"),
    },
    ConstraintKind: {
        "policy": Text("chính sách", "policy"),
        "administrative": Text("hành chính", "administrative"),
        "time": Text("thời gian", "time"),
        "other": Text("khác", "other"),
    },
    RiskCategory: {
        "natural": Text("thiên tai", "natural"),
        "market": Text("thị trường", "market"),
        "financial": Text("tài chính", "financial"),
        "legal": Text("pháp lý", "legal"),
        "organisational": Text("tổ chức", "organisational"),
        "social": Text("xã hội", "social"),
        "technical": Text("kỹ thuật", "technical"),
    },
    Frequency: {
        "weekly": Text("hằng tuần", "weekly"),
        "monthly": Text("hằng tháng", "monthly"),
        "quarterly": Text("hằng quý", "quarterly"),
        "semiannual": Text("sáu tháng", "every six months"),
        "annual": Text("hằng năm", "annual"),
    },
    CommitmentStatus: {
        "promised": Text("đã hứa", "promised"),
        "confirmed": Text("đã khẳng định", "confirmed"),
        "conditional": Text("có điều kiện", "conditional"),
        "declined": Text("từ chối", "declined"),
    },
    Decision: {
        "taken": Text("tiếp thu", "taken"),
        "merged": Text("ghép", "merged"),
        "deferred": Text("để lại", "deferred"),
        "refused": Text("không tiếp thu", "refused"),
    },
    Outcome: {
        "pending": Text("chưa trả lời", "pending"),
        "accepted": Text("chấp nhận", "accepted"),
        "refused": Text("không chấp nhận", "refused"),
    },
    IndicatorLevel: {
        "impact": Text("tác động", "impact"),
        "outcome": Text("kết quả", "outcome"),
        "output": Text("đầu ra", "output"),
        "input": Text("đầu vào", "input"),
    },
    Counts: {
        "people": Text("người", "people"),
        "households": Text("hộ", "households"),
        "money": Text("tiền", "money"),
        "things": Text("sự vật", "things"),
        "rate": Text("tỷ lệ", "a rate"),
    },
    Direction: {
        "increase": Text("tăng", "increase"),
        "decrease": Text("giảm", "decrease"),
        "maintain": Text("duy trì", "maintain"),
    },
    Expresses: {"level": Text("mức", "a level"), "change": Text("mức thay đổi", "a change")},
    Accumulation: {
        "point_in_time": Text("thời điểm", "point in time"),
        "cumulative": Text("lũy kế", "cumulative"),
        "per_period": Text("trong kỳ", "per period"),
    },
    Comparison: {
        "at_least": Text("ít nhất", "at least"),
        "at_most": Text("nhiều nhất", "at most"),
        "more_than": Text("trên", "more than"),
        "less_than": Text("dưới", "less than"),
        "equal": Text("bằng", "equal to"),
        "between": Text("trong khoảng", "between"),
    },
    Disaggregation: {
        "sex": Text("giới tính", "sex"),
        "age": Text("độ tuổi", "age"),
        "ethnicity": Text("dân tộc", "ethnicity"),
        "poverty": Text("hộ nghèo", "poverty"),
        "disability": Text("khuyết tật", "disability"),
        "location": Text("địa bàn", "location"),
    },
    Aggregation: {
        "sum": Text("tổng", "sum"),
        "mean": Text("bình quân", "mean"),
        "weighted_mean": Text("bình quân gia quyền", "weighted mean"),
        "min": Text("nhỏ nhất", "minimum"),
        "max": Text("lớn nhất", "maximum"),
        "none": Text("không tổng hợp", "not aggregated"),
    },
    Coverage: {
        "tasks": Text("nhiệm vụ", "tasks"),
        "indicators": Text("chỉ tiêu", "indicators"),
        "disbursement": Text("giải ngân", "disbursement"),
        "risks": Text("rủi ro", "risks"),
    },
    Criterion: {
        "relevance": Text("tính thích hợp", "relevance"),
        "coherence": Text("tính gắn kết", "coherence"),
        "effectiveness": Text("tính hữu hiệu", "effectiveness"),
        "efficiency": Text("hiệu quả", "efficiency"),
        "impact": Text("tác động", "impact"),
        "sustainability": Text("tính bền vững", "sustainability"),
    },
    ConsultedParty: {
        "community": Text("cộng đồng", "the community"),
        "upper_level": Text("cấp trên", "the upper level"),
        "producers": Text("người sản xuất", "producers"),
        "sectors": Text("các ngành", "the sectors"),
    },
    ConformityWith: {
        "upper_strategy": Text("chiến lược cấp trên", "the upper level's strategy"),
        "sector_plan": Text("quy hoạch ngành", "sector plans"),
        "budget_allocation": Text("phân bổ ngân sách", "the budget allocation"),
    },
    StepSource: {
        "community": Text("tham vấn cộng đồng", "consultation with the community"),
        "upper_level": Text("tham vấn cấp trên", "consultation with the level above"),
        "producers": Text("tham vấn người sản xuất, kinh doanh", "consultation with producers"),
        "sectors": Text("tham vấn các ngành", "consultation with the sectors"),
        "approval": Text("thông qua", "approval"),
        "disclosure": Text("công khai", "disclosure"),
    },
}
"""Every word of every enumeration with its label in both languages."""


def label(word: StrEnum) -> Text:
    """Say an enumeration's word as people do."""
    return LABELS[type(word)][word.value]
