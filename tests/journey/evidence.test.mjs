// Somebody attaches files: one that is fine, one that is not, corrects the form without choosing
// the good one again, and fetches it back; the office takes it out. With and without JavaScript.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Office, follow, openBrowser, openPage } from './harness.mjs';
import { fillForm, notice, objection } from './filing.mjs';

const whileOpen = '2017-06-22T09:00:00+08:00';
const record = { name: '会议记录 𬱖.txt', mimeType: 'text/plain', buffer: Buffer.from('某月某日的会议记录，全文如下。\n') };
const program = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\0\0 renamed program') };
const picture = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64') };

let office;
let browser;

before(async () => {
  office = await Office.create();
  await office.build(whileOpen);
  await office.initialise();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await office?.remove();
});

async function numberAndCode(page) {
  const text = await page.textContent('main');
  return {
    number: /\d{4}-\d{6}-[0-9A-Z]/.exec(text)?.[0],
    code: /(?:[0-9A-Z]{4}-){5}[0-9A-Z]/.exec(text)?.[0],
  };
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`files go with an objection through a correction round, ${how} JavaScript`, async () => {
    const daemon = await office.serve(whileOpen);
    try {
      const page = await openPage(browser, daemon.url, { javaScriptEnabled });
      await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
      await fillForm(page, { ...objection, contact: '' });
      await page.setInputFiles('[name=evidence]', [record, program]);
      await follow(page, 'main form button[type=submit]');

      assert.match(await page.title(), /^错误：/);
      assert.match(await page.textContent('[role=alert]'), /“照片\.jpg”的内容不是可以附的类型/);
      assert.ok(await page.$('#evidence'), 'the summary leads to the field');
      assert.match(await page.textContent('.attached'), /会议记录 𬱖\.txt/);
      assert.equal(await page.inputValue('[name=statement]'), objection.statement);

      await page.fill('[name=contact]', objection.contact);
      await page.setInputFiles('[name=evidence]', [picture]);
      await follow(page, 'main form button[type=submit]');
      const receipt = await page.textContent('main');
      assert.match(receipt, /会议记录 𬱖\.txt（文本，\d+字节）/);
      assert.match(receipt, /照片\.png（PNG 图片，67字节）/);
      assert.match(receipt, new RegExp(createHash('sha256').update(record.buffer).digest('hex')));

      const { number, code } = await numberAndCode(page);
      await page.goto(`${daemon.url}/status`);
      await page.fill('[name=number]', number);
      await page.fill('[name=code]', code);
      await follow(page, 'main form button[type=submit]');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('button[value=evidence-1]'),
      ]);
      assert.equal(download.suggestedFilename(), record.name);
      assert.deepEqual(await readFile(await download.path()), record.buffer);
      assert.deepEqual(page.faults, []);

      const out = path.join(office.folder, `evidence-${how}`);
      const taken = await office.desk('evidence', number, '--out', out);
      assert.equal(taken.code, 0, taken.stderr);
      assert.deepEqual((await readdir(out)).sort(),
        [`${number}-1-${record.name}`, `${number}-2-${picture.name}`]);
      assert.deepEqual(await readFile(path.join(out, `${number}-1-${record.name}`)), record.buffer);
      const again = await office.desk('evidence', number, '--out', out);
      assert.equal(again.code, 1);
      assert.match(again.stderr, /没有覆盖/);
    } finally {
      await daemon.stop();
    }
  });
}

test('a file that is attached can be taken out again', async () => {
  const daemon = await office.serve(whileOpen);
  try {
    const page = await openPage(browser, daemon.url);
    await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
    await fillForm(page, { ...objection, declaration: '' });
    await page.setInputFiles('[name=evidence]', [record, picture]);
    await follow(page, 'main form button[type=submit]');
    await page.check('.attached input >> nth=0');
    await page.check('[name=declaration]');
    await follow(page, 'main form button[type=submit]');
    const receipt = await page.textContent('main');
    assert.match(receipt, /照片\.png/);
    assert.doesNotMatch(receipt, /会议记录/);
    assert.deepEqual(page.faults, []);
  } finally {
    await daemon.stop();
  }
});
