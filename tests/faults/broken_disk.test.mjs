// The disk is full, or fails: 503 with everything that was typed, reading goes on, and when the disk
// is back so is filing, without help.
import assert from 'node:assert/strict';
import os from 'node:os';
import path from 'node:path';
import { rm, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { objection, postObjection, notice } from '../journey/filing.mjs';
import { Daemon } from '../journey/harness.mjs';
import { Filings, expectWhole, openOffice, whileOpen } from './load.mjs';

let office;
let daemon;
let fault;
const filings = new Filings();

before(async () => {
  office = await openOffice();
  fault = path.join(office.folder, 'fault');
  daemon = await Daemon.start(office.serveArguments(whileOpen), {
    LD_PRELOAD: process.env.GONGSHI_FAULTY_DISK,
    GONGSHI_FAULTY_FOLDER: office.data,
    GONGSHI_FAULT: fault,
  });
});

after(async () => {
  await daemon?.stop();
  await office?.remove();
});

async function file(form) {
  const answer = await postObjection(daemon.url, { ...objection, form_id: form });
  assert.equal(answer.status, 201, answer.text);
  filings.receipts.set(form, answer.text);
}

for (const name of ['ENOSPC', 'EIO', 'EROFS']) {
  test(`${name}: 503, nothing typed is lost, and filing comes back by itself`, async () => {
    await file(`before-${name}-0123456789`);
    await writeFile(fault, String(os.constants.errno[name]));
    const form = `during-${name}-0123456789`;
    const refused = await postObjection(daemon.url, { ...objection, form_id: form });
    assert.equal(refused.status, 503, refused.text);
    const page = await postObjection(daemon.url, { ...objection, form_id: form }, { accept: 'text/html' });
    assert.equal(page.status, 503);
    for (const kept of [objection.statement, objection.name, objection.contact, form]) {
      assert.ok(page.text.replaceAll('\r', '').includes(kept), `${kept} is on the page again`);
    }
    assert.equal((await fetch(`${daemon.url}/healthz`)).status, 503);
    assert.equal((await fetch(`${daemon.url}/notices/${notice}/`)).status, 200);
    assert.equal((await fetch(`${daemon.url}/log/checkpoint`)).status, 200);
    const before = await postObjection(daemon.url, { ...objection, form_id: `before-${name}-0123456789` });
    assert.equal(before.status, 201, 'who has a receipt gets it while the disk is broken');
    await rm(fault);
    assert.equal((await fetch(`${daemon.url}/healthz`)).status, 200);
    await file(form);
  });
}

test('afterwards every row is whole', async () => {
  assert.deepEqual(await daemon.stop(), { code: 0, signal: null });
  daemon = undefined;
  await expectWhole(office, filings);
});
