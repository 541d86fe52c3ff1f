// After the receipt: what objectors do on the status page, without JavaScript.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findings } from './axe.mjs';
import { Office, follow, openBrowser, openPage } from './harness.mjs';
import { objection, postObjection } from './filing.mjs';

const whileOpen = '2017-06-22T09:00:00+08:00';

let office;
let browser;
let daemon;

before(async () => {
  office = await Office.create();
  await office.build(whileOpen);
  await office.initialise();
  browser = await openBrowser();
  daemon = await office.serve(whileOpen);
});

after(async () => {
  await daemon?.stop();
  await browser?.close();
  await office?.remove();
});

const codes = new Map();  // by number

async function openStatus(options) {
  const { body } = await postObjection(daemon.url, objection);
  codes.set(body.receipt.number, body.receipt.code);
  const page = await openPage(browser, daemon.url, options);
  await page.goto(`${daemon.url}/status?number=${body.receipt.number}`);
  await page.fill('[name=code]', body.receipt.code);
  await follow(page, 'main form button[type=submit]');
  return page;
}

test('an objector adds a note, and a blank one is told', async () => {
  const page = await openStatus({ javaScriptEnabled: false });
  await follow(page, 'button[value=supplement]');
  assert.match(await page.title(), /^错误：/);
  assert.equal(await page.getAttribute('#note', 'aria-invalid'), 'true');
  await page.fill('#note', '补充一处：\n附表第二行。𬱖');
  await follow(page, 'button[value=supplement]');
  assert.match(await page.innerText('[role=status]'), /补充的内容已登记/);
  assert.match(await page.innerText('.steps'), /附表第二行。𬱖/);
  assert.equal(await page.inputValue('#note'), '');
  assert.deepEqual(page.faults, []);
});

test('an objector adds files: one that fails costs neither the note nor the others', async () => {
  const record = { name: '会议记录 𬱖.txt', mimeType: 'text/plain', buffer: Buffer.from('第二天的会议记录。\n') };
  const program = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\0\0 renamed program') };
  const page = await openStatus({ javaScriptEnabled: false });
  await page.fill('#note', '见附件');
  await page.setInputFiles('#evidence', [record, program]);
  await follow(page, 'button[value=supplement]');
  assert.match(await page.title(), /^错误：/);
  assert.match(await page.innerText('[role=alert]'), /“照片\.jpg”的内容不是可以附的类型/);
  assert.match(await page.innerText('.attached'), /会议记录 𬱖\.txt/);
  assert.equal(await page.inputValue('#note'), '见附件');
  await follow(page, 'button[value=supplement]');
  assert.match(await page.innerText('[role=status]'), /补充的内容已登记/);
  assert.match(await page.innerText('.steps'), /附：会议记录 𬱖\.txt（文本，\d+字节）/);
  const number = /\d{4}-\d{6}-[0-9A-Z]/.exec(await page.innerText('h1'))[0];

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button[value=evidence-1]'),
  ]);
  assert.equal(download.suggestedFilename(), record.name);
  assert.deepEqual(await readFile(await download.path()), record.buffer);
  assert.deepEqual(page.faults, []);

  const sheet = await office.desk('show', number);
  assert.match(sheet.stdout, /见附件\n\n证据材料[^\n]*\n  会议记录 𬱖\.txt/);
  const out = path.join(office.folder, 'added');
  const taken = await office.desk('evidence', number, '--out', out);
  assert.equal(taken.code, 0, taken.stderr);
  assert.deepEqual(await readFile(path.join(out, `${number}-1-${record.name}`)), record.buffer);
});

test('an objector withdraws, on a second thought only', async () => {
  const page = await openStatus({ javaScriptEnabled: false });
  await follow(page, 'button[value=withdraw]');
  assert.match(await page.innerText('[role=alert]'), /确认撤回/);
  await page.check('#confirm');
  await follow(page, 'button[value=withdraw]');
  assert.match(await page.innerText('[role=status]'), /异议已撤回/);
  assert.equal(await page.$('button[value=withdraw]'), null);
  assert.deepEqual(page.faults, []);
});

test('the office asks, answers and concludes; its objector follows it and asks for a review', async () => {
  const page = await openStatus({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const number = /\d{4}-\d{6}-[0-9A-Z]/.exec(await page.innerText('h1'))[0];
  const office_does = async (...words) => {
    const done = await office.desk(...words, '--by', '经办甲', '--at', '2017-06-23T10:00:00+08:00');
    assert.equal(done.code, 0, done.stderr);
  };
  await office_does('ask', number, '--text', '请写明是哪一天的会议。', '--due', '2017-06-30');
  await office_does('note', number, '--text', '只给办公室看');
  await page.fill('#note', '六月一日的会议。');
  await follow(page, 'button[value=supplement]');
  assert.match(await page.innerText('main'), /请于2017年6月30日24时（含当日）前在下面补充/);
  await office_does('accept', number);
  await office_does('investigate', number, '--with', '经办乙');
  await office_does('decide', number, '--outcome', 'partly_upheld', '--reason', '附表第二行年份写错。');
  await office_does('dispose', number, '--measure', 'corrected');
  await office_does('reply', number, '--text', '已经更正。');
  await page.goto(`${daemon.url}/status?number=${number}`);
  await page.fill('[name=code]', codes.get(number));
  await follow(page, 'main form button[type=submit]');
  const steps = await page.innerText('.steps');
  assert.match(steps, /受理[^]*开始核查[^]*结论：部分属实[^]*处置：更正[^]*答复[^]*已经更正。/);
  assert.doesNotMatch(await page.innerText('main'), /经办|只给办公室看/);
  await follow(page, 'button[value=review]');
  assert.match(await page.innerText('[role=alert]'), /填写申请复核的理由/);

  await page.fill('#reason', '第三行也错了。');
  await follow(page, 'button[value=review]');
  assert.match(await page.innerText('[role=status]'), /复核申请已登记/);
  assert.match(await page.innerText('.facts'), /正在复核/);
  assert.equal(await page.$('button[value=review]'), null);
  assert.deepEqual(page.faults, []);
});

for (const width of [1280, 320]) {
  test(`the page is accessible at ${width} px, with and without an error`, async () => {
    const page = await openStatus({ viewport: { width, height: 900 } });
    for (const error of [false, true]) {
      if (error) await follow(page, 'button[value=supplement]');
      assert.deepEqual(await findings(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false);
    }
    assert.deepEqual(page.faults, []);
  });
}
