// The papers of a closed notice, on real input: taken out, unpacked, opened in a browser as whoever
// gets them does, and taken out once more from a site that was built again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findings } from './axe.mjs';
import { notice } from './filing.mjs';
import { Office, openBrowser, run, succeed } from './harness.mjs';
import { validator } from './markup.mjs';

const afterwards = '2017-06-29T10:00:00+08:00';

let office;
let browser;
let unpacked;

const papers = (out, site = office.site) => office.desk('papers', '--site', site, '--notice', notice, '--out', out);

before(async () => {
  office = await Office.create();
  await office.build(afterwards);
  await office.initialise();
  const registered = await office.desk('register', '--site', office.site, '--notice', notice, '--medium', 'letter',
    '--received-at', '2017-06-23T10:00:00+08:00', '--at', '2017-06-23T11:00:00+08:00', '--grounds', 'procedure',
    '--by', '登记员', '--identity', 'anonymous', '--statement', '来信所述');
  assert.equal(registered.code, 0, registered.stderr);
  const decided = await office.desk('decide', '2017-000001-B', '--outcome', 'unfounded', '--reason', '与台账一致', '--by', '经办甲');
  assert.equal(decided.code, 0, decided.stderr);
  const closed = await office.desk('close', '--content', office.content, '--site', office.site, '--notice', notice,
    '--by', '经办甲', '--approved-by', '审批乙', '--at', afterwards);
  assert.equal(closed.code, 0, closed.stderr);
  const taken = await papers(path.join(office.folder, 'papers.zip'));
  assert.equal(taken.code, 0, taken.stderr);
  unpacked = path.join(office.folder, 'unpacked');
  execFileSync('unzip', ['-q', path.join(office.folder, 'papers.zip'), '-d', unpacked], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await office?.remove();
});

test('the report stands alone, for eyes, for paper and for helping devices', async () => {
  const file = path.join(unpacked, '公示情况报告.html');
  const report = await validator.validateString(await readFile(file, 'utf8'));
  assert.deepEqual(report.results.flatMap((result) => result.messages.map((m) => `${m.line}: ${m.message}`)), []);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  assert.equal(asked.length, 1, 'it loads nothing');
  assert.deepEqual(await findings(page), []);
  assert.match(await page.innerText('h1'), /公示情况报告$/);
  assert.match(await page.innerText('main'), /公示期间收到异议1件，经核查不影响推荐。/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scrolling');
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  assert.equal(pages.length, 3, 'six candidates fit on three pages');
  await page.close();
});

test('the notice opens as it was published', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path.join(unpacked, '公示原件/notices', notice, 'index.html')).href);
  assert.match(await page.innerText('main'), /2017年6月27日24时（含当日）/);
  const styled = await page.evaluate(() => getComputedStyle(document.querySelector('main')).maxWidth);
  assert.notEqual(styled, 'none', 'its style sheets are with it');
  await page.close();
});

test('a site that was built again gives the same papers, in the way that the refusal names', async () => {
  await office.build(afterwards);
  const refused = await papers(path.join(office.folder, 'again.zip'));
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /是办结以后重新生成的.*gongshi build --out/);
  const closing = path.join(office.content, 'campaigns/shanxi-2017-xinfang/notices', notice, 'closing.toml');
  const aside = path.join(office.folder, 'closing.toml');
  await rename(closing, aside);
  const original = path.join(office.folder, 'original');
  await succeed('gongshi', ['build', '--content', office.content, '--out', original, '--as-of', afterwards]);
  await rename(aside, closing);
  const taken = await papers(path.join(office.folder, 'again.zip'), original);
  assert.equal(taken.code, 0, taken.stderr);
  assert.ok((await readFile(path.join(office.folder, 'again.zip'))).equals(await readFile(path.join(office.folder, 'papers.zip'))));
});

test('anybody checks them with the key alone', async () => {
  const key = path.join(office.data, 'log.vkey');
  const file = path.join(office.folder, 'papers.zip');
  const holds = await run('gongshi-verify', ['papers', '--key', key, file]);
  assert.equal(holds.code, 0, holds.stdout + holds.stderr);
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] ^= 1;
  await writeFile(path.join(office.folder, 'altered.zip'), bytes);
  const altered = await run('gongshi-verify', ['papers', '--key', key, path.join(office.folder, 'altered.zip')]);
  assert.equal(altered.code, 1);
  assert.match(altered.stdout, /^不成立：/m);
});
