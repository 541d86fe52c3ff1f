"""Filing into a register that holds a million objections beside filing into an empty one, and how
long the daemon takes to start on it.

Both daemons run in turns on this machine, with the load on it too; the medians stand in RESULTS.md.
"""
import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import intake
import results

RATE_TARGET = 0.9     # of the empty register's
START_TARGET = 1.0    # seconds
COMMIT = 1000         # objections that the filler puts into one commit: filling is not what is measured


def seconds_to_start(programs, data, site):
    begin = time.monotonic()
    with intake.serving(programs, data, site):
        return time.monotonic() - begin


def measure(programs, rows, rounds, seconds):
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder, contextlib.ExitStack() as stack:
        site = Path(folder, "public")
        intake.build_site(programs, site)
        data = {"full": Path(folder, "full"), "empty": Path(folder, "empty")}
        for name, objections in (("full", rows), ("empty", 1)):
            subprocess.run([programs / "fill_register", data[name], str(objections), str(COMMIT)], check=True)
        start = [seconds_to_start(programs, data["full"], site) for _ in range(rounds)]
        size = (data["full"] / "register.db").stat().st_size / 1e9
        url = {name: stack.enter_context(intake.serving(programs, where, site))[1] for name, where in data.items()}
        measured = {name: [] for name in url}
        for turn in range(rounds):
            for name, address in url.items():
                measured[name].append(intake.file_often(address, seconds, f"{name}{turn}"))
    return measured, statistics.median(start), size


def main():
    rows = 1_000_000
    measured, start, size = measure(Path(sys.argv[1]), rows, rounds=5, seconds=int(sys.argv[2]))
    rate, p99 = ({name: statistics.median(row[column] for row in turns) for name, turns in measured.items()}
                 for column in (0, 2))
    results.keep("million", [
        f"million: {rate['full']:.0f}/s filed into a register of {rows} objections, {size:.1f} GB; "
        f"{rate['empty']:.0f}/s into an empty one, ratio {rate['full'] / rate['empty']:.2f}, target {RATE_TARGET}",
        f"million p99: {p99['full']:.1f} ms, empty {p99['empty']:.1f} ms, ratio {p99['full'] / p99['empty']:.2f}",
        f"million start: {start:.2f} s until it listens, target {START_TARGET:.0f} s, ratio {start / START_TARGET:.2f}",
    ])


main()
