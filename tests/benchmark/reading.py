"""Pages read a second through the daemon, beside the same bytes from the memory of a server that
does nothing else, and from nginx when it is installed.

All run in turns on this machine, with the load on it too; the medians stand in RESULTS.md.
"""
import contextlib
import gzip
import statistics
import sys
import tempfile
import urllib.request
from pathlib import Path

import intake
import results
import servers

PAGE_BYTES = 10 * 1024
TARGET = 30_000  # a second
GZIP = "Accept-Encoding: gzip"


def write_page(site):
    """A page of our own, cut or filled to PAGE_BYTES."""
    text = (site / "index.html").read_bytes().replace(b"</html>", b"")
    page = (text * (PAGE_BYTES // len(text) + 1))[:PAGE_BYTES]
    (site / "page.html").write_bytes(page)
    (site / "page.html.gz").write_bytes(gzip.compress(page, 9))  # for nginx alone
    return site / "page.html"


def tag_of(url):
    with urllib.request.urlopen(url) as answer:
        assert len(answer.read()) == PAGE_BYTES
        return answer.headers["ETag"]


def ways(folder, programs, stack):
    """What is measured: name -> (url, headers)."""
    site, data = Path(folder, "public"), Path(folder, "data")
    intake.build_site(programs, site)
    intake.make_register(programs, data)
    page = write_page(site)
    ours, address = stack.enter_context(intake.serving(programs, data, site, clock=None))
    _, limit = stack.enter_context(servers.running(programs / "idle_server", page))
    url = f"{address}/page.html"
    found = {"limit": (f"{limit}/page.html", []), "ours": (url, []), "gzip": (url, [GZIP]),
             "unchanged": (url, [f"If-None-Match: {tag_of(url)}"])}
    if servers.program("nginx"):
        peer = stack.enter_context(servers.nginx(folder, f"root {site}; gzip_static on;"))
        found |= {"nginx": (f"{peer}/page.html", []), "nginx gzip": (f"{peer}/page.html", [GZIP])}
    return found, ours


def measure(programs, rounds, seconds):
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder, contextlib.ExitStack() as stack:
        found, ours = ways(folder, programs, stack)
        measured = {name: [] for name in found}
        for _ in range(rounds):
            for name, (url, headers) in found.items():
                measured[name].append(servers.read_often(url, seconds, headers))
        return {name: statistics.median(rates) for name, rates in measured.items()}, servers.peak_memory(ours)


def main():
    rate, memory = measure(Path(sys.argv[1]), rounds=5, seconds=int(sys.argv[2]))
    ours, limit = rate["ours"], rate["limit"]
    lines = [
        f"reading: {ours:.0f}/s of a page of 10 KB, target {TARGET}/s, ratio {ours / TARGET:.2f}",
        f"reading limit: {limit:.0f}/s (httplib doing nothing), ratio {ours / limit:.2f}",
        f"reading gzip: {rate['gzip']:.0f}/s, limit as above, ratio {rate['gzip'] / limit:.2f}",
        f"reading unchanged: {rate['unchanged']:.0f}/s answers 304, limit as above, ratio {rate['unchanged'] / limit:.2f}",
        f"reading memory: {memory:.0f} MB, target 64 MB, ratio {memory / 64:.2f}",
    ]
    if "nginx" in rate:
        lines += [
            f"reading peer: {rate['nginx']:.0f}/s (nginx, the same page), ratio {ours / rate['nginx']:.2f}",
            f"reading peer gzip: {rate['nginx gzip']:.0f}/s (nginx, gzip_static), ratio {rate['gzip'] / rate['nginx gzip']:.2f}",
        ]
    results.keep("reading", lines)


main()
