"""Signatures of acts: k of n signatories, each with a key of OpenSSH, against a file that names their keys."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charterkit.commands import charter, verify_signed
from sealed_files import two_releases

KEYGEN = shutil.which("ssh-keygen")
needs_openssh = pytest.mark.skipif(KEYGEN is None, reason="needs ssh-keygen")
NEWEST = "charters/citizens/releases/2022/act-1.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with two sealed releases."""
    for files in two_releases():
        (tmp_path / files.folder).mkdir(parents=True)
        for name, raw in files.files.items():
            (tmp_path / files.folder / name).write_bytes(raw)
    (tmp_path / "charters/citizens/charter.yml").write_bytes(b"")
    return tmp_path


def key(root: Path, name: str) -> None:
    """A key of somebody, named among the signers."""
    made = [str(KEYGEN), "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(root / name)]
    subprocess.run(made, check=True)
    with (root / "signers").open("a", encoding="utf-8") as file:
        file.write(
            f'# the key of {name}\n{name} namespaces="charterkit" {(root / f"{name}.pub").read_text()}'
        )


def sign(root: Path, name: str, act: str = NEWEST, namespace: str = "charterkit") -> None:
    """Sign an act, as the handbook tells."""
    file = root / act
    subprocess.run(
        [str(KEYGEN), "-q", "-Y", "sign", "-f", str(root / name), "-n", namespace, str(file)],
        check=True,
        capture_output=True,
    )
    Path(f"{file}.sig").replace(f"{file}.{name}.sig")


def verify(root: Path, *options: str) -> Result:
    """What `charter verify` says in English."""
    signers = ("--signers", str(root / "signers"))
    return CliRunner().invoke(charter, ["verify", "--folder", str(root), "--lang", "en", *signers, *options])


@needs_openssh
def test_the_newest_act_is_vouched_for_by_those_who_signed_it(root: Path) -> None:
    key(root, "mayor")
    key(root, "secretary")
    sign(root, "mayor")
    one = verify(root, "--needed", "1")
    both = verify(root)
    sign(root, "secretary")
    now = verify(root)

    assert one.exit_code == 0
    assert "The newest act is signed by: mayor." in one.output
    assert "Only a later act" not in one.output
    assert both.exit_code == 1
    assert (
        f"The newest act needs 2 valid signatures. Ask those who are missing to sign it: {NEWEST}."
        in both.output
    )
    assert now.exit_code == 0
    assert "The newest act is signed by: mayor, secretary." in now.output


@needs_openssh
@pytest.mark.parametrize("case", ["changed act", "another purpose", "another's key", "broken"])
def test_a_signature_that_does_not_fit_is_named(case: str, root: Path) -> None:
    key(root, "mayor")
    sign(root, "mayor", namespace="file" if case == "another purpose" else "charterkit")
    file = root / NEWEST
    if case == "changed act":
        file.write_bytes(file.read_bytes().replace(b"T-33", b"T-34"))
    elif case == "another's key":
        (root / "signers").unlink()
        (root / "mayor").unlink()
        key(root, "mayor")
    elif case == "broken":
        Path(f"{file}.mayor.sig").write_bytes(b"x")
    found = verify(root)

    assert found.exit_code == 1
    assert f"- {NEWEST}.mayor.sig: This is no signature of mayor" in found.output


def test_where_there_is_no_openssh_it_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_signed, "program", lambda: None)
    (root / "signers").write_text("mayor ssh-ed25519 AAAA\n", encoding="utf-8")
    found = verify(root)

    assert found.exit_code == 2
    assert "could not be checked: the program ssh-keygen is not on this machine." in found.output
    assert "Everything is as it was sealed." in found.output


def said(*arguments: str) -> tuple[int, str]:
    """Exit code and words of `charter verify` in English."""
    done = CliRunner().invoke(charter, ["verify", *arguments, "--lang", "en"])
    return done.exit_code, done.output


def test_a_built_site_is_checked_by_itself_and_against_the_repository(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "public"
    for version in ("2019", "2022"):
        folder = site / "charters/citizens/versions" / version
        shutil.copytree(root / "charters/citizens/releases" / version, folder)
        (folder / "index.html").write_text("<p>", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    same = said(str(site), "--folder", str(root))
    last = site / "charters/citizens/versions/2022/act-1.yml"
    last.write_bytes(last.read_bytes().replace(b"T-33", b"T-34"))
    alone = said(str(site), "--folder", str(elsewhere))
    beside = said(str(site), "--folder", str(root))
    earlier = said(str(site), "2019", "--folder", str(root))
    nothing = said("--folder", str(elsewhere))

    assert (same[0], "Everything is as it was sealed." in same[1]) == (0, True)
    # The last act of all: only the repository, a later act or a signature can tell.
    assert alone[0] == 0
    assert "Only a later act or a signature can show whether the newest act was changed" in alone[1]
    assert beside[0] == 1
    assert (
        "- charters/citizens/versions/2022/act-1.yml: The site shows another file than the repository holds: "
        "charters/citizens/releases/2022/act-1.yml.\n" in beside[1]
    )
    assert "The last version that is whole, with all before it, is 2019." in beside[1]
    assert earlier[0] == 0
    assert nothing == (2, "There are no versions here, so there is nothing to check.\n")


def test_one_release_is_checked_with_those_before_it(root: Path) -> None:
    last = root / NEWEST
    last.write_bytes(last.read_bytes().replace(b'digest: "', b'digest: "0')[:-3] + b'"\n')
    whole, first = said("citizens", "--folder", str(root)), said("citizens", "2019", "--folder", str(root))

    assert whole[0] == 1
    assert first[0] == 0
    assert "citizens: 3 files" in first[1]
    assert said("citizens", "2018", "--folder", str(root))[0] == 2
