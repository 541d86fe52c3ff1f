"""nginx with php-fpm and SQLite, durable like ours: the peer of filing."""
import contextlib
import glob
import os
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

import servers

CHILDREN = 8  # more of them only wait for the same lock


def php_fpm():
    """Debian names it after its version."""
    found = sorted(glob.glob("/usr/sbin/php-fpm*"))
    return found[-1] if found else None


def is_installed():
    if not (servers.program("nginx") and php_fpm()):
        return False
    modules = subprocess.run([php_fpm(), "-m"], capture_output=True, text=True, check=True).stdout
    return "pdo_sqlite" in modules


def make_database(file):
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE objection (id INTEGER PRIMARY KEY, form_id TEXT NOT NULL UNIQUE,"
                         " notice TEXT, candidate TEXT, grounds TEXT, statement TEXT, identity TEXT,"
                         " name TEXT, contact TEXT, received_at INTEGER NOT NULL)")


@contextlib.contextmanager
def fpm(folder):
    socket = Path(folder, "php.sock")
    owner = "user = root\ngroup = root\n" if os.geteuid() == 0 else ""
    Path(folder, "php-fpm.conf").write_text(
        f"[global]\nerror_log = {folder}/php-fpm.log\npid = {folder}/php-fpm.pid\ndaemonize = no\n"
        f"[www]\n{owner}listen = {socket}\nlisten.backlog = 1024\npm = static\npm.max_children = {CHILDREN}\n")
    as_root = ["-R"] if os.geteuid() == 0 else []
    process = subprocess.Popen([php_fpm(), *as_root, "-F", "-y", Path(folder, "php-fpm.conf")],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not socket.exists():
            if process.poll() is not None:
                raise SystemExit(f"php-fpm did not start: {Path(folder, 'php-fpm.log').read_text()}")
            time.sleep(0.02)
        yield socket
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def running(folder):
    """(address, count): where to POST /objections, and a function that counts what was stored."""
    database = Path(folder, "peer.db")
    make_database(database)
    script = shutil.copy(servers.HERE / "filing.php", folder)
    with fpm(folder) as socket:
        parameters = {"SCRIPT_FILENAME": script, "REQUEST_METHOD": "$request_method",
                      "CONTENT_TYPE": "$content_type", "CONTENT_LENGTH": "$content_length",
                      "QUERY_STRING": "$query_string", "SERVER_PROTOCOL": "$server_protocol",
                      "DATABASE": database}
        lines = "".join(f"fastcgi_param {name} {value};" for name, value in parameters.items())
        location = f"location = /objections {{ fastcgi_pass unix:{socket}; {lines} }}"
        with servers.nginx(folder, location) as address:
            yield address, lambda: count(database)


def count(database):
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT count(*) FROM objection").fetchone()[0]
