// What a power cut leaves of files that were written through faulty_disk.cc: everything that was
// synced, and of the rest what the disk happened to have done.
import { open, readFile, rm, truncate } from 'node:fs/promises';

function bytes(hexadecimal) {
  return hexadecimal === '-' ? Buffer.alloc(0) : Buffer.from(hexadecimal, 'hex');
}

// Writes that no sync followed, oldest first.
async function unsynced(log) {
  const pending = new Map();
  const lines = (await readFile(log, 'latin1').catch(() => '')).split('\n');
  lines.pop();  // a line without its end: the daemon was killed before it wrote anything
  for (const line of lines) {
    const [what, ...rest] = line.split(' ');
    if (what === 'sync') {
      pending.delete(rest.join(' '));
    } else {
      const [offset, sizeBefore, before, after, ...name] = rest;
      const file = name.join(' ');
      if (!pending.has(file)) pending.set(file, []);
      pending.get(file).push({
        offset: Number(offset), sizeBefore: Number(sizeBefore), before: bytes(before), after: bytes(after),
      });
    }
  }
  return pending;
}

// `keeps()` says of each unsynced write whether the disk had done it: always false is a disk that
// keeps its cache to itself. Answers how many writes were lost. The log begins anew.
export async function cutPower(log, keeps) {
  let lost = 0;
  for (const [file, writes] of await unsynced(log)) {
    const handle = await open(file, 'r+').catch(() => undefined);
    if (!handle) continue;
    for (const write of [...writes].reverse()) {
      if (write.before.length) await handle.write(write.before, 0, write.before.length, write.offset);
      await handle.truncate(write.sizeBefore);
    }
    for (const write of writes) {
      if (!write.after.length) continue;
      if (keeps()) await handle.write(write.after, 0, write.after.length, write.offset);
      else lost += 1;
    }
    await handle.close();
  }
  await truncate(log).catch(() => undefined);
  return lost;
}

// SQLite's index of its log is memory that a file lends, and is made anew.
export function forgetSharedMemory(data) {
  return rm(`${data}/register.db-shm`, { force: true });
}
