// The power goes under load, and the disk forgets what nobody synced: all of it, or any part.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { Daemon } from '../journey/harness.mjs';
import { Filings, expectWhole, openOffice, randomFrom, whileOpen } from './load.mjs';
import { cutPower, forgetSharedMemory } from './power_cut.mjs';

const rounds = Number(process.env.GONGSHI_POWER_CUTS ?? 40);
const seed = Number(process.env.GONGSHI_SEED ?? 20170622);

function serveOnFaultyDisk(office, log) {
  return Daemon.start(office.serveArguments(whileOpen), {
    LD_PRELOAD: process.env.GONGSHI_FAULTY_DISK,
    GONGSHI_FAULTY_FOLDER: office.data,
    GONGSHI_WRITE_LOG: log,
  });
}

test(`nothing acknowledged is lost in ${rounds} power cuts (seed ${seed})`, async () => {
  const office = await openOffice();
  const random = randomFrom(seed);
  const filings = new Filings();
  const log = path.join(office.folder, 'writes.log');
  let lost = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const daemon = await serveOnFaultyDisk(office, log);
      const known = new Set(filings.receipts.keys());
      const goal = filings.acknowledged() + Math.floor(random() * 12);
      const killed = () => filings.acknowledged() > goal && daemon.child.kill('SIGKILL');
      await Promise.all(Array.from({ length: 4 }, () => filings.send(daemon.url, killed)));
      await daemon.ended;
      lost += await cutPower(log, () => round % 2 === 1 && random() < 0.5);
      await forgetSharedMemory(office.data);
      const survivor = await serveOnFaultyDisk(office, log);
      await filings.verify(survivor.url, [...filings.receipts.keys()].filter((form) => !known.has(form)));
      await survivor.stop();
    }
    assert.ok(lost > 0, 'the disk forgot nothing: these were no power cuts');
    await expectWhole(office, filings);
  } finally {
    await office.remove();
  }
});
