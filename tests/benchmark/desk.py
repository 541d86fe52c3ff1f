"""The desk's inbox, its page and the closing record over a register full of objections.

Once with all of them concluded, as a notice has to be before it is closed, and once with half of them
open, which have deadlines to be counted.

The register is filled in memory where the machine has a folder for that: every event is a sync of
the disk, and reading is what is measured.

What a profile showed (callgrind, 100 000 objections with 150 000 events). A page that read all of
them from the database took 840 million instructions: two thirds were SQLite's, 150 for every column
of every row, and no way of asking made that less; the rest told how each objection stands. Rows are
never changed, so what counts of each now stays in memory once it is read (history_reader.h), and a
page takes 240 million: half of them to tell how each stands, a fifth to write its number. "first" is
a desk that has just started, or a command, which reads everything: the issue sets it no target.
"""
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import results

TARGETS = {"inbox": 100, "page": 100, "report": 3000}  # milliseconds


MIXES = {"concluded": "concluded objections", "half-open": "objections, half of them open"}


def measure(programs, objections, mix):
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-", dir=memory if memory.is_dir() else None) as folder:
        output = subprocess.run([programs / "desk_load", Path(folder, "data"), str(objections), mix],
                                capture_output=True, text=True, check=True).stdout
    times = {}
    for line in output.splitlines():
        what, took = line.split()
        times.setdefault(what, []).append(float(took))
    return {what: statistics.median(all_times) for what, all_times in times.items()}


def line(what, took, objections, mix):
    text = f"desk {what}: {took:.0f} ms over {objections} {MIXES[mix]}"
    target = TARGETS.get(what)
    return f"{text}, target {target} ms, ratio {took / target:.2f}" if target else text


def main():
    objections = int(sys.argv[2])
    lines = []
    for mix in MIXES:
        medians = measure(Path(sys.argv[1]), objections, mix)
        lines += [line(what, took, objections, mix) for what, took in medians.items()]
    results.keep("desk", lines)


main()
