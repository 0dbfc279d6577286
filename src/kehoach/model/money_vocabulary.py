"""The words of the format about money and what limits it."""

from enum import StrEnum


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
