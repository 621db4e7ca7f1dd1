"""What `charter verify --format json` prints: the facts of its sentences, under names that do not change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from charterkit import report
from charterkit.commands.options import NOTHING_WRONG, PROBLEMS
from charterkit.commands.verify_signed import Signed
from charterkit.model.release import Release
from charterkit.problems import Problem
from charterkit.rules.releases.verify import Unlike, Verified
from charterkit.strings import Words

FORMAT: Final = "charterkit-verify/1"


def as_json(found: Sequence[Verified], proofs: Sequence[Signed], codes: Sequence[int], words: Words) -> str:
    """One object; `codes` are the exit codes that each charter by itself would give."""
    charters = [
        _charter(one, proof, code, words) for one, proof, code in zip(found, proofs, codes, strict=True)
    ]
    whole = {"format": FORMAT, "lang": words.lang, "charters": charters}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _charter(found: Verified, proof: Signed, code: int, words: Words) -> dict[str, Any]:
    return {
        "charter": found.charter,
        "result": _result(code),
        "files": found.files,
        "releases": [_release(one) for one in found.releases],
        "last_whole": found.good or None,
        "newest_act": found.newest or None,
        "unguarded": bool(found.unguarded) and not proof.names,
        "problems": [_problem(one, words) for one in found.problems],
        "unlike": [_unlike(one) for one in found.unlike],
        "signatures": _signatures(proof),
    }


def _result(code: int) -> str:
    return {NOTHING_WRONG: "whole", PROBLEMS: "differs"}.get(code, "unchecked")


def _release(one: Release) -> dict[str, Any]:
    acts = [{"file": act.file, "seal": act.seal, "previous": act.previous or None} for act in one.acts]
    return {"version": one.version, "digest": one.digest, "acts": acts}


def _problem(one: Problem, words: Words) -> dict[str, Any]:
    return {
        "file": one.spot.file,
        "id": one.id,
        "message": report.sentence(one, words),
        "details": one.named,
    }


def _unlike(one: Unlike) -> dict[str, str]:
    return {"published": one.published, "sealed": one.sealed}


def _signatures(proof: Signed) -> dict[str, Any] | None:
    """None where nobody asked for them."""
    if proof.signers is None:
        return None
    return {
        "checkable": proof.checkable,
        "needed": proof.needed,
        "signed_by": list(proof.names),
        "wrong": [{"file": one.file, "name": one.name} for one in proof.wrong],
    }
