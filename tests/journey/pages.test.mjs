// Every page that a person meets: no accessibility finding, valid HTML, nothing from another host.
// The pictures go to the build folder, for people to look at.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findings } from './axe.mjs';
import { Office, follow, openBrowser, openPage } from './harness.mjs';
import { fillForm, notice, objection, postObjection } from './filing.mjs';
import { validator } from './markup.mjs';

const pictures = process.env.GONGSHI_PICTURES;

// How people look at a page: the two devices, the other theme, and text of twice the size on the
// narrowest screen.
const views = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
  contrast: { viewport: { width: 1280, height: 900 }, theme: 'contrast' },
  large: { viewport: { width: 320, height: 640 }, size: 'huge' },
};

const now = '2017-06-22T09:00:00+08:00';
const closed = 'guangxi-2017-xinfang-regional';
const withdrawn = 'qinghai-2021-xinfang-provincial';

let office;
let browser;
let daemon;
let receipt;
let manifest;

before(async () => {
  office = await Office.create();
  await withdraw('qinghai-2021-xinfang', withdrawn);
  await office.build(now);
  await office.initialise();
  const done = await office.desk('close', '--content', office.content, '--site', office.site, '--notice', closed,
    '--by', '经办甲', '--approved-by', '审批乙', '--at', now);
  assert.equal(done.code, 0, done.stderr);
  await office.build(now);
  daemon = await office.serve(now);
  browser = await openBrowser();
  receipt = (await postObjection(daemon.url, objection)).body.receipt;
  manifest = await (await fetch(`${daemon.url}/publicity.json`)).json();
  if (pictures) await mkdir(pictures, { recursive: true });
});

after(async () => {
  await browser?.close();
  await daemon?.stop();
  await office?.remove();
});

// As a clerk would: the words into the notice's front matter.
async function withdraw(campaign, id) {
  const file = path.join(office.content, 'campaigns', campaign, 'notices', id, 'notice.md');
  const [, head, body] = (await readFile(file, 'utf8')).split(/^\+\+\+$/m);
  const withdrawal = '\n[withdrawal]\nat = 2021-08-10T09:00:00+08:00\nreason = "名单须重新核对"\n';
  await writeFile(file, ['', head + withdrawal, body].join('+++'));
}

const open = (route) => (page) => page.goto(`${daemon.url}${route}`);

const pages = {
  home: open('/'),
  notice: open(`/notices/${notice}/`),
  paper: open(`/notices/${notice}/print/`),
  result: open(`/notices/${closed}/result/`),
  tombstone: open(`/notices/${withdrawn}/`),
  refusal: open(`/objections/new?notice=${closed}`),
  campaign: (page) => page.goto(`${daemon.url}/campaigns/${manifest.notices.find((n) => n.id === notice).campaign}/`),
  quotas: open('/campaigns/shanxi-2022-xinfang/'),
  candidate: async (page) => {
    await page.goto(`${daemon.url}/notices/${notice}/`);
    await follow(page, 'main table a >> nth=0');
  },
  verify: open('/verify/'),
  archive: open('/archive/'),
  'archive-year': open('/archive/2021/'),
  campaigns: open('/campaigns/'),
  candidates: open('/candidates/'),
  units: open('/units/'),
  'site-map': open('/sitemap/'),
  about: open('/pages/about/'),
  search: async (page) => {
    await page.goto(`${daemon.url}/search/?q=${encodeURIComponent('信访 先进')}`);
    await page.waitForSelector('.results mark');
  },
  'search-none': async (page) => {
    await page.goto(`${daemon.url}/search/?q=𬱖`);
    await page.locator('.search-status', { hasText: '没有找到“𬱖”' }).waitFor();
  },
  'not-found': open('/no-such-page'),
  form: open(`/objections/new?notice=${notice}`),
  'form-errors': async (page) => {
    await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
    await follow(page, 'main form button[type=submit]');
  },
  receipt: async (page) => {
    await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
    await fillForm(page);
    await follow(page, 'main form button[type=submit]');
  },
  'status-form': open('/status'),
  status: async (page) => {
    await page.goto(`${daemon.url}/status`);
    await page.fill('[name=number]', receipt.number);
    await page.fill('[name=code]', receipt.code);
    await follow(page, 'main form button[type=submit]');
  },
};

// A page as someone sees it who chose a theme and a text size before.
async function openView(view, options = {}) {
  const page = await openPage(browser, daemon.url, { viewport: view.viewport, ...options });
  await page.addInitScript(({ theme, size }) => {
    if (theme) localStorage.setItem('gongshi-theme', theme);
    if (size) localStorage.setItem('gongshi-size', size);
  }, { theme: view.theme, size: view.size });
  return page;
}

// What is to be tapped, but for links in running text, that is smaller than a finger's 44px.
const smallTargets = (page) => page.evaluate(() => {
  const alone = 'header a, footer a, .crumbs a, .button, .actions a, .look button, summary, select, textarea, '
    + 'input[type=text], input[type=search], .choice, .list tbody th a, .rows h3 a, .links a, .names a, .lines li > a, .results a';
  return [...document.querySelectorAll(alone)].map((e) => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(([e, box]) => `${e.tagName} ${e.textContent.trim()} ${Math.round(box.width)}x${Math.round(box.height)}`);
});

const scrollsSideways = (page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

for (const [name, visit] of Object.entries(pages)) {
  test(`${name}: accessible in every view, valid, self-contained`, async () => {
    let source; // the bytes as served; the browser's own tree is always well formed
    for (const [look, view] of Object.entries(views)) {
      const page = await openView(view);
      page.on('response', (response) => {
        if (response.request().isNavigationRequest()) source = response.text();
      });
      await visit(page);
      assert.equal(await scrollsSideways(page), false, `${look}: scrolls sideways`);
      if (look !== 'phone') assert.deepEqual(await findings(page), [], look); // narrower yet: large
      assert.deepEqual(await smallTargets(page), [], look);
      if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${look}.png`), fullPage: true });
      assert.deepEqual(page.faults, []);
      if (pictures && look === 'contrast') await page.pdf({ path: path.join(pictures, `${name}-print.pdf`), preferCSSPageSize: true });
      await page.context().close();
    }
    const report = await validator.validateString(await source);
    assert.deepEqual(report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`)), []);
  });
}

test('a long table of quotas is a line for each unit on a phone', async () => {
  const page = await openView(views.phone);
  await pages.quotas(page);
  const rows = await page.$$eval('.quotas tbody tr', (all) => all.map((e) => [getComputedStyle(e).display, e.offsetHeight]));
  assert.ok(rows.length >= 12);
  assert.deepEqual(new Set(rows.map(([display]) => display)), new Set(['table-row']));
  const height = rows.reduce((sum, [, each]) => sum + each, 0);
  assert.ok(height < 48 * rows.length, `${height} pixels for ${rows.length} rows`);
  await page.context().close();
});

test('every link of every page leads somewhere', async () => {
  const page = await openPage(browser, daemon.url);
  const seen = new Set();
  const queue = ['/', ...manifest.notices.map((n) => n.url)];
  while (queue.length > 0) {
    const route = queue.pop();
    if (seen.has(route)) continue;
    seen.add(route);
    const answer = await fetch(daemon.url + route);
    assert.equal(answer.status, 200, route);
    if (!answer.headers.get('content-type').startsWith('text/html')) continue;
    await page.setContent(await answer.text());
    const links = await page.$$eval('a[href], link[href], script[src], img[src]', (all) => all.map((e) => e.getAttribute('href') ?? e.getAttribute('src')));
    for (const link of links) {
      const target = new URL(link, daemon.url + route);
      if (target.origin === new URL(daemon.url).origin) queue.push(target.pathname + target.search);
    }
  }
  assert.ok(seen.size > 10, [...seen].join(' '));
});
