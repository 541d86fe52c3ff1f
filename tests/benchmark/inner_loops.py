"""The inner loops: counting working days, the scan for personal data, the log's leaves, forms. Each
beside the least that could be done with the same input, interleaved, by Google Benchmark.
"""
import json
import subprocess
import sys
from pathlib import Path

import results

CALENDARS = Path(__file__).resolve().parent.parent.parent / "content" / "calendars"


def measure(programs, seconds):
    """Medians: name -> what Google Benchmark says of it."""
    output = subprocess.run(
        [programs / "inner_loops", CALENDARS, "--benchmark_format=json", f"--benchmark_min_time={seconds}",
         "--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true",
         "--benchmark_enable_random_interleaving=true"],
        capture_output=True, text=True, check=True).stdout
    return {run["run_name"]: run for run in json.loads(output)["benchmarks"]
            if run["aggregate_name"] == "median"}


def time_line(medians, name, what, limit, limit_what):
    ours, least = medians[name]["cpu_time"], medians[limit]["cpu_time"]
    return f"calendar {name}: {ours:.0f} ns {what}, limit {least:.0f} ns ({limit_what}), ratio {ours / least:.2f}"


def speed_line(medians, name, what, limit, limit_what):
    ours, least = medians[name]["bytes_per_second"] / 1e6, medians[limit]["bytes_per_second"] / 1e6
    return f"calendar {name}: {ours:.0f} MB/s {what}, limit {least:.0f} MB/s ({limit_what}), ratio {ours / least:.2f}"


def main():
    medians = measure(Path(sys.argv[1]), sys.argv[2])
    flags, digest = "a flag for each day", "SHA-256 of the same bytes"
    results.keep("calendar", [
        time_line(medians, "window", "for a window of five days with its reasons", "window_limit", flags),
        time_line(medians, "closing", "for its last day alone", "window_limit", flags),
        speed_line(medians, "scan", "through suspect_lines", "scan_limit", "one look at each byte"),
        time_line(medians, "leaf", "to hash a leaf", "leaf_limit", digest),
        time_line(medians, "append", "to append one to the tree", "leaf_limit", digest),
        speed_line(medians, "form", "of a url-encoded form", "form_limit", "its decoding alone"),
    ])


main()
