#!/usr/bin/env python3
"""Recomputes a round from its package files, sharing nothing with the program that wrote them.

    python3 recompute.py DIR      DIR as `rehearse` lays it out (design, section 10)

Reads round.lpround, scores/*.lpscore and keys/chair.age through the `age` and `unzip` commands, checks every manifest, applies the
rubric's rules, sums and averages with exact fractions, and compares with result.json (of which only the chair's resolutions are
input). Prints one JSON object; exits 1 when anything differs. Written from the design's sections 6, 7 and 9 and docs/decisions.md.
"""

import json
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

from packages import read_round, read_scores
from panel import SKILLED, STAGES, Panel, Resolutions, groups_of, slots_of, stages_of
from points import half_up, mean, root, rule_points, show, variance

OUTCOMES = ("recommended", "pending", "not-recommended", "ruled-out")


class Context:
    def __init__(self, folder):
        key = Path(folder, "keys", "chair.age")
        self.sha256, self.round = read_round(folder, key)
        self.result = json.loads(Path(folder, "result.json").read_text("utf-8"))
        self.resolutions = Resolutions(self.result["resolutions"])
        self.items = {item["code"]: item for item in self.round["rubric"]["items"]}
        self.scored = [item for item in self.items.values() if item["kind"] != "gate"]
        self.scores = read_scores(folder, key, self.sha256, self.round, self.is_valid)
        panels = [Panel(self, application) for application in self.round["applications"]]
        self.candidates = [Candidate(self, panel, occupation) for panel in panels for occupation in panel.application["occupations"]]

    def is_valid(self, score):
        """Whether every entry of a sheet that may count is asked for once and carries the points that its value gives."""
        expert, seen = score["expert"]["id"], Counter()
        recused = {one["applicant"] for one in self.round["recusals"] if one["expert"] == expert}
        recused |= {one["applicant"] for one in score["recusals"]}
        for sheet in score["sheets"]:
            assigned = sheet["stage"] in stages_of(self.round, expert, sheet["application"])
            application = next((one for one in self.round["applications"] if one["id"] == sheet["application"]), None)
            if not assigned or application is None or application["applicant"]["id"] in recused:
                continue
            for entry in sheet["entries"]:
                item = self.items.get(entry["item"])
                slot = (entry["occupation"], entry["levelGroup"])
                if item is None or item["stage"] != sheet["stage"] or slot not in slots_of(item, application["occupations"]):
                    return False
                seen[sheet["application"], item["code"], slot] += 1
                if item["kind"] == "measured" and entry["value"] is not None:
                    if Fraction(entry["points"] or -1) != rule_points(item["rule"], entry["value"]):
                        return False
                if item["kind"] == "judged" and entry["points"] is not None:
                    points = Fraction(entry["points"])
                    if points > Fraction(item["max"]) or points % Fraction(item["step"]) != 0:
                        return False
        return all(times == 1 for times in seen.values())


class Group:
    """A level group of a candidate, as if it were applied for alone."""

    def __init__(self, context, panel, occupation, name):
        self.context, self.panel, self.name = context, panel, name
        bears = lambda place: place[0] in (None, occupation["name"]) and place[1] in (None, name)
        self.ready = panel.complete and not any(bears(place[1:]) for place in panel.unsettled)
        self.same = [code for code, *slot in panel.same if bears(slot)]
        # What each counting expert gives, item by item of its stages.
        self.points = {
            expert: {
                item["code"]: sum(panel.points(expert, item, slot) for slot in slots_of(item, [occupation]) if bears(slot))
                for item in context.scored
                if item["stage"] in panel.stages[expert]
            }
            for expert in panel.counting
        }
        self.totals = {expert: sum(points.values(), Fraction(0)) for expert, points in self.points.items()}
        self.gates = {place: outcome for place, (outcome, _) in panel.gates.items() if bears(place[1:])}
        self.counted = {expert: "kept" if standing == "counting" else standing for expert, standing in panel.standing.items()}
        self.stages_counted = defaultdict(dict)
        self.total = None

    def has_all(self, expert):
        return len(self.panel.stages[expert]) == len(STAGES)

    def in_stage(self, expert, stage):
        return sum((points for code, points in self.points[expert].items() if self.context.items[code]["stage"] == stage), Fraction(0))

    def stages(self, expert):
        return {stage: self.in_stage(expert, stage) if stage in self.panel.stages[expert] else None for stage in STAGES}

    def aggregate(self, weights):
        """Total, stages and categories across the experts, published; `weights` are what their totals count as."""
        rule, experts = self.context.round["rules"]["aggregate"], list(self.totals)
        by = "total" if rule["method"] == "z-score" else rule["by"]
        if by == "item":
            items = {}
            for item in self.context.scored:
                column = sorted(self.points[expert][item["code"]] for expert in experts if item["code"] in self.points[expert])
                high, low = drops(rule, len(column))
                items[item["code"]] = mean(column[low : len(column) - high])
            total = sum(items.values(), Fraction(0))
        elif by == "stage":
            items, total = {}, Fraction(0)
            for stage in STAGES:
                given = {expert: self.in_stage(expert, stage) for expert in experts if stage in self.panel.stages[expert]}
                became = dropped(rule, given)
                for expert, how in became.items():
                    self.stages_counted[expert][stage] = how
                kept = [expert for expert, how in became.items() if how == "kept"]
                items |= self.means(kept, stage)
                total += mean([given[expert] for expert in kept])
        else:
            self.counted |= dropped(rule, weights)
            kept = [expert for expert in experts if self.counted[expert] == "kept"]
            items = self.means(kept, None)
            total = mean([weights[expert] for expert in kept])
        sums = defaultdict(Fraction)
        for item in self.context.scored:
            for name in (("stage", item["stage"]), ("category", item["category"])):
                sums[name] += items[item["code"]]
        self.total, self.sums = half_up(total), {name: half_up(value) for name, value in sums.items()}

    def means(self, kept, stage):
        """The items' means over those kept; of one stage, or all."""
        codes = [item["code"] for item in self.context.scored if stage in (None, item["stage"])]
        return {code: mean([self.points[expert][code] for expert in kept]) for code in codes}

    def outcome(self):
        """A failed gate is final, whatever else is open; then what is open; then the published points."""
        if "not-met" in self.gates.values():
            return "ruled-out"
        if not self.ready or "pending" in self.gates.values():
            return "pending"
        pass_ = self.context.round["rules"]["pass"]
        maxima = {stage: sum(Fraction(item["max"]) for item in self.context.scored if item["stage"] == stage) for stage in STAGES}
        reached = all(self.sums["stage", stage] >= Fraction(pass_["stageShare"]) * maxima[stage] for stage in STAGES)
        return "recommended" if reached and self.total >= Fraction(pass_["total"]) else "not-recommended"

    def row(self):
        return {
            "group": self.name,
            "total": None if self.total is None else show(self.total),
            "stages": None if self.total is None else {stage: show(self.sums["stage", stage]) for stage in STAGES},
            "outcome": self.outcome(),
        }


class Candidate:
    def __init__(self, context, panel, occupation):
        self.panel, self.occupation = panel, occupation
        self.id = (panel.id, occupation["name"])
        self.groups = [Group(context, panel, occupation, name) for name in groups_of(occupation)]
        self.gates = {place: outcome for place, (outcome, _) in panel.gates.items() if place[1] in (None, occupation["name"])}
        self.rank = None
        self.becomes, self.beyond = None, None

    def leading(self):
        """Best outcome, then higher total, then the first."""
        return min(self.groups, key=lambda group: (OUTCOMES.index(group.outcome()), -1 * (-1 if group.total is None else group.total)))

    def outcome(self):
        """What the quota of its occupation makes of it, else what its leading group's gates and points do."""
        return self.beyond or self.leading().outcome()

    def levels_recommended(self):
        """The levels of every recommended group, none beyond the quota."""
        names = [] if self.beyond else [group.name for group in self.groups if group.outcome() == "recommended"]
        return [level for level in self.occupation["levels"] if ("skilled" if level in SKILLED else "technician") in names]

    def row(self):
        leading = self.leading().row()
        return {
            "application": self.id[0],
            "occupation": self.id[1],
            **leading,
            "rank": self.rank,
            "outcome": self.outcome(),
            "levelsRecommended": self.levels_recommended(),
        }


def dropped(rule, given):
    """Expert → kept or how dropped: the most extreme of those left, again and again; of equal ones the first on the roster."""
    became = {expert: "kept" for expert in given}
    high, low = drops(rule, len(given))
    for how, times, most in (("dropped-high", high, max), ("dropped-low", low, min)):
        for _ in range(times):
            left = [expert for expert in given if became[expert] == "kept"]
            extreme = most(given[expert] for expert in left)
            became[next(expert for expert in left if given[expert] == extreme)] = how
    return became


def drops(rule, count):
    """How many are dropped at the top and at the bottom; the last expert never is."""
    if rule["method"] == "median":
        return (count - 1) // 2, (count - 1) // 2
    if rule["method"] == "trimmed" and count >= rule["minExperts"] and count > rule["dropHighest"] + rule["dropLowest"]:
        return rule["dropHighest"], rule["dropLowest"]
    return 0, 0


def weigher_of(context):
    """(group) → expert → the number that an expert's total enters with: itself, or its z-score on the scale of one entry per expert and candidate."""
    first = [candidate.groups[0] for candidate in context.candidates]
    given = defaultdict(list)
    for group in first:
        for expert, total in group.totals.items() if group.ready else []:
            given[expert].append(total)
    everything = [total for totals in given.values() for total in totals]
    if context.round["rules"]["aggregate"]["method"] != "z-score" or not everything:
        return lambda group: group.totals
    middle, spread = mean(everything), variance(everything)
    highest = sum(Fraction(item["max"]) for item in context.items.values())

    def weight(expert, total):
        if expert not in given:
            return middle
        own = variance(given[expert])
        scale = root(spread / own) if own else Fraction(0)
        return min(max(middle + scale * (total - mean(given[expert])), Fraction(0)), highest)

    return lambda group: {expert: weight(expert, total) for expert, total in group.totals.items()}


def rank(context, candidates):
    """One ranking of all candidates that no gate rules out and nothing keeps open; what stays tied shares its rank."""
    groups = split([[one for one in candidates if one.outcome() in ("recommended", "not-recommended")]], lambda one: one.leading().total)
    for step in context.round["rules"]["tieBreak"]:
        if step["by"] == "vote":
            groups = [part for group in groups for part in voted(context, group)]
        else:
            groups = split(groups, lambda one: one.leading().sums.get((step["by"], step[step["by"]]), Fraction(0)))
    place = 1
    for group in groups:
        for one in group:
            one.rank = place
        place += len(group)
    apply_quotas(context.round["rules"], candidates)


def apply_quotas(rules, candidates):
    """At most so many of an occupation are recommended; a tie across that edge waits for the vote, where the round knows one."""
    votes = any(step["by"] == "vote" for step in rules["tieBreak"])
    for quota in rules.get("quotas", []):
        passing = [one for one in candidates if one.id[1] == quota["occupation"] and one.outcome() == "recommended" and one.rank]
        for one in passing:
            better = sum(other.rank < one.rank for other in passing)
            if better >= quota["most"]:
                one.becomes = "not-recommended"
            elif better + sum(other.rank == one.rank for other in passing) > quota["most"]:
                one.becomes = "pending" if votes else "not-recommended"
        for one in passing:
            one.beyond = one.becomes
            one.rank = None if one.beyond == "pending" else one.rank


def split(groups, marks):
    """Each group in parts of equal marks, the highest first."""
    return [[one for one in group if marks(one) == mark] for group in groups for mark in sorted({marks(one) for one in group}, reverse=True)]


def voted(context, group):
    order = context.resolutions.order_of({one.id for one in group}) if len(group) > 1 else None
    return [group] if order is None else [[one] for one in sorted(group, key=lambda one: order.index(one.id))]


def published(points):
    return None if points is None else show(half_up(points))


def differences_of(context):
    stated = {(one["application"], one["occupation"]): one for one in context.result["candidates"]}
    differences = []

    def compare(what, mine, theirs):
        if mine != theirs:
            differences.append({"what": what, "recomputed": mine, "stated": theirs})

    compare("round", context.sha256, context.result["round"]["sha256"])
    compare("candidates", sorted(map(list, (candidate.id for candidate in context.candidates))), sorted(map(list, stated)))
    inputs = [(expert, score["sequence"], sha256) for expert, (sha256, score) in context.scores.items()]
    compare("inputs", sorted(map(list, inputs)), sorted([one["expert"], one["sequence"], one["sha256"]] for one in context.result["inputs"]))
    for candidate in context.candidates:
        theirs, name = stated.get(candidate.id), "/".join(candidate.id)
        if theirs is None:
            continue
        for field, mine in candidate.row().items():
            compare(f"{name} {field}", mine, theirs[field])
        compare(f"{name} groups", [group.name for group in candidate.groups], [one["group"] for one in theirs["groups"]])
        for group, stated_group in zip([candidate.leading(), *candidate.groups], [theirs, *theirs["groups"]]):
            compare_group(compare, name, group, stated_group)
        mine = [[code, group, outcome] for (code, _, group), outcome in candidate.gates.items()]
        compare(f"{name} gates", mine, [[gate["item"], gate["levelGroup"], gate["outcome"]] for gate in theirs["gates"]])
        votes = [list(candidate.panel.gates[place][1].items()) for place in candidate.gates]
        compare(f"{name} votes", votes, [[(vote["expert"], vote["verdict"]) for vote in gate["votes"]] for gate in theirs["gates"]])
    return differences


def compare_group(compare, name, group, theirs):
    name = f"{name} {group.name}"
    if "rank" not in theirs:
        for field, mine in group.row().items():
            compare(f"{name} {field}", mine, theirs[field])
    same = [one["details"]["item"] for one in theirs["reasons"] if one["code"] == "measurement-same-points"]
    compare(f"{name} same points", sorted(group.same), sorted(same))
    compare(f"{name} experts", list(group.counted), [one["expert"] for one in theirs["perExpert"]])
    for one in theirs["perExpert"]:
        expert = one["expert"]
        gave = expert in group.totals
        total = published(group.totals[expert]) if gave and group.has_all(expert) else None
        stages = {stage: published(points) for stage, points in group.stages(expert).items()} if gave else None
        mine = [group.counted.get(expert), total, stages, group.stages_counted.get(expert)]
        compare(f"{name} {expert}", mine, [one["counted"], one["total"], one["stages"], one.get("stagesCounted")])


def main(folder):
    context = Context(folder)
    weights_of = weigher_of(context)
    for group in [group for candidate in context.candidates for group in candidate.groups if group.ready]:
        group.aggregate(weights_of(group))
    rank(context, context.candidates)
    differences = differences_of(context)
    rows = [candidate.row() for candidate in context.candidates]
    print(json.dumps({"candidates": rows, "differences": differences}, ensure_ascii=False, indent=1))
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: recompute.py DIR")
    sys.exit(main(sys.argv[1]))
