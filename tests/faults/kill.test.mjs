// SIGKILL at any instant under load: whoever was acknowledged finds the same receipt afterwards, and
// no row is half there. GONGSHI_KILL_ROUNDS=5000 for a night.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Filings, expectWhole, openOffice, randomFrom, whileOpen } from './load.mjs';

const rounds = Number(process.env.GONGSHI_KILL_ROUNDS ?? 200);
const seed = Number(process.env.GONGSHI_SEED ?? 20170622);
const clients = 4;

test(`nothing acknowledged is lost in ${rounds} kills (seed ${seed})`, async () => {
  const office = await openOffice();
  const random = randomFrom(seed);
  const filings = new Filings();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const daemon = await office.serve(whileOpen);
      const known = new Set(filings.receipts.keys());
      const goal = filings.acknowledged() + Math.floor(random() * 12);
      const killed = () => filings.acknowledged() > goal && daemon.child.kill('SIGKILL');
      const senders = Array.from({ length: clients }, () => filings.send(daemon.url, killed));
      await Promise.all(senders);
      assert.equal((await daemon.ended).signal, 'SIGKILL');
      const survivor = await office.serve(whileOpen);
      await filings.verify(survivor.url, [...filings.receipts.keys()].filter((form) => !known.has(form)));
      await survivor.stop('SIGKILL');
    }
    const last = await office.serve(whileOpen);
    await filings.verify(last.url);
    assert.equal((await last.stop()).code, 0);
    await expectWhole(office, filings);
  } finally {
    await office.remove();
  }
});

test('SIGTERM answers everyone who was heard, then ends', async () => {
  const office = await openOffice();
  const filings = new Filings();
  try {
    const daemon = await office.serve(whileOpen);
    const stopped = () => filings.acknowledged() > 20 && daemon.child.kill('SIGTERM');
    await Promise.all(Array.from({ length: clients }, () => filings.send(daemon.url, stopped)));
    assert.deepEqual(await daemon.ended, { code: 0, signal: null });
    const again = await office.serve(whileOpen);
    await filings.verify(again.url);
    await again.stop();
    await expectWhole(office, filings);
  } finally {
    await office.remove();
  }
});
