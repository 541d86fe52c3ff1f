"""Durable filings a second, sealed to an office's key, beside the same request to a server that
does nothing.

Both run in turns on this machine, with the load on it too; the medians stand in RESULTS.md.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import results

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CLOCK = "2017-06-22T09:00:00+08:00"
CONNECTIONS = 32


def start(*command):
    server = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    found = re.search(r"http://\S+", server.stdout.readline())
    if not found:
        sys.exit(f"{command[0]} did not start")
    return server, found.group(0)


def peak_memory(process):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def drive(url, seconds, run):
    """(requests a second, p50 and p99 in milliseconds); every answer must have been 201."""
    output = subprocess.run(
        ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / "filing.lua"), url],
        env={**os.environ, "GONGSHI_BENCH_RUN": run}, capture_output=True, text=True, check=True).stdout
    rate, p50, p99, errors = re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", output).groups()
    if errors != "0":
        sys.exit(f"{errors} requests failed:\n{output}")
    return float(rate), float(p50), float(p99)


def measure(programs, rounds, seconds):
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        site, data = Path(folder, "public"), Path(folder, "data")
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([programs / "gongshi", "build", "--content", ROOT / "content", "--templates",
                        ROOT / "site-templates", "--out", site, "--as-of", CLOCK], **quiet)
        subprocess.run([programs / "gongshi-intake", "init", "--data", data, "--origin",
                        "bench.example/objections"], **quiet)
        passphrase = Path(folder, "passphrase")
        passphrase.write_text("a passphrase for a benchmark\n")
        subprocess.run([programs / "gongshi-desk", "keygen", "--data", data, "--key",
                        Path(folder, "office.key"), "--passphrase-file", passphrase], **quiet)
        ours, url = start(programs / "gongshi-intake", "serve", "--data", data, "--site", site,
                          "--listen", "127.0.0.1:0", "--clock", CLOCK)
        idle, limit = start(programs / "idle_server")
        measured = {"ours": [], "limit": []}
        try:
            for turn in range(rounds):
                measured["limit"].append(drive(limit, seconds, f"limit{turn}"))
                measured["ours"].append(drive(url, seconds, f"ours{turn}"))
            memory = peak_memory(ours)
        finally:
            ours.terminate()
            idle.terminate()
            ours.wait()
            idle.wait()
        checked = subprocess.run([programs / "gongshi-intake", "check", "--data", data],
                                 capture_output=True, text=True, check=True).stdout.strip()
    return measured, memory, checked


def lines_of(measured, memory, checked):
    median = {who: [statistics.median(column) for column in zip(*rows)] for who, rows in measured.items()}
    rate, p50, p99 = median["ours"]
    limit = median["limit"][0]
    return [
        f"filing: {rate:.0f}/s durable and sealed, limit {limit:.0f}/s (httplib doing nothing), ratio {rate / limit:.2f}",
        f"filing p50: {p50:.1f} ms",
        f"filing p99: {p99:.1f} ms, target 30 ms, ratio {p99 / 30:.2f}",
        f"filing memory: {memory:.0f} MB, target 64 MB, ratio {memory / 64:.2f}",
        f"filing afterwards: {checked.split(':')[-1].strip()}, every one provable",
    ]


def main():
    programs = Path(sys.argv[1])
    results.keep("filing", lines_of(*measure(programs, rounds=3, seconds=int(sys.argv[2]))))


main()
