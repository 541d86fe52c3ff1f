// Filings in number against a daemon that may go away at any instant, and what must be true of them
// afterwards.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { objection, postObjection } from '../journey/filing.mjs';
import { Office, succeed } from '../journey/harness.mjs';

export const whileOpen = '2017-06-22T09:00:00+08:00';

// An office with a site and an empty register.
export async function openOffice() {
  const office = await Office.create();
  await office.build(whileOpen);
  await office.initialise();
  return office;
}

// Every form that was sent, with the receipt of those that were acknowledged.
export class Filings {
  constructor() { this.receipts = new Map(); }

  // Sends forms one after the other until the daemon is gone or `stop` says so.
  async send(url, stop) {
    while (!stop()) {
      const form = randomUUID();
      this.receipts.set(form, undefined);
      try {
        const answer = await postObjection(url, { ...objection, form_id: form });
        if (answer.status === 201) this.receipts.set(form, answer.text);
        else assert.equal(answer.status, 503, answer.text);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        return;  // killed: whether it was stored, nobody was told
      }
    }
  }

  acknowledged() { return [...this.receipts.values()].filter(Boolean).length; }

  // Sends each form of `forms` again: who has a receipt gets the same bytes, who has none gets one.
  async verify(url, forms = this.receipts.keys()) {
    for (const form of forms) {
      const again = await postObjection(url, { ...objection, form_id: form });
      assert.equal(again.status, 201, again.text);
      const before = this.receipts.get(form);
      if (before) assert.equal(again.text, before, 'an acknowledged receipt changed');
      this.receipts.set(form, again.text);
    }
  }
}

// One whole row for each form, each with its own number and its own place in the log.
export async function expectWhole(office, filings) {
  const checked = await succeed('gongshi-intake', ['check', '--data', office.data]);
  assert.match(checked.stdout, new RegExp(`: ${filings.receipts.size} objections`));
  const receipts = [...filings.receipts.values()].map((text) => JSON.parse(text).receipt);
  assert.equal(new Set(receipts.map((each) => each.number)).size, receipts.length);
  const places = receipts.map((each) => /^index (\d+)$/m.exec(each.proof)[1]);
  assert.equal(new Set(places).size, receipts.length);
}

// The same sequence for the same seed (mulberry32), so that a failure can be played again.
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
