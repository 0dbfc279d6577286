"""The words of the format's enumerations with their labels."""

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
