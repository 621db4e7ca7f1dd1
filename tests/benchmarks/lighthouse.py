"""Lighthouse on four kinds of page in two languages: `python tests/benchmarks/lighthouse.py SITE --lighthouse FILE`.

SITE is a built public site; FILE is the command of npm's `lighthouse`, which is no dependency of charterkit. Pages
are served compressed and with the headers that the build writes for hosts. Mobile, simulated slow network; each page
is loaded once unmeasured and then as often as `--runs` says, and the middle performance counts, beside the least of
the other scores. A machine that does something else blocks pages that hold nothing to do: before each run the tool
waits, up to `--patience` seconds, until four fifths of the processors are idle, and it tells how idle they were.
The exit code is 1 where a score is below what the site promises: performance 98, the others 100.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from browsing import CHROMIUM, served

PAGES: Final = {
    "home": "",
    "charter": "charters/citizens/",
    "promise": "charters/citizens/answer-letters/",
    "one result": "results/letters-answered-in-time/",
}
LANGUAGES: Final = {"Lithuanian": "", "English": "en/"}
LEAST: Final = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMES: Final = {"first-contentful-paint": "s", "largest-contentful-paint": "s", "total-blocking-time": "ms"}
_IDLE: Final = 0.8
_ATTEMPTS: Final = 3
_FLAGS: Final = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


def main() -> int:
    """Measure every page and print a table."""
    asked = _asked()
    below = False
    columns = "performance | accessibility | best practices | SEO | first paint | largest paint | blocked"
    print(f"| page | {columns} | idle at least |")
    print("| --- |" + " ---: |" * 8)
    with served(asked.site) as address:
        for language, prefix in LANGUAGES.items():
            for name in asked.pages:
                path = PAGES[name]
                url = address + prefix + path
                runs: list[dict[str, Any]] = []
                idle: list[float] = []
                _report(asked.lighthouse, url)
                while len(runs) < asked.runs:
                    idle.append(_quiet(asked.patience))
                    runs.append(_report(asked.lighthouse, url))
                scores = _scores(runs)
                below |= any(score < LEAST[key] for key, score in scores.items())
                cells = [f"{name}, {language}", *map(str, scores.values()), *_times(runs), f"{min(idle):.0%}"]
                print(f"| {' | '.join(cells)} |", flush=True)
    return int(below)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path, help="folder of a built public site")
    parser.add_argument("--lighthouse", default="lighthouse", help="the command of npm's lighthouse")
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait for a quiet moment")
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES), help="only these pages")
    parser.add_argument("--runs", type=int, default=3, help="how often each page is measured")
    return parser.parse_args()


def _report(command: str, url: str) -> dict[str, Any]:
    """What Lighthouse says of a page; it is asked again where its browser broke off, which measured nothing.

    Raises SystemExit with its own words where it cannot say anything.
    """
    for _ in range(_ATTEMPTS):
        done = _asked_once(command, url)
        if done.returncode == 0:
            report: dict[str, Any] = json.loads(done.stdout)
            return report
        said = done.stderr.decode(errors="replace").strip()
        print(f"Lighthouse broke off on {url}: {said[-300:]}", file=sys.stderr)
    sys.exit(f"Lighthouse said nothing of {url}, asked {_ATTEMPTS} times.")


def _asked_once(command: str, url: str) -> subprocess.CompletedProcess[bytes]:
    only = f"--only-categories={','.join(LEAST)}"
    call = [command, url, "--quiet", "--output=json", only, f"--chrome-flags={_FLAGS}"]
    environment = {**os.environ, **({"CHROME_PATH": CHROMIUM} if CHROMIUM else {})}
    return subprocess.run(call, env=environment, check=False, capture_output=True)


def _scores(runs: list[dict[str, Any]]) -> dict[str, int]:
    found = {key: [round(one["categories"][key]["score"] * 100) for one in runs] for key in LEAST}
    return {key: round(median(all)) if key == "performance" else min(all) for key, all in found.items()}


def _times(runs: list[dict[str, Any]]) -> list[str]:
    middles = {key: median(one["audits"][key]["numericValue"] for one in runs) for key in TIMES}
    return [
        f"{value / 1000:.1f} s" if TIMES[key] == "s" else f"{value:.0f} ms" for key, value in middles.items()
    ]


def _quiet(patience: float) -> float:
    """Wait until the machine has little else to do; the part of its processors that was idle in the end."""
    until = time.monotonic() + patience
    while (idle := _idle()) < _IDLE and time.monotonic() < until:
        pass
    return idle


def _idle() -> float:
    """The part of the processors that is idle for three seconds, as Linux counts it; 1 where nobody counts."""
    counts = Path("/proc/stat")
    if not counts.exists():
        return 1.0
    before = _ticks(counts)
    time.sleep(3)
    spent = [after - then for after, then in zip(_ticks(counts), before, strict=True)]
    return spent[3] / max(1, sum(spent))


def _ticks(counts: Path) -> list[int]:
    return [int(one) for one in counts.read_text().split("\n", 1)[0].split()[1:]]


if __name__ == "__main__":
    sys.exit(main())
