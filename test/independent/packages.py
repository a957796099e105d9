"""Reads a round's package files with the `age` and `unzip` commands; every listed byte is checked."""

import hashlib
import json
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path


def canonical(value):
    """Text that is equal for equal JSON values. The documents hold no fractions, so that this is their canonical JSON (RFC 8785)."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def open_package(path, key):
    """(identity, document) of a sealed package."""
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
        return hashlib.sha256(tagmanifest).hexdigest(), json.loads((bag / "data" / "document.json").read_text("utf-8"))


def read_round(folder, key):
    """(identity, round), its rubric and rules held against their hashes."""
    sha256, round_ = open_package(Path(folder, "round.lpround"), key)
    for part in ("rubric", "rules"):
        assert hashlib.sha256(canonical(round_[part]).encode("utf-8")).hexdigest() == round_[f"{part}Sha256"], part
    return sha256, round_


def is_of_this_round(score, round_sha256, round_):
    """Made for this issue of the round or for one that it replaces, by the rubric and the rules of today."""
    issues = [round_sha256, *round_.get("replaces", [])]
    same = all(score[part] == round_[part] for part in ("rubricSha256", "rulesSha256"))
    return same and score["round"]["id"] == round_["id"] and score["round"]["sha256"] in issues


def read_scores(folder, key, round_sha256, round_, is_valid):
    """Expert id → (identity, score document) of the package that counts.

    Whatever is not of this round is as if it were not there. The newest number counts whose contents are valid. Of two contents under one number neither does, and as long as no newer valid
    one has come, no older one either: to go back would undo what was sent since.
    """
    by_expert = defaultdict(lambda: defaultdict(dict))
    for path in sorted(Path(folder, "scores").glob("*.lpscore")):
        sha256, score = open_package(path, key)
        if not is_of_this_round(score, round_sha256, round_):
            continue
        by_expert[score["expert"]["id"]][score["sequence"]][sha256] = score
    counting = {}
    for expert, sequences in by_expert.items():
        for sequence in sorted(sequences, reverse=True):
            same = sequences[sequence]
            if len({canonical(score) for score in same.values()}) > 1:
                break
            first = min(same)
            if is_valid(same[first]):
                counting[expert] = (first, same[first])
                break
    return counting
