"""Who counts for an application, what they said, and what the panel and the chair make of it (design, sections 6 and 7)."""

from fractions import Fraction

from points import fails, measurement, rule_points

STAGES = ("document", "visit", "roadshow")
SKILLED = ("五级", "四级", "三级")
OPEN = ("doubtful", "verify-on-site")


def groups_of(occupation):
    skilled = [level for level in occupation["levels"] if level in SKILLED]
    return [name for name, there in (("skilled", skilled), ("technician", len(skilled) < len(occupation["levels"]))) if there]


def stages_of(round_, expert, application):
    """The stages that an expert scores at an application: all of them, where the assignment doesn't say."""
    for one in round_["assignments"]:
        if one["expert"] == expert and one["application"] == application:
            return one.get("stages", list(STAGES))
    return []


def slots_of(item, occupations):
    """(occupation, level group) of each place where the item is answered."""
    if item["scope"] == "applicant":
        return [(None, None)]
    if item["scope"] == "candidate":
        return [(one["name"], None) for one in occupations]
    return [(one["name"], group) for one in occupations for group in groups_of(one)]


def is_answered(item, entry):
    """Blank is not zero; a wanted reason that is missing leaves the item open."""
    said = {"measured": "value", "judged": "points", "gate": "verdict"}[item["kind"]]
    if entry is None or entry[said] is None:
        return False
    wanted = item["comment"] == "required"
    if item["comment"] == "off-anchor":
        wanted = entry["points"] not in [anchor["points"] for anchor in item.get("anchors", [])]
    return entry["comment"].strip() != "" or not wanted


class Resolutions:
    """The chair's recorded decisions: of several on one matter the one with the highest sequence counts, a vote on any tie that it names whole."""

    def __init__(self, resolutions):
        self.excluded, self.gates, self.measurements, self.orders = {}, {}, {}, []
        for one in sorted(resolutions, key=lambda one: one["sequence"]):
            if one["kind"] in ("exclude-expert", "withdraw-exclusion"):
                self.excluded[one["expert"], one["application"]] = one["kind"] == "exclude-expert"
            elif one["kind"] == "tie":
                self.orders.insert(0, [(place["application"], place["occupation"]) for place in one["order"]])
            elif one["kind"] in ("gate", "measurement"):
                place = (one["application"], one["item"], one["occupation"], one["levelGroup"])
                if one["kind"] == "gate":
                    self.gates[place] = one["verdict"]
                else:
                    self.measurements[place] = one["value"]

    def is_excluded(self, expert, application):
        return any(self.excluded.get((expert, place)) for place in (application, None))

    def order_of(self, tied):
        return next((order for order in self.orders if set(order).issuperset(tied)), None)


class Panel:
    """The experts of one application: how each stands, and what each says at a slot."""

    def __init__(self, context, application):
        self.context, self.application, self.id = context, application, application["id"]
        self.items = context.round["rubric"]["items"]
        self.entries, self.standing, self.stages = {}, {}, {}
        for member in context.round["panel"]:
            self.seat(member["id"])
        self.expected = [expert for expert, standing in self.standing.items() if standing in ("counting", "missing")]
        self.counting = [expert for expert, standing in self.standing.items() if standing == "counting"]
        asked = {item["stage"] for item in self.items}
        covered = all(any(stage in self.stages[expert] for expert in self.expected) for stage in asked)
        self.complete = bool(self.expected) and self.expected == self.counting and covered
        self.unsettled, self.settled, self.same = set(), {}, set()
        for item in self.items:
            for slot in slots_of(item, application["occupations"]) if item["kind"] == "measured" else []:
                self.measure(item, slot)
        self.gates = {
            (item["code"], *slot): self.gate(item, slot)
            for item in self.items
            if "gate" in item
            for slot in slots_of(item, application["occupations"])
        }

    def seat(self, expert):
        round_, (_, score) = self.context.round, self.context.scores.get(expert, (None, None))
        applicant = self.application["applicant"]["id"]
        recusals = [one["expert"] == expert and one["applicant"] == applicant for one in round_["recusals"]]
        recusals += [one["applicant"] == applicant for one in (score or {"recusals": []})["recusals"]]
        assigned = self.stages[expert] = stages_of(round_, expert, self.id)
        if any(recusals):
            self.standing[expert] = "recused"
        elif assigned and self.context.resolutions.is_excluded(expert, self.id):
            self.standing[expert] = "excluded"
        elif assigned:
            sheets = [sheet for sheet in (score or {"sheets": []})["sheets"] if sheet["application"] == self.id and sheet["stage"] in assigned]
            for entry in [entry for sheet in sheets for entry in sheet["entries"]]:
                self.entries[expert, entry["item"], entry["occupation"], entry["levelGroup"]] = entry
            answered = all(
                is_answered(item, self.entries.get((expert, item["code"], *slot)))
                for item in self.items
                if item["stage"] in assigned
                for slot in slots_of(item, self.application["occupations"])
            )
            self.standing[expert] = "counting" if answered else "missing"

    def said(self, expert, item, slot):
        """The entry, or None while it is blank."""
        entry = self.entries.get((expert, item["code"], *slot))
        blank = entry is None or entry[{"measured": "value", "judged": "points", "gate": "verdict"}[item["kind"]]] is None
        return None if blank else entry

    def measure(self, item, slot):
        """What stands where the experts differ: each own value where all come to the same, else what the chair chose."""
        place = (item["code"], *slot)
        values = [entry["value"] for entry in (self.said(expert, item, slot) for expert in self.expected) if entry is not None]
        if len({measurement(value) for value in values}) < 2:
            return
        if len({consequence(item, value) for value in values}) == 1:
            self.same.add(place)
        elif (self.id, *place) in self.context.resolutions.measurements:
            self.settled[place] = self.context.resolutions.measurements[self.id, *place]
        else:
            self.unsettled.add(place)

    def value(self, expert, item, slot):
        """What stands as measured: the chair's word where the experts differ."""
        return self.settled.get((item["code"], *slot)) or self.said(expert, item, slot)["value"]

    def points(self, expert, item, slot):
        if item["kind"] == "measured":
            return rule_points(item["rule"], self.value(expert, item, slot))
        return Fraction(self.said(expert, item, slot)["points"])

    def vote(self, expert, item, slot):
        """How an expert stands to an item's gate; None for a blank, or no vote."""
        entry = self.said(expert, item, slot)
        if entry is None or "failsWhen" not in item["gate"]:
            return entry and entry["verdict"]
        own, failing = entry["verdict"], fails(item["gate"]["failsWhen"], self.value(expert, item, slot))
        if item["gate"]["type"] == "panel":
            # Without a verdict a settled value that meets the condition is a 符合; one that does not is no vote.
            settled = (item["code"], *slot) not in self.unsettled
            return own or ("met" if settled and not failing else None)
        # On a hard gate 符合 and 不符合 follow the value; a doubt remains the expert's own.
        return own if own in OPEN else "not-met" if failing else "met"

    def is_triggered(self, code, slot):
        """Whether an expert's value of another item brings this gate to the panel."""
        for item in self.items:
            if item.get("triggers", {}).get("item") == code:
                for at in slots_of(item, self.application["occupations"]):
                    if all(there is None or here is None or there == here for there, here in zip(at, slot)):
                        there = [expert for expert in self.expected if self.said(expert, item, at)]
                        if any(fails(item["triggers"]["failsWhen"], self.value(expert, item, at)) for expert in there):
                            return True
        return False

    def gate(self, item, slot):
        """(outcome, votes) of a gate at a slot."""
        votes = {expert: self.vote(expert, item, slot) for expert in self.expected if item["stage"] in self.stages[expert]}
        decide = self.unanimous if item["gate"]["type"] == "hard" else self.majority
        return self.context.resolutions.gates.get((self.id, item["code"], *slot)) or decide(item, slot, votes), votes

    def unanimous(self, item, slot, votes):
        """A hard gate: pending while anything differs, is in doubt or is not there."""
        said = set(votes.values())
        if len(said) != 1 or None in said or said & set(OPEN) or (item["code"], *slot) in self.unsettled:
            return "pending"
        return said.pop()

    def majority(self, item, slot, votes):
        """A panel gate, in the design's order."""
        given = [vote for vote in votes.values() if vote is not None]
        against = given.count("not-met")
        if not given or any(vote in OPEN for vote in given):
            return "pending"
        if 2 * against == len(given) or 2 * len(given) < len(votes):
            return "pending"
        if 2 * against > len(given):
            return "not-met"
        if self.has_failing_value(item, slot, votes) or self.is_triggered(item["code"], slot):
            return "pending"
        return "met" if "met" in given or against else "not-applicable"

    def has_failing_value(self, item, slot, experts):
        there = [expert for expert in experts if "failsWhen" in item["gate"] and self.said(expert, item, slot)]
        return any(fails(item["gate"]["failsWhen"], self.value(expert, item, slot)) for expert in there)


def consequence(item, value):
    """What a measured value comes to: points, gate verdict, triggered gate."""
    conditions = [item[name]["failsWhen"] for name in ("gate", "triggers") if "failsWhen" in item.get(name, {})]
    return rule_points(item["rule"], value), *(fails(condition, value) for condition in conditions)
