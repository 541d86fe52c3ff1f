"""RESULTS.md: what each part of script/bench measured last."""
import os
import re
from pathlib import Path

FILE = Path(__file__).resolve().parent / "RESULTS.md"


def machine():
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return f"{os.cpu_count()} cores, {model.group(1) if model else 'unnamed'}"


def keep(part, lines):
    """Prints the lines, and puts them in the place of those that the part wrote before. Each begins
    with the name of the part."""
    assert all(line.startswith(part) for line in lines)
    print("\n".join(lines))
    others = [line for line in FILE.read_text().splitlines()
              if line.startswith("- ") and not line.startswith(f"- {part}")]
    table = "\n".join(sorted(others + [f"- {line}" for line in lines], key=lambda line: line.split()[1].rstrip(":")))
    FILE.write_text(
        f"# What script/bench measured last\n\nOn {machine()}, medians of at least three turns, the load on the same machine.\n\n{table}\n")
