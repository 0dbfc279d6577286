"""LVL014: a request to another plan that got no answer there."""

from collections.abc import Iterator

from kehoach.language import Text
from kehoach.model.portfolio import Family
from kehoach.rules.base import MISSING, WARNING, Context, Finding, Rule, Scope
from kehoach.rules.between import at, beside
from kehoach.values.text import short


def check(family: Family, _: Context) -> Iterator[Finding]:
    """Report each request without a proposal about it in the plan it was made to."""
    for lower in family.lowers:
        for request in lower.has.requests:
            upper = family.portfolio.by_id.get(request.to.plan if request.to is not None else lower.card.parent)
            if upper is None or f"{lower.card.id}#{request.id}" in upper.answers or not upper.has_read("coordination"):
                continue
            values = {"id": request.id, "what": short(request.what), "upper": upper.id, "plan": lower.card.id}
            yield at(lower.card, request.spot, values, (beside(upper, upper.spots["id"], _TO, values),), subject=request.id)


_TO = Text(vi="kiến nghị gửi {upper}", en="asked of {upper}")

RULE = Rule(
    code="LVL014",
    name="request-unanswered",
    nature=MISSING,
    severities=WARNING,
    message=Text(
        vi="kiến nghị {id} ({what}) chưa được {upper} trả lời",
        en="the request {id} ({what}) has no answer in {upper}",
    ),
    why=Text(
        vi="Đề xuất từ dưới lên phải được tiếp thu hoặc trả lời có lý do, nếu không cấp dưới sẽ thôi đề xuất.",
        en="What is proposed from below is taken up or answered with a reason, or nobody will propose again.",
    ),
    fix=Text(
        vi="Ghi ở `proposals` của {upper} một mục có `about: {plan}#{id}` và `decision`.",
        en="Add an entry with `about: {plan}#{id}` and a `decision` to the `proposals` of {upper}.",
    ),
    source="S3",
    lacks=Text(vi="trả lời của cấp trên", en="an answer from above"),
    scope=Scope.FAMILY,
    check=check,
)
