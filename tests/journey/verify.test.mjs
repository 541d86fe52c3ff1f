// The page that checks a receipt, as a citizen meets it: with the files of a real receipt, under the
// daemon's own headers.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findings } from './axe.mjs';
import { Office, openBrowser, openPage, repository } from './harness.mjs';
import { objection, postObjection } from './filing.mjs';

const now = '2017-06-22T09:00:00+08:00';
let office;
let browser;
let daemon;
let receipt;

before(async () => {
  office = await Office.create();
  await office.build(now);
  await office.initialise();
  daemon = await office.serve(now);
  browser = await openBrowser();
  receipt = (await postObjection(daemon.url, objection)).body.receipt;
});

after(async () => {
  await browser?.close();
  await daemon?.stop();
  await office?.remove();
});

const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
const files = (changes = {}) => {
  const whole = { ...receipt, ...changes };
  return [file('收件证明.tlog-proof', whole.proof), file('登记内容.txt', whole.record), file('开启码.txt', `${whole.opening}\n`)];
};
const alter = (text) => `${text.slice(0, -9)}${text.at(-9) === 'A' ? 'B' : 'A'}${text.slice(-8)}`;

async function openVerify(options) {
  const page = await openPage(browser, daemon.url, { viewport: { width: 390, height: 844 }, ...options });
  page.sent = [];
  page.on('request', (request) => page.sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(`${daemon.url}/verify/`);
  await page.waitForLoadState('networkidle');
  return page;
}

async function verdict(page) {
  await page.evaluate(() => { document.querySelector('.verdict').textContent = ''; });
  await page.click('button:text("核对")');
  await page.locator('.verdict h2').waitFor();
  return page.innerText('.verdict');
}

async function finish(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

async function judged(given) {
  const page = await openVerify();
  await page.setInputFiles('#files', given);
  const said = await verdict(page);
  await finish(page);
  return said;
}

test('the three files of a receipt hold; nothing leaves the machine; the verdict has the focus', async () => {
  const page = await openVerify();
  assert.match(await page.inputValue('#key'), /^demo\.example\/objections\+[0-9a-f]{8}\+/);
  const before = page.sent.length;
  await page.setInputFiles('#files', files());
  const said = await verdict(page);
  assert.match(said, /^成立\n/);
  assert.match(said, /demo\.example\/objections 在2017年6月22日收下了这份异议，内容与您手里的登记内容完全一致/);
  assert.match(said, /序号是0，签名时登记簿共有1条/);
  assert.equal(await page.getAttribute('.verdict', 'class'), 'verdict holds');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'verdict holds');
  assert.deepEqual(page.sent.slice(before), []);
  await finish(page);
});

test('by keyboard', async () => {
  const page = await openVerify();
  await page.setInputFiles('#files', files());
  await page.focus('#key');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.verdict.holds').waitFor();
  await finish(page);
});

test('the proof alone holds, and says what it leaves open', async () => {
  const said = await judged([files()[0]]);
  assert.match(said, /^成立\n/);
  assert.match(said, /再加上登记内容和开启码/);
});

test('the answer that a program was given holds as it is', async () => {
  assert.match(await judged([file('receipt.json', JSON.stringify({ receipt }))]), /^成立\n.*内容与您手里的登记内容完全一致/s);
});

const wrong = [
  ['an altered record', () => files({ record: receipt.record.replace('\n\n', '\n\n不') }), /^不成立\n.*登记内容和开启码不符/s],
  ['another opening', () => files({ opening: '0'.repeat(64) }), /^不成立\n.*登记内容和开启码不符/s],
  ['an altered signature', () => files({ proof: alter(receipt.proof) }), /^不成立\n.*不是用这把公钥/s],
  ['a proof cut short', () => files({ proof: receipt.proof.slice(0, 90) }), /^不成立\n.*不完整，或者被改动过/s],
  ['no proof', () => files().slice(1), /^还不能核对\n.*还没有收件证明/s],
  ['no opening', () => files().slice(0, 2), /^还不能核对\n.*只有其中一份/s],
  ['a foreign file', () => [...files(), file('照片.jpg', Buffer.from([0xff, 0xd8, 0xff]))], /^还不能核对\n.*没有认出“照片.jpg”/s],
  ['a file that is far too large', () => [file('录像.mp4', Buffer.alloc((1 << 20) + 1))], /^还不能核对\n.*没有认出“录像.mp4”/s],
];
for (const [what, given, words] of wrong) {
  test(`refused in words: ${what}`, async () => assert.match(await judged(given()), words));
}

test('pasted texts count as well, with the blanks that come of copying', async () => {
  const page = await openVerify();
  await page.click('summary');
  await page.fill('#proof', `\n${receipt.proof}\n`);
  await page.fill('#record', receipt.record.trimEnd());
  await page.fill('#opening', ` ${receipt.opening} `);
  assert.match(await verdict(page), /^成立\n/);
  await page.fill('#record', `${receipt.record.trimEnd()}！`);
  await page.click('button:text("核对")');
  await page.locator('.verdict.fails').waitFor();
  await finish(page);
});

test('a key with a slip, and none at all', async () => {
  const page = await openVerify();
  await page.setInputFiles('#files', files());
  const key = await page.inputValue('#key');
  await page.fill('#key', key.replace('demo', 'dema'));
  assert.match(await verdict(page), /^还不能核对\n.*有字抄错了/s);
  await page.fill('#key', '');
  await page.click('button:text("核对")');
  await page.locator('.verdict', { hasText: '还没有登记簿的公钥' }).waitFor();
  await finish(page);
});

for (const [look, options] of [['phone', {}], ['desktop', { viewport: { width: 1280, height: 900 } }]]) {
  test(`no accessibility finding in any verdict: ${look}`, async () => {
    const page = await openVerify(options);
    for (const given of [files(), files({ opening: '0'.repeat(64) }), files().slice(1)]) {
      await page.setInputFiles('#files', given);
      await verdict(page);
      assert.deepEqual(await findings(page), []);
    }
    await finish(page);
  });
}

test('without a script it says how else to check', async () => {
  const page = await openVerify({ javaScriptEnabled: false });
  assert.match(await page.innerText('main'), /也可以用程序 gongshi-verify 核对/);
  await finish(page);
});

test('the page and its scripts are under 20 KB', async () => {
  const page = await (await fetch(`${daemon.url}/verify/`)).text();
  const assets = path.join(repository, 'site-templates', 'assets');
  const scripts = await Promise.all(['proof.js', 'verify.js'].map((name) => readFile(path.join(assets, name))));
  const bytes = [page, ...scripts].map((text) => gzipSync(text).length).reduce((a, b) => a + b);
  assert.ok(bytes < 20_000, `${bytes} bytes compressed`);
});
