// Finding somebody: the search page, and the filters of long lists. Under the daemon's own headers,
// with a site of one notice of a hundred people beside the five campaigns.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findings } from './axe.mjs';
import { Office, openBrowser, openPage } from './harness.mjs';
import { notice } from './filing.mjs';
import { addPeople, addQuotas, people } from './hundred.mjs';

const asOf = '2017-06-22T09:00:00+08:00';
let office;
let browser;
let daemon;

before(async () => {
  office = await Office.create();
  await addPeople(office);
  await addQuotas(office);
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

async function openAt(route, options) {
  const page = await openPage(browser, daemon.url, { viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(daemon.url + route);
  return page;
}

async function finish(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

const said = (page) => page.textContent('.search-status');
const found = (page, kind) => page.$$eval(`.found[data-kind=${kind}] .results a`, (all) => all.map((e) => e.textContent));

const sought = (url) => new URL(url).searchParams.get('q') ?? '';
const says = (page, words) => page.locator('.search-status', { hasText: words }).waitFor({ state: 'attached' });

// Waits until the page has answered. (page.waitForFunction would need what its policy forbids.)
async function searched(page, words) {
  await page.waitForURL((url) => sought(url) === words);
  await says(page, /^(找到|没有找到)/);
}

async function type(page, words) {
  await page.fill('#q', words);
  await searched(page, words.trim());
}

test('by keyboard: a name leads to its page, and the field keeps the focus while one types', async () => {
  const page = await openAt('/');
  await page.focus('nav a >> text=搜索');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/');
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.id === 'q')); i += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('周方志');
  await searched(page, '周方志');
  assert.deepEqual(await found(page, 'candidates'), ['周方志']);
  assert.equal(await said(page), '找到1项');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '周方志');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/candidates/zhou-fangzhi/');
  assert.equal(await page.textContent('h1'), '周方志');
  await finish(page);
});

const names = [
  ['丁', '丁一'],
  ['王〇', '王〇'],
  ['欧阳', '欧阳春'],
  ['𬱖', '𬱖㛃'],
  ['㛃', '𬱖㛃'],
  ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
  ['买买提', '阿卜杜拉·买买提'],
  ['anna', 'Anna Li'],
  ['大同 欧', '欧阳春'],
];

test('names of every kind are found, and what was sought is marked', async () => {
  const page = await openAt('/search/');
  assert.equal(await said(page), '');
  for (const [words, name] of names) {
    await type(page, words);
    assert.equal((await found(page, 'candidates'))[0], name, words);
    assert.ok(await page.$('.found[data-kind=candidates] li:first-child mark'), words);
  }
  await type(page, '大同市信访局');
  assert.deepEqual(await found(page, 'units'), ['大同市信访局']);
  await type(page, '正式推荐对象');
  assert.ok((await found(page, 'notices')).length > 0);
  assert.deepEqual(await found(page, 'candidates'), []);
  await finish(page);
});

test('a link with ?q= opens with its results, and more than fifty are cut with a word', async () => {
  const page = await openAt(`/search/?q=${encodeURIComponent('科长')}`);
  await searched(page, '科长');
  assert.equal(await page.inputValue('#q'), '科长');
  assert.equal((await found(page, 'candidates')).length, 50);
  assert.match(await page.textContent('#found-candidates'), /1\d\d项/);
  assert.equal(await page.textContent('.found[data-kind=candidates] > .note'), '只列出前50项，多写一个字就能缩小范围。');
  await page.fill('#q', '');
  await page.waitForURL((url) => sought(url) === '');
  assert.equal(await said(page), '');
  assert.equal(await page.isVisible('.results'), false);
  await finish(page);
});

test('nothing found is said in words, and nobody is made part of the page', async () => {
  const page = await openAt('/search/');
  await type(page, '<b>不存在的人</b>');
  assert.match(await said(page), /^没有找到“<b>不存在的人<\/b>”。/);
  assert.equal(await page.$('.search-status b'), null);
  assert.equal(await page.isVisible('.found'), false);
  await finish(page);
});

test('a malformed address asks for nothing', async () => {
  const page = await openAt('/search/?q=%E4%');
  assert.equal(await page.inputValue('#q'), '');
  await finish(page);
});

test('pinyin that is still being composed is not sought', async () => {
  const page = await openAt('/search/');
  await page.clock.install();
  await page.reload();
  await page.focus('#q');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'zhou', selectionStart: 4, selectionEnd: 4 });
  await page.clock.runFor(1000);
  assert.equal(await page.inputValue('#q'), 'zhou');
  assert.equal(await said(page), '');
  await session.send('Input.insertText', { text: '周方志' });
  await page.clock.runFor(1000);
  await searched(page, '周方志');
  assert.deepEqual(await found(page, 'candidates'), ['周方志']);
  await finish(page);
});

test('when the data cannot be had the page says so', async () => {
  const page = await openPage(browser, daemon.url);
  await page.route('**/search.json', (route) => route.fulfill({ status: 200, body: '<html>' }));
  await page.goto(`${daemon.url}/search/?q=x`);
  await says(page, /^搜索的数据没有载入/);
  await finish(page);
});

test('without JavaScript the page says so, and leads to what there is', async () => {
  const page = await openAt('/search/', { javaScriptEnabled: false });
  assert.ok(await page.isVisible('noscript p'));
  await page.fill('#q', '周方志');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=*');
  assert.ok((await page.$$('section[aria-labelledby=indexes] a')).length > 0);
  await page.goto(`${daemon.url}/notices/${notice}/`);
  assert.equal(await page.isVisible('.filter'), false);
  await finish(page);
});

const rows = (page) => page.$$eval('#award-worker ~ table tbody tr', (all) => all
  .filter((e) => e.getClientRects().length > 0).map((e) => e.querySelector('th').textContent));

test('a long list is filtered by keyboard, and the way back is clear', async () => {
  const page = await openAt(`/notices/${notice}/`);
  const all = people.length + 3;
  assert.equal((await page.$$('.filter')).length, 1, 'the three collectives need none');
  assert.equal((await rows(page)).length, all);
  await page.focus('.filter input');
  await page.keyboard.type('大同');
  assert.deepEqual(await rows(page), ['王〇', '欧阳春']);
  assert.equal(await page.textContent('.filter [role=status]'), `显示2项，共${all}项`);
  assert.ok(await page.isVisible('#award-worker ~ table thead'));
  await page.keyboard.type(' 欧 阳');
  assert.deepEqual(await rows(page), ['欧阳春']);
  await page.keyboard.type('不');
  assert.deepEqual(await rows(page), []);
  assert.equal(await page.textContent('.filter [role=status]'), `没有相符的项，共${all}项`);
  await page.emulateMedia({ media: 'print' });
  assert.equal((await rows(page)).length, all, 'paper has every row');
  assert.equal(await page.isVisible('.filter'), false);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '显示全部');
  await page.keyboard.press('Enter');
  assert.equal((await rows(page)).length, all);
  assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
  assert.equal(await page.isVisible('.filter button'), false);
  await finish(page);
});

test('the table of quotas is filtered, and keeps its heads and its total', async () => {
  const page = await openAt('/campaigns/guangxi-2017-xinfang/');
  const shown = () => page.$$eval('.quotas tr', (all) => all.filter((e) => e.getClientRects().length > 0).map((e) => e.cells[0].firstChild.textContent.trim()));
  const whole = await shown();
  await page.fill('.filter input', '海市');
  assert.deepEqual(await shown(), [whole[0], whole[1], '示例海市', '各市（每个）', '合计']); // 北海 among them
  await finish(page);
});

test('a list that is being filtered is accessible in both themes, and its box a finger wide', async () => {
  for (const theme of ['', 'contrast']) {
    const page = await openPage(browser, daemon.url, { viewport: { width: 390, height: 844 } });
    await page.addInitScript((chosen) => { if (chosen) localStorage.setItem('gongshi-theme', chosen); }, theme);
    await page.goto(`${daemon.url}/notices/${notice}/`);
    await page.fill('.filter input', '大同');
    assert.deepEqual(await findings(page), [], theme);
    for (const part of ['.filter input', '.filter button']) {
      const box = await page.locator(part).boundingBox();
      assert.ok(box.height >= 44 && box.width >= 44, `${part} ${box.width}x${box.height}`);
    }
    await finish(page);
  }
});
