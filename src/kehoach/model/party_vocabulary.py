"""The words of the format about those who take part: who they are, what they promised, when they were heard."""

from enum import StrEnum


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


class CommitmentStatus(StrEnum):
    """How firm a commitment is."""

    PROMISED = "promised"
    CONFIRMED = "confirmed"
    CONDITIONAL = "conditional"
    DECLINED = "declined"


class ConsultedParty(StrEnum):
    """With whom the plan was discussed."""

    COMMUNITY = "community"
    UPPER_LEVEL = "upper_level"
    PRODUCERS = "producers"
    SECTORS = "sectors"


class StepSource(StrEnum):
    """What else in a plan's record tells when a step was done."""

    COMMUNITY = "community"
    UPPER_LEVEL = "upper_level"
    PRODUCERS = "producers"
    SECTORS = "sectors"
    APPROVAL = "approval"
    DISCLOSURE = "disclosure"
