"""Exact points: rules, rounding and what counts as the same measurement."""

from fractions import Fraction
from math import isqrt


def half_up(value, places=2):
    """A fraction rounded half-up, as an exact fraction."""
    scale = 10**places
    return Fraction((2 * value * scale + 1).__floor__() // 2, scale)


def show(value):
    cents = value * 100
    assert cents.denominator == 1
    return f"{cents.numerator // 100}.{cents.numerator % 100:02d}"


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def number_of(value):
    if value["kind"] == "ratio":
        return Fraction(value["count"]) / Fraction(value["of"])
    return Fraction(value["number"])


def rule_points(rule, value):
    """Points of a measured value, in whole hundredths."""
    kind = rule["kind"]
    if kind == "parts":
        return sum((rule_points(part["rule"], value["parts"][part["code"]]) for part in rule["parts"]), Fraction(0))
    if kind == "checklist":
        return sum((Fraction(box["points"]) for box in rule["boxes"] if box["code"] in value["ticked"]), Fraction(0))
    if kind == "choice":
        (points,) = [Fraction(option["points"]) for option in rule["options"] if option["code"] == value["choice"]]
        return points
    number = number_of(value)
    if kind == "threshold":
        points = Fraction(rule["points"] if number >= Fraction(rule["atLeast"]) else rule["otherwise"])
    elif kind == "proportional":
        points = min(number / Fraction(rule["full"]), Fraction(1)) * Fraction(rule["points"])
    elif kind == "per-unit":
        points = min(number * Fraction(rule["each"]), Fraction(rule["cap"]))
    elif kind == "linear":
        points = along(number, [(Fraction(knot["at"]), Fraction(knot["points"])) for knot in rule["knots"]])
    elif kind == "bands":
        points = Fraction(0)
        for band in rule["bands"]:
            if number >= Fraction(band["from"]):
                points = Fraction(band["points"]) if "points" in band else number * Fraction(band["perOne"])
                break
    else:
        raise SystemExit(f"unknown rule {kind}")
    return half_up(points)


def along(number, knots):
    if number < knots[0][0]:
        return Fraction(0)
    for (low, low_points), (high, high_points) in zip(knots, knots[1:]):
        if number <= high:
            return low_points + (high_points - low_points) * (number - low) / (high - low)
    return knots[-1][1]


def fails(condition, value):
    if condition["kind"] == "below":
        return number_of(value) < Fraction(condition["value"])
    return condition["box"] not in value["ticked"]


def measurement(value):
    """Equal for equal measurements: 62.40 and 62.4 are one, 9 of 10 and 18 of 20 are not; ticks have no order."""
    kind = value["kind"]
    if kind == "parts":
        return tuple(sorted((code, measurement(part)) for code, part in value["parts"].items()))
    if kind == "number":
        return kind, Fraction(value["number"])
    if kind == "ratio":
        return kind, Fraction(value["count"]), Fraction(value["of"])
    if kind == "checklist":
        return kind, tuple(sorted(value["ticked"]))
    return kind, value["choice"]


def root(square, places=12):
    """A square root, taken down to so many decimals."""
    scale = 10**places
    return Fraction(isqrt(square.numerator * scale * scale // square.denominator), scale)


def variance(values):
    middle = mean(values)
    return mean([(value - middle) ** 2 for value in values])
