"""Servers that a part of script/bench starts, and the load on them.

Everything lies in the part's own temporary folder and listens on free ports of this machine;
nothing runs on when the part ends.
"""
import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONNECTIONS = 32


@contextlib.contextmanager
def running(*command, environment=None):
    """(process, address) of a program that prints its address on its first line."""
    server = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True, env=environment)
    try:
        found = re.search(r"http://\S+", server.stdout.readline())
        if not found:
            sys.exit(f"{command[0]} did not start")
        yield server, found.group(0)
    finally:
        server.terminate()
        server.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def listening(command, port):
    """A program that is told its port, once it answers there."""
    server = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True)
    try:
        patience = time.monotonic() + 10
        while not answers(port):
            if server.poll() is not None or time.monotonic() > patience:
                sys.exit(f"{command[0]} did not start: {server.stderr.read() if server.poll() is not None else ''}")
            time.sleep(0.02)
        yield server
    finally:
        server.terminate()
        server.wait()


def program(name):
    """Where a program of the system lies, or None. Servers lie where a user's PATH does not look."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@contextlib.contextmanager
def nginx(folder, location, top=""):
    """nginx with one server whose inside is `location`; its address."""
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""  # who else may not read the temporary folder
    paths = "".join(f"{name}_temp_path {folder}/nginx-{name};" for name in
                    ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    config = Path(folder, "nginx.conf")
    config.write_text(f"""{user} daemon off; worker_processes auto; pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log;
events {{ worker_connections 1024; }}
http {{
  {paths}
  types {{ text/html html; }}
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=1000;
  {top}
  server {{ listen 127.0.0.1:{port} backlog=1024; {location} }}
}}
""")
    with listening([program("nginx"), "-p", folder, "-e", f"{folder}/nginx-error.log", "-c", config], port):
        yield f"http://127.0.0.1:{port}"


def peak_memory(process):
    """In MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def read_often(url, seconds, headers=()):
    """GETs a second; every answer must have been a good one."""
    asked = [argument for header in headers for argument in ("-H", header)]
    output = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", *asked, url],
                            capture_output=True, text=True, check=True).stdout
    if re.search(r"Non-2xx|Socket errors: connect [1-9]", output):
        sys.exit(f"requests to {url} failed:\n{output}")
    return float(re.search(r"Requests/sec:\s+(\S+)", output).group(1))
