"""What the signatures of a charter's acts say, for `charter verify --signers`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charterkit.commands.signatures import Signature, program, signatories, signatures
from charterkit.data.release_files import ReleaseFiles
from charterkit.strings import Words


@dataclass(frozen=True, slots=True)
class Signed:
    """The signatures that were checked, and how many of the newest act are needed. Without `signers`, none is checked.

    `checkable` is false where the machine has no OpenSSH.
    """

    signers: Path | None = None
    needed: int = 0
    checkable: bool = True
    found: tuple[Signature, ...] = ()
    newest: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Who has signed the newest act."""
        return tuple(one.name for one in self.found if one.holds and one.act == self.newest)

    @property
    def wrong(self) -> tuple[Signature, ...]:
        """The signatures that do not fit their acts or their signatories."""
        return tuple(one for one in self.found if not one.holds)

    @property
    def differs(self) -> bool:
        """Whether a signature is wrong, or one is missing."""
        return (
            self.signers is not None
            and self.checkable
            and (bool(self.wrong) or len(self.names) < self.needed)
        )


def signed(
    root: Path, releases: tuple[ReleaseFiles, ...], newest: str, signers: Path | None, needed: int | None
) -> Signed:
    """The signatures of a charter, checked against the keys in `signers`."""
    if signers is None:
        return Signed()
    keygen = program()
    wanted = len(signatories(signers)) if needed is None else needed
    if keygen is None:
        return Signed(signers, wanted, checkable=False)
    return Signed(signers, wanted, True, tuple(signatures(root, releases, signers, keygen)), newest)


def said(found: Signed, words: Words) -> Iterator[str]:
    """What was found, a sentence each."""
    if found.signers is None:
        return
    if not found.checkable:
        yield words.say("The signatures could not be checked: the program ssh-keygen is not on this machine.")
        return
    for one in found.wrong:
        yield words.say(
            "- {file}: This is no signature of {name} for the act as it stands, or the key is not among the signers.",
            file=one.file,
            name=one.name,
        )
    if found.names:
        yield words.say("The newest act is signed by: {names}.", names=", ".join(found.names))
    if len(found.names) < found.needed:
        yield words.count(
            "The newest act needs {n} valid signature. Ask those who are missing to sign it: {file}.",
            "The newest act needs {n} valid signatures. Ask those who are missing to sign it: {file}.",
            found.needed,
            file=found.newest,
        )
