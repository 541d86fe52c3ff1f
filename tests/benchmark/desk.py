"""The desk's inbox, its page and the closing record over a register full of objections.

The register is filled in memory where the machine has a folder for that: every event is a sync of
the disk, and reading is what is measured.
"""
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import results

TARGETS = {"inbox": 100, "page": 100, "report": 3000}  # milliseconds


def measure(programs, objections):
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-", dir=memory if memory.is_dir() else None) as folder:
        output = subprocess.run([programs / "desk_load", Path(folder, "data"), str(objections)],
                                capture_output=True, text=True, check=True).stdout
    times = {}
    for line in output.splitlines():
        what, took = line.split()
        times.setdefault(what, []).append(float(took))
    return {what: statistics.median(all_times) for what, all_times in times.items()}


def main():
    objections = int(sys.argv[2])
    medians = measure(Path(sys.argv[1]), objections)
    results.keep("desk", [
        f"desk {what}: {took:.0f} ms over {objections} concluded objections, target {TARGETS[what]} ms, "
        f"ratio {took / TARGETS[what]:.2f}" for what, took in medians.items()])


main()
