// The machine's clock jumps back past the newest objection: filing stops and /healthz says so,
// reading does not; with the time come right, filing goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { notice, objection, postObjection } from '../journey/filing.mjs';
import { openOffice } from './load.mjs';

let office;
let receipt;

before(async () => { office = await openOffice(); });
after(async () => { await office?.remove(); });

async function at(clock, work) {
  const daemon = await office.serve(clock);
  try {
    await work(daemon.url);
  } finally {
    await daemon.stop();
  }
}

const fields = { ...objection, form_id: 'sent-before-the-jump-1' };

test('an objection is filed', () => at('2017-06-23T09:00:00+08:00', async (url) => {
  receipt = await postObjection(url, fields);
  assert.equal(receipt.status, 201, receipt.text);
}));

test('a day earlier nothing is filed, and everything is read', () => at('2017-06-22T09:00:00+08:00', async (url) => {
  assert.equal((await postObjection(url, objection)).status, 503);
  assert.equal((await fetch(`${url}/healthz`)).status, 503);
  assert.equal((await fetch(`${url}/notices/${notice}/`)).status, 200);
  assert.equal((await postObjection(url, fields)).text, receipt.text);
}));

test('when the time has come right, filing goes on', () => at('2017-06-23T09:00:01+08:00', async (url) => {
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  assert.equal((await postObjection(url, objection)).status, 201);
}));
