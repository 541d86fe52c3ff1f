"""gongshi-intake check over a register with many leaves, beside SQLite's own check of the same file.

Both run in turns on this machine; the medians stand in RESULTS.md.
"""
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import results

TARGET_SECONDS = 10


def seconds_of(work):
    begin = time.monotonic()
    work()
    return time.monotonic() - begin


def sqlite_alone(database):
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA cache_size = -262144")
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def measure(programs, leaves, rounds):
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        data = Path(folder, "data")
        subprocess.run([programs / "fill_register", data, str(leaves)], check=True)
        check = [programs / "gongshi-intake", "check", "--data", data]
        said = subprocess.run(check, capture_output=True, text=True, check=True).stdout
        ours, limit = [], []
        for _ in range(rounds):
            limit.append(seconds_of(lambda: sqlite_alone(data / "register.db")))
            ours.append(seconds_of(lambda: subprocess.run(check, check=True, capture_output=True)))
        size = (data / "register.db").stat().st_size / 1e9
    return statistics.median(ours), statistics.median(limit), said, size


def main():
    ours, limit, said, size = measure(Path(sys.argv[1]), int(sys.argv[2]), rounds=3)
    what = re.search(r"\d+ leaves under \d+ signed heads", said).group(0)
    results.keep("check", [
        f"check: {ours:.1f} s for {what}, sealed, {size:.1f} GB; target {TARGET_SECONDS} s, ratio {ours / TARGET_SECONDS:.2f}",
        f"check limit: {limit:.1f} s (SQLite's integrity_check alone), ratio {ours / limit:.2f}",
    ])


main()
