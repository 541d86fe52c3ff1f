"""Durable filings a second, sealed to an office's key, beside the same request to a server that
does nothing, and to nginx with php-fpm and SQLite where they are installed.

All run in turns on this machine, with the load on it too; the medians stand in RESULTS.md.

What a profile showed (callgrind, instructions of a filing): 1.1 million, of which httplib's regular
expressions over the parts of the form took 238 000, the receipt's JSON 132 000, SQLite 172 000; a third
less now. Of the time, 40 % is the kernel's; giving the stack back between two requests was 9 % of it. What
is left and large: httplib's head and answer (100 000), SQLite (150 000), and a thread for each connection,
which is woken twice for each filing. Sealing and signing are shared by the 16 filings of a commit.
"""
import contextlib
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import intake
import php_peer
import results
import servers

PEER_TARGET = 4  # times as many as the peer
RATE_TARGET = 10_000


def measure(programs, rounds, seconds):
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder, contextlib.ExitStack() as stack:
        site, data = Path(folder, "public"), Path(folder, "data")
        intake.build_site(programs, site)
        intake.make_register(programs, data)
        intake.make_key(programs, data, folder)
        ours, url = stack.enter_context(intake.serving(programs, data, site))
        _, limit = stack.enter_context(servers.running(programs / "idle_server"))
        urls = {"limit": limit, "ours": url}
        if php_peer.is_installed():
            urls["peer"], stored = stack.enter_context(php_peer.running(folder))
        measured = {who: [] for who in urls}
        for turn in range(rounds):
            for who, address in urls.items():
                measured[who].append(intake.file_often(address, seconds, f"{who}{turn}"))
        memory = servers.peak_memory(ours)
        if "peer" in urls and stored() == 0:
            sys.exit("the peer stored nothing")
        stack.close()
        checked = subprocess.run([programs / "gongshi-intake", "check", "--data", data],
                                 capture_output=True, text=True, check=True).stdout.strip()
    return measured, memory, checked


def lines_of(measured, memory, checked):
    median = {who: [statistics.median(column) for column in zip(*rows)] for who, rows in measured.items()}
    rate, p50, p99 = median["ours"]
    limit = median["limit"][0]
    lines = [
        f"filing: {rate:.0f}/s durable and sealed, limit {limit:.0f}/s (httplib doing nothing), ratio {rate / limit:.2f}",
        f"filing target: {RATE_TARGET}/s, ratio {rate / RATE_TARGET:.2f}",
        f"filing p50: {p50:.1f} ms",
        f"filing p99: {p99:.1f} ms, target 30 ms, ratio {p99 / 30:.2f}",
        f"filing memory: {memory:.0f} MB, target 64 MB, ratio {memory / 64:.2f}",
        f"filing afterwards: {checked.split(':')[-1].strip()}, every one provable",
    ]
    if "peer" in median:
        peer, _, peer_p99 = median["peer"]
        lines.append(f"filing peer: {peer:.0f}/s, p99 {peer_p99:.0f} ms (nginx, php-fpm, SQLite, durable), "
                     f"ratio {rate / peer:.2f}, target {PEER_TARGET}")
    return lines


def main():
    programs = Path(sys.argv[1])
    results.keep("filing", lines_of(*measure(programs, rounds=3, seconds=int(sys.argv[2]))))


main()
