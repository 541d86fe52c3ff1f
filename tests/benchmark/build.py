"""gongshi build and check, beside copying the output, listing the content, and Hugo on the same text.

All run in turns on this machine, with the load on it too; the medians stand in RESULTS.md. The
processor time beside them says more than the clock when others use the machine.

What a profile showed (a full build of 800 notices): putting the files aside 24 %, nearly all of it the
kernel's; the scan of the made pages 20 %; candidates' pages 12 %; papers 11 %, half of it the QR code;
Markdown 5 %. A look at what is there is asking the kernel of 35 000 files; an edit adds to it the
reading and rendering of one campaign, the list of digests, and the record.
"""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import defaultdict
from pathlib import Path

import hugo_site
import results
import synthetic

ROOT = Path(__file__).resolve().parent.parent.parent
AS_OF = "2020-06-22T09:00:00+08:00"
MEMORY_TARGET = 300
HUGO_NOTICES_MAX = 2000  # above, only ours is of interest


def run(*command):
    """(seconds, those of processors, peak megabytes, what it said) of a command that must succeed."""
    with tempfile.TemporaryFile() as said:
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
        if process.returncode != 0:
            sys.exit(f"{command[0]} failed:\n{text}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


class Measurement:
    def __init__(self, program, folder, count):
        self.program, self.folder, self.turns = program, folder, 0
        self.content, self.hugo = folder / "content", folder / "hugo"
        self.with_hugo = bool(shutil.which("hugo")) and count <= HUGO_NOTICES_MAX
        self.times, self.work = defaultdict(list), defaultdict(list)
        self.memory = defaultdict(float)
        synthetic.make_content(self.content, count, ROOT / "content" / "calendars")
        if self.with_hugo:
            hugo_site.make_site(self.hugo, count)

    def take(self, name, *command):
        seconds, work, peak, said = run(*command)
        self.times[name].append(seconds)
        self.work[name].append(work)
        self.memory[name] = max(self.memory[name], peak)
        return said

    def build(self, name):
        said = self.take(name, self.program, "build", "--content", self.content, "--out", self.site,
                         "--as-of", AS_OF)
        return int(re.search(r"写入 (\d+) 个文件", said).group(1))

    def turn(self):
        # New folders each time, and nothing is deleted between: for seconds after a deletion ext4 looks
        # for inodes that nobody had lately, and whoever comes next pays for it.
        self.turns += 1
        self.site, self.copy, self.hugo_site = (
            self.folder / f"{name}-{self.turns}" for name in ("public", "copy", "hugo-public"))
        self.files = self.build("full")
        self.take("copy", "cp", "-r", self.site, self.copy)
        self.take("list", "find", self.content, "-type", "f", "-printf", "%T@")
        if self.build("nothing") != 0:
            sys.exit("a build of what is there already wrote something")
        notice = min(self.content.glob("campaigns/*/notices/*/notice.md"))
        before = notice.read_text()
        notice.write_text(before + "\n另有一句。\n")
        self.touched = self.build("one")
        notice.write_text(before)
        self.take("check", self.program, "check", "--content", self.content)
        if self.with_hugo:
            self.take("hugo", "hugo", "--quiet", "--source", self.hugo, "--destination", self.hugo_site)

    def text_megabytes(self):
        return sum(file.stat().st_size for file in self.content.rglob("*") if file.is_file()) / 1e6


def watch(program, folder):
    """Seconds from each of a few edits of the sample's content until its page is in a browser's hands."""
    content, page = folder / "watched", "/notices/shanxi-2017-xinfang-provincial/"
    shutil.copytree(ROOT / "content", content)
    notice = next(content.glob(f"campaigns/*{page}notice.md"))
    watcher = subprocess.Popen(
        [program, "watch", "--content", content, "--out", folder / "watched-public", "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        port = next(int(found[1]) for line in watcher.stdout
                    if (found := re.search(r"http://127\.0\.0\.1:(\d+)/", line)))
        version = state(port, "")["version"]
        while "<h1" not in read(port, page):
            version = state(port, version)["version"]
        times = []
        for number in range(9):
            sentence = f"第{number}句。"
            text = notice.read_text() + f"\n{sentence}\n"
            begin = time.monotonic()
            notice.write_text(text)
            while sentence not in read(port, page):
                version = state(port, version)["version"]
            times.append(time.monotonic() - begin)
        return times
    finally:
        watcher.terminate()
        watcher.wait()


def read(port, path):
    """The page, or "" while there is none."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
            return answer.read().decode()
    except urllib.error.HTTPError:
        return ""


def state(port, after):
    return json.loads(read(port, f"/.watch/state?after={after}"))


def lines_of(measured, part):
    median = {name: statistics.median(times) for name, times in measured.times.items()}
    work = {name: statistics.median(times) for name, times in measured.work.items()}
    copy, listing, megabytes = median["copy"], median["list"], measured.text_megabytes()
    speed, peak = megabytes / median["check"], measured.memory["full"]
    lines = [
        f"{part}: {median['full']:.2f} s for {measured.files} files, limit {copy:.2f} s (cp -r of them), ratio {median['full'] / copy:.2f}, target 1.5",
        f"{part}, nothing changed: {median['nothing']:.2f} s, limit {listing:.3f} s (find), ratio {median['nothing'] / listing:.1f}, target 1.5",
        f"{part}, one changed: {median['one']:.2f} s and {measured.touched} files, ratio to nothing changed {median['one'] / median['nothing']:.2f}, target 2",
        f"{part}, check: {median['check']:.2f} s for {megabytes:.0f} MB, {speed:.0f} MB/s, target 200 MB/s, ratio {speed / 200:.2f}",
        f"{part}, memory: {peak:.0f} MB, target {MEMORY_TARGET} MB, ratio {peak / MEMORY_TARGET:.2f}",
    ]
    others = "".join(f", {name} {work[name]:.1f} s" for name in ("copy", "nothing", "check", "hugo") if name in work)
    lines.append(f"{part}, processor time: full {work['full']:.1f} s{others}")
    if measured.with_hugo:
        lines.append(f"{part}, hugo: {median['hugo']:.2f} s on the same text, {median['hugo'] / median['full']:.1f} times ours, target 5")
    return lines


def main():
    count = int(sys.argv[2])
    part = f"build of {count} notices"
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as folder:
        measured = Measurement(Path(sys.argv[1]) / "gongshi", Path(folder), count)
        for _ in range(3):
            measured.turn()
        lines = lines_of(measured, part)
        seen = statistics.median(watch(measured.program, Path(folder)))
        lines.append(f"{part}, watch: an edit of the sample is seen after {seen * 1000:.0f} ms, target 100 ms, ratio {seen / 0.1:.2f}")
        results.keep(part, lines)


main()
