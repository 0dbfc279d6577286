"""The words of the format about plans: what they want, how it is done and how it is measured."""

from enum import StrEnum


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


class ConformityWith(StrEnum):
    """With what the plan must agree."""

    UPPER_STRATEGY = "upper_strategy"
    SECTOR_PLAN = "sector_plan"
    BUDGET_ALLOCATION = "budget_allocation"
