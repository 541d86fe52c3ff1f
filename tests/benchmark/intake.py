"""The daemon as a part of script/bench wants it: a site, a register, and objections filed."""
import os
import re
import subprocess
import sys
from pathlib import Path

import servers

ROOT = servers.HERE.parent.parent
CLOCK = "2017-06-22T09:00:00+08:00"  # a day on which the sample notices are open
QUIET = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def build_site(programs, site):
    subprocess.run([programs / "gongshi", "build", "--content", ROOT / "content", "--templates",
                    ROOT / "site-templates", "--out", site, "--as-of", CLOCK], **QUIET)


def make_register(programs, data):
    subprocess.run([programs / "gongshi-intake", "init", "--data", data, "--origin",
                    "bench.example/objections"], **QUIET)


def make_key(programs, data, folder):
    """The office's key, without which nothing is sealed."""
    passphrase = Path(folder, "passphrase")
    passphrase.write_text("a passphrase for a benchmark\n")
    subprocess.run([programs / "gongshi-desk", "keygen", "--data", data, "--key", Path(folder, "office.key"),
                    "--passphrase-file", passphrase], **QUIET)


def serving(programs, data, site, clock=CLOCK):
    """(process, address); without a clock the pages are those of a real site, not a demonstration's."""
    return servers.running(programs / "gongshi-intake", "serve", "--data", data, "--site", site,
                           "--listen", "127.0.0.1:0", *(["--clock", clock] if clock else []))


def file_often(url, seconds, run):
    """(filings a second, p50 and p99 in milliseconds); every answer must have been 201."""
    output = subprocess.run(
        ["wrk", "-t2", f"-c{servers.CONNECTIONS}", f"-d{seconds}s", "-s", servers.HERE / "filing.lua", url],
        env={**os.environ, "GONGSHI_BENCH_RUN": run}, capture_output=True, text=True, check=True).stdout
    rate, p50, p99, errors = re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", output).groups()
    if errors != "0":
        sys.exit(f"{errors} requests failed:\n{output}")
    return float(rate), float(p50), float(p99)
