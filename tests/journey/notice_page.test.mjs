// What a notice page promises beyond being accessible: it is small, serves an old browser and the
// keyboard, tells how it stands at any time, remembers the reader's choice, and prints as one document
// with a code that leads back.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { faintTexts } from './axe.mjs';
import { Office, openBrowser, openPage } from './harness.mjs';
import { notice } from './filing.mjs';
import { addPeople } from './hundred.mjs';

const asOf = '2017-06-22T09:00:00+08:00';

let office;
let browser;
let daemon;

before(async () => {
  office = await Office.create();
  await office.build(asOf);
  await office.initialise();
  daemon = await office.serve(asOf);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await daemon?.stop();
  await office?.remove();
});

async function visit(options) {
  const page = await openPage(browser, daemon.url, { viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(`${daemon.url}/notices/${notice}/`);
  return page;
}

test('with a hundred candidates the page and all it needs is at most 30 KB compressed', async () => {
  const large = await Office.create();
  try {
    await addPeople(large);
    await large.build(asOf);
    const html = await readFile(path.join(large.site, 'notices', notice, 'index.html'), 'utf8');
    assert.ok(html.split('class="number">').length > 100);
    const needed = [...html.matchAll(/(?:href|src)="[./]*(assets\/[^"]+)"/g)].map((found) => found[1]);
    for (const file of ['look.js', 'badge.js', 'find.js', 'filter.js', 'site.css']) assert.ok(needed.includes(`assets/${file}`), file);
    let bytes = gzipSync(html).length;
    for (const asset of needed) bytes += gzipSync(await readFile(path.join(large.site, asset))).length;
    console.log(`notice page of a hundred candidates: ${bytes} bytes compressed`);
    assert.ok(bytes <= 30 * 1024, `${bytes} bytes`);
  } finally {
    await large.remove();
  }
});

// What can be seen of the text, in order.
const told = (page) => page.evaluate(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    const text = walker.currentNode.textContent.trim();
    if (text && box.width > 1 && box.height > 1) texts.push(text);
  }
  return texts;
});

// A page whose style sheets hold only what browsers of 2012 understand.
async function openOld() {
  const page = await openPage(browser, daemon.url, { viewport: { width: 1280, height: 900 } });
  await page.route('**/assets/*.css', async (route) => {
    const answer = await route.fetch();
    const css = (await answer.text()).replace(/\/\*[^]*?\*\//g, '')
      .replace(/[a-z-]+:\s*[^;{}]*(?:var\(|flex|grid|min\(|clamp\()[^;{}]*(;|(?=\}))/g, '')
      .replace(/--[a-z-]+:[^;{}]*;/g, '');
    assert.ok(!css.includes('var('), css);
    await route.fulfill({ response: answer, body: css });
  });
  return page;
}

test('a browser without custom properties, grid and flex boxes hides nothing, and can be read', async () => {
  const modern = await openPage(browser, daemon.url, { viewport: { width: 1280, height: 900 } });
  const old = await openOld();
  for (const route of ['/', `/notices/${notice}/`, `/notices/${notice}/print/`, '/campaigns/guangxi-2017-xinfang/',
    '/search/?q=%E4%BF%A1', '/status', `/objections/new?notice=${notice}`]) {
    for (const page of [modern, old]) await page.goto(daemon.url + route, { waitUntil: 'networkidle' });
    assert.deepEqual(await told(old), await told(modern), route);
    assert.deepEqual(await faintTexts(old), [], route);
  }
  await old.goto(`${daemon.url}/notices/${notice}/`);
  const button = await old.$eval('.button', (e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]);
  assert.deepEqual(button, ['rgb(255, 255, 255)', 'rgb(15, 76, 129)']);
  for (const page of [modern, old]) await page.context().close();
});

test('everything is reached by keyboard, from the top, and seen to be reached', async () => {
  const page = await visit();
  const focusable = await page.$$eval('a[href], button, input, select, summary', (all) => all
    .filter((e) => e.getClientRects().length > 0).length);
  const reached = new Set();
  for (let i = 0; i < focusable; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      e.dataset.reached ??= String(document.querySelectorAll('[data-reached]').length);
      const style = getComputedStyle(e);
      return { key: e.dataset.reached, text: e.textContent.trim(), seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
    });
    reached.add(at.key);
    if (i === 0) assert.equal(at.text, '跳到正文');
    assert.ok(at.seen, `no focus is seen on ${at.text}`);
  }
  assert.equal(reached.size, focusable);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('text size and contrast are chosen by keyboard, said, and kept for the next page', async () => {
  const page = await visit();
  const bodySize = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const standard = await bodySize();
  await page.focus('.look button[value=huge]');
  await page.keyboard.press('Enter');
  await page.focus('.look button[value=contrast]');
  await page.keyboard.press('Space');
  assert.equal(await bodySize(), 2 * standard);
  await page.goto(`${daemon.url}/status`);
  assert.equal(await bodySize(), 2 * standard);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(0, 0, 0)');
  assert.deepEqual(await page.$$eval('.look [aria-pressed=true]', (all) => all.map((e) => e.textContent)), ['特大', '高对比']);
  await page.click('.look button[name=size][value=""]');
  assert.equal(await bodySize(), standard);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('without JavaScript no control is shown that would do nothing', async () => {
  const page = await visit({ javaScriptEnabled: false });
  assert.equal(await page.isVisible('.look'), false);
  await page.goto(`${daemon.url}/notices/${notice}/print/`);
  assert.equal(await page.isVisible('.print-button'), false);
  await page.context().close();
});

test('the paper holds every deed, and its code leads to the notice', async () => {
  const page = await openPage(browser, daemon.url, { viewport: { width: 800, height: 900 }, deviceScaleFactor: 2 });
  await page.goto(`${daemon.url}/notices/${notice}/print/`);
  const text = await page.textContent('main');
  for (const name of ['阳泉市信访局', '周方志', '王连成']) assert.ok(text.split(name).length > 2, name);
  const manifest = await (await fetch(`${daemon.url}/publicity.json`)).json();
  assert.ok(text.includes(manifest.notices.find((n) => n.id === notice).page_sha256), 'the digest of publicity.json');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gongshi-paper-'));
  try {
    const file = path.join(folder, 'code.png');
    await writeFile(file, await page.locator('.qr').screenshot());
    const { stdout } = await promisify(execFile)('zbarimg', ['--quiet', '--raw', file]);
    assert.equal(stdout.trim(), `${manifest.site.base_url}/notices/${notice}/`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.isVisible('header'), false);
  const sizes = await page.$eval('.document', (e) => [e, e.querySelector('h1')].map((part) => parseFloat(getComputedStyle(part).fontSize)));
  assert.deepEqual(sizes.map((pixels) => Math.round(pixels * 0.75)), [16, 22]);
  await page.setViewportSize({ width: 590, height: 850 }); // 156 mm: narrower than many a phone lies
  const rows = await page.$$eval('.document .list tr', (all) => all.map((e) => getComputedStyle(e).display));
  assert.deepEqual(new Set(rows), new Set(['table-row']), 'a list is a table on paper');
  // GB/T 9704: 22 lines of 28 characters on 156 by 225 mm.
  const [size, line] = await page.$eval('.document', (e) => ['fontSize', 'lineHeight'].map((name) => parseFloat(getComputedStyle(e)[name]) * 25.4 / 96));
  assert.ok(22 * line <= 225 && 23 * line > 225, `a line of ${line} mm`);
  assert.ok(28 * size <= 156 && 29 * size > 156, `a character of ${size} mm`);
  await page.context().close();
});

const atClock = {
  'before it opens': ['2017-06-20T23:59:59+08:00', '未开始', false],
  'when it opens': ['2017-06-21T00:00:00+08:00', '公示中', '还剩5个工作日（含今日）'],
  'before the last day': ['2017-06-26T23:59:59+08:00', '公示中', '还剩2个工作日（含今日）'],
  'on the last day': ['2017-06-27T00:00:00+08:00', '今日截止', false],
  'at its last second': ['2017-06-27T23:59:59+08:00', '今日截止', false],
  'when it is over': ['2017-06-28T00:00:00+08:00', '已截止（办理中）', false],
  'years later': ['2031-01-01T00:00:00+08:00', '已截止（办理中）', false],
};

for (const [when, [instant, word, left]] of Object.entries(atClock)) {
  test(`the badge ${when}`, async () => {
    const page = await openPage(browser, daemon.url, { timezoneId: 'America/Los_Angeles' });
    await page.clock.setFixedTime(new Date(instant));
    // The daemon's demonstration clock would decide; a site without one leaves it to the browser's.
    await page.route('**/notices/**', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace(/ data-now="[^"]*"/, '') });
    });
    await page.goto(`${daemon.url}/notices/${notice}/`);
    const visible = await page.$$eval('.badge .standing', (all) => all.filter((e) => !e.hidden).map((e) => e.textContent));
    assert.deepEqual(visible, [word]);
    assert.equal(await page.isVisible('.badge .left'), left !== false);
    if (left) assert.equal(await page.textContent('.badge .left'), left);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}
