#!/usr/bin/env python3
"""Recomputes a round from its package files, sharing nothing with the program that wrote them.

    python3 recompute.py DIR      DIR as `rehearse` lays it out (design, section 10)

Reads round.lpround, scores/*.lpscore and keys/chair.age through the `age` and `unzip` commands, checks every manifest, applies the
rubric's rules, sums and averages with exact fractions, and compares with result.json (of which only the chair's resolutions are
input). Prints one JSON object; exits 1 when anything differs.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

STAGES = ("document", "visit", "roadshow")
SKILLED = ("五级", "四级", "三级")


# --- packages -----------------------------------------------------------------------------------------------------------------

def open_package(path, key):
    """(identity, document) of a sealed package, every listed byte checked."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.zip")
        subprocess.run(["age", "--decrypt", "-i", str(key), "-o", str(plain), str(path)], check=True)
        subprocess.run(["unzip", "-q", str(plain), "-d", str(Path(folder, "bag"))], check=True)
        (bag,) = Path(folder, "bag").iterdir()
        tagmanifest = (bag / "tagmanifest-sha256.txt").read_bytes()
        for manifest in ("tagmanifest-sha256.txt", "manifest-sha256.txt"):
            for line in (bag / manifest).read_text("utf-8").splitlines():
                sha256, name = line.split("  ", 1)
                if hashlib.sha256((bag / name).read_bytes()).hexdigest() != sha256:
                    raise SystemExit(f"{path}: {name} does not match {manifest}")
        document = json.loads((bag / "data" / "document.json").read_text("utf-8"))
        return hashlib.sha256(tagmanifest).hexdigest(), document


def read_scores(folder, key, round_id, round_sha256, round_):
    """Expert id → score document: the newest sequence number of each; nothing of an equivocation counts."""
    by_expert = defaultdict(lambda: defaultdict(dict))
    for path in sorted(Path(folder, "scores").glob("*.lpscore")):
        sha256, score = open_package(path, key)
        assert score["round"] == {"id": round_id, "sha256": round_sha256}, path
        assert score["rubricSha256"] == round_["rubricSha256"] and score["rulesSha256"] == round_["rulesSha256"], path
        by_expert[score["expert"]["id"]][score["sequence"]][sha256] = score
    newest = {}
    for expert, sequences in by_expert.items():
        same = sequences[max(sequences)]
        if len(same) == 1:
            ((sha256, score),) = same.items()
            newest[expert] = (sha256, score)
    return newest


# --- points -------------------------------------------------------------------------------------------------------------------

def half_up(value, places=2):
    """A fraction rounded half-up, as an exact fraction."""
    scale = 10**places
    return Fraction((2 * value * scale + 1).__floor__() // 2, scale)


def show(value):
    cents = value * 100
    assert cents.denominator == 1
    return f"{cents.numerator // 100}.{cents.numerator % 100:02d}"


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


# --- what the chair resolved --------------------------------------------------------------------------------------------------

class Resolutions:
    """The chair's recorded decisions; a later one on the same matter takes the place of an earlier."""

    def __init__(self, resolutions):
        self.excluded, self.gates, self.measurements, self.ties = set(), {}, {}, []
        for one in resolutions:
            if one["kind"] == "exclude-expert":
                self.excluded.add((one["expert"], one["application"]))
            elif one["kind"] == "tie":
                self.ties.append([(place["application"], place["occupation"]) for place in one["order"]])
            elif one["kind"] in ("gate", "measurement"):
                place = (one["application"], one["item"], one["occupation"], one["levelGroup"])
                if one["kind"] == "gate":
                    self.gates[place] = one["verdict"]
                else:
                    self.measurements[place] = one["value"]

    def is_excluded(self, expert, application):
        return (expert, application) in self.excluded or (expert, None) in self.excluded


# --- one candidate ------------------------------------------------------------------------------------------------------------

class Candidate:
    def __init__(self, context, application, occupation):
        self.context, self.application, self.occupation = context, application, occupation
        self.id = (application["id"], occupation["name"])
        skilled = [level for level in occupation["levels"] if level in SKILLED]
        self.groups = [name for name, there in (("skilled", skilled), ("technician", len(skilled) < len(occupation["levels"]))) if there]
        self.experts = self.counting_experts()

    def counting_experts(self):
        """Assigned, not recused, not excluded; in roster order."""
        round_, scores = self.context.round, self.context.scores
        applicant = self.application["applicant"]["id"]
        assigned = {one["expert"] for one in round_["assignments"] if one["application"] == self.application["id"]}
        imposed = {one["expert"] for one in round_["recusals"] if one["applicant"] == applicant}
        counting = []
        for member in round_["panel"]:
            expert = member["id"]
            declared = expert in scores and any(one["applicant"] == applicant for one in scores[expert][1]["recusals"])
            if expert in assigned and expert not in imposed and not declared:
                if not self.context.resolutions.is_excluded(expert, self.application["id"]):
                    counting.append(expert)
        return counting

    def slots(self, item):
        """(occupation, level group) of each place where the item is answered for this candidate."""
        if item["scope"] == "applicant":
            return [(None, None)]
        if item["scope"] == "candidate":
            return [(self.occupation["name"], None)]
        return [(self.occupation["name"], group) for group in self.groups]

    def entry(self, expert, item, slot):
        for sheet in self.context.scores[expert][1]["sheets"]:
            if sheet["application"] == self.application["id"] and sheet["stage"] == item["stage"]:
                for entry in sheet["entries"]:
                    if (entry["item"], entry["occupation"], entry["levelGroup"]) == (item["code"], *slot):
                        return entry
        return None

    def value(self, expert, item, slot):
        """What was measured, or what the chair resolved it to."""
        place = (self.application["id"], item["code"], *slot)
        return self.context.resolutions.measurements.get(place) or self.entry(expert, item, slot)["value"]

    def item_points(self, expert, item):
        """Exact mean of the item's slots."""
        points = []
        for slot in self.slots(item):
            entry = self.entry(expert, item, slot)
            if item["kind"] == "measured":
                if rule_points(item["rule"], entry["value"]) != Fraction(entry["points"]):
                    raise SystemExit(f"{expert} {self.id} {item['code']}: the points are not those of the value")
                points.append(rule_points(item["rule"], self.value(expert, item, slot)))
            else:
                points.append(Fraction(entry["points"]))
        return sum(points, Fraction(0)) / len(points)

    def sums(self, expert):
        """Stage → points, category → points of one expert."""
        stages, categories = defaultdict(Fraction), defaultdict(Fraction)
        for item in self.context.scored_items:
            points = self.item_points(expert, item)
            stages[item["stage"]] += points
            categories[item["category"]] += points
        return stages, categories

    def compute(self):
        rules = self.context.round["rules"]
        sums = {expert: self.sums(expert) for expert in self.experts}
        self.totals = {expert: sum(sums[expert][0].values(), Fraction(0)) for expert in self.experts}
        kept = keep(self.experts, self.totals, rules["aggregate"])
        self.counted = {expert: kept[expert] for expert in self.experts}
        keeping = [expert for expert in self.experts if kept[expert] == "kept"]

        def mean(values):
            return half_up(sum(values, Fraction(0)) / len(keeping))

        self.total = mean([self.totals[expert] for expert in keeping])
        self.stages = {stage: mean([sums[expert][0][stage] for expert in keeping]) for stage in STAGES}
        self.categories = {
            name: mean([sums[expert][1][name] for expert in keeping]) for name in {item["category"] for item in self.context.scored_items}
        }
        self.judge_gates()

    def judge_gates(self):
        """Which groups fall by a gate, and whether anything is still open."""
        self.fallen, self.open = set(), False
        for item in self.context.round["rubric"]["items"]:
            if "gate" not in item:
                continue
            for slot in self.slots(item):
                outcome = self.gate_outcome(item, slot)
                if outcome == "not-met":
                    self.fallen.update([slot[1]] if slot[1] is not None else self.groups)
                elif outcome == "pending":
                    self.open = True

    def gate_outcome(self, item, slot):
        resolved = self.context.resolutions.gates.get((self.application["id"], item["code"], *slot))
        if resolved is not None:
            return resolved
        votes = [self.vote(expert, item, slot) for expert in self.experts]
        if any(vote in ("doubtful", "verify-on-site") for vote in votes):
            return "pending"
        against = votes.count("not-met")
        given = against + votes.count("met")
        if given == 0:
            return "not-applicable"
        if item["gate"]["type"] == "panel":
            return "pending" if 2 * against == given else "not-met" if 2 * against > given else "met"
        return "pending" if 0 < against < len(votes) or len(set(votes)) > 1 else "not-met" if against else "met"

    def vote(self, expert, item, slot):
        entry = self.entry(expert, item, slot)
        if "failsWhen" in item["gate"]:
            if entry["verdict"] is not None and (self.application["id"], item["code"], *slot) not in self.context.resolutions.measurements:
                return entry["verdict"]
            return "not-met" if fails(item["gate"]["failsWhen"], self.value(expert, item, slot)) else "met"
        return entry["verdict"]

    def outcome(self):
        pass_ = self.context.round["rules"]["pass"]
        if self.open:
            return "pending"
        if self.fallen.issuperset(self.groups) or "skilled" in self.fallen:
            return "ruled-out"
        enough = self.total >= Fraction(pass_["total"]) and all(
            self.stages[stage] >= Fraction(pass_["stageShare"]) * self.context.maxima[stage] for stage in STAGES
        )
        return "recommended" if enough else "not-recommended"

    def levels_recommended(self):
        """The levels applied for whose group no gate has taken away."""
        if self.outcome() != "recommended":
            return []
        return [level for level in self.occupation["levels"] if ("skilled" if level in SKILLED else "technician") not in self.fallen]


def keep(experts, totals, aggregate):
    """Expert → kept, dropped-high or dropped-low; equal totals are dropped in roster order."""
    if aggregate["method"] not in ("mean", "trimmed") or aggregate["by"] != "total":
        raise SystemExit("this script knows the mean and the trimmed mean of totals only")
    counted = {expert: "kept" for expert in experts}
    if aggregate["method"] == "trimmed" and len(experts) >= aggregate["minExperts"]:
        for _ in range(aggregate["dropHighest"]):
            left = [expert for expert in experts if counted[expert] == "kept"]
            counted[max(left, key=lambda expert: (totals[expert], -experts.index(expert)))] = "dropped-high"
        for _ in range(aggregate["dropLowest"]):
            left = [expert for expert in experts if counted[expert] == "kept"]
            counted[min(left, key=lambda expert: (totals[expert], experts.index(expert)))] = "dropped-low"
    return counted


class Context:
    def __init__(self, folder):
        key = Path(folder, "keys", "chair.age")
        self.sha256, self.round = open_package(Path(folder, "round.lpround"), key)
        for part in ("rubric", "rules"):
            canonical = json.dumps(self.round[part], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            assert hashlib.sha256(canonical.encode("utf-8")).hexdigest() == self.round[f"{part}Sha256"], part
        self.scores = read_scores(folder, key, self.round["id"], self.sha256, self.round)
        self.result = json.loads(Path(folder, "result.json").read_text("utf-8"))
        self.resolutions = Resolutions(self.result["resolutions"])
        self.scored_items = [item for item in self.round["rubric"]["items"] if item["kind"] != "gate"]
        self.maxima = defaultdict(Fraction)
        for item in self.scored_items:
            self.maxima[item["stage"]] += Fraction(item["max"])


def ranks(context, candidates):
    """Candidate id → rank among all of the round that no gate rules out and nothing keeps open."""

    def strength(candidate):
        marks = [candidate.total]
        for step in context.round["rules"]["tieBreak"]:
            if step["by"] == "stage":
                marks.append(candidate.stages[step["stage"]])
            elif step["by"] == "category":
                marks.append(candidate.categories[step["category"]])
            else:
                votes = [order.index(candidate.id) for order in context.resolutions.ties if candidate.id in order]
                marks.append(-votes[-1] if votes else 0)
        return marks

    marks = {candidate.id: strength(candidate) for candidate in candidates if candidate.outcome() in ("recommended", "not-recommended")}

    return {one: 1 + sum(other > mine for other in marks.values()) for one, mine in marks.items()}


def main(folder):
    context = Context(folder)
    candidates = [Candidate(context, application, occupation) for application in context.round["applications"] for occupation in application["occupations"]]
    for candidate in candidates:
        candidate.compute()
    rank = ranks(context, candidates)
    stated = {(one["application"], one["occupation"]): one for one in context.result["candidates"]}
    differences = []

    def compare(what, mine, theirs):
        if mine != theirs:
            differences.append({"what": what, "recomputed": mine, "stated": theirs})

    compare("round", context.sha256, context.result["round"]["sha256"])
    compare("candidates", sorted(map(list, (candidate.id for candidate in candidates))), sorted(map(list, stated)))
    compare("inputs", sorted(sha256 for sha256, _ in context.scores.values()), sorted(one["sha256"] for one in context.result["inputs"]))
    table = []
    for candidate in candidates:
        theirs, name = stated.get(candidate.id), "/".join(candidate.id)
        row = {
            "application": candidate.id[0],
            "occupation": candidate.id[1],
            "total": show(candidate.total),
            "stages": {stage: show(candidate.stages[stage]) for stage in STAGES},
            "rank": rank.get(candidate.id),
            "outcome": candidate.outcome(),
            "levelsRecommended": candidate.levels_recommended(),
        }
        table.append(row)
        if theirs is None:
            continue
        for field in ("total", "stages", "rank", "outcome", "levelsRecommended"):
            compare(f"{name} {field}", row[field], theirs[field])
        experts = {one["expert"]: one for one in theirs["perExpert"]}
        for expert in candidate.experts:
            compare(f"{name} {expert} total", show(half_up(candidate.totals[expert])), experts[expert]["total"])
            compare(f"{name} {expert} counted", candidate.counted[expert], experts[expert]["counted"])
    print(json.dumps({"candidates": table, "differences": differences}, ensure_ascii=False, indent=1))
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: recompute.py DIR")
    sys.exit(main(sys.argv[1]))
