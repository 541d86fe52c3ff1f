// The form itself: filled and corrected by keyboard alone, accessible with and without errors, and
// what stands on the page when it takes nothing. Without JavaScript.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findings } from './axe.mjs';
import { Office, follow, openBrowser, openPage } from './harness.mjs';
import { fillForm, notice, objection } from './filing.mjs';

const whileOpen = '2017-06-22T09:00:00+08:00';
const atClosing = '2017-06-28T00:00:00+08:00';

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

async function withDaemon(clock, work) {
  const daemon = await office.serve(clock);
  try {
    await work(daemon);
  } finally {
    await daemon.stop();
  }
}

// Presses Tab until the field has the focus.
async function tabTo(page, selector) {
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.$(`${selector}:focus`)) return;
  }
  assert.fail(`${selector} is not reached by Tab`);
}

async function submitByKeyboard(page) {
  await tabTo(page, 'main form button[type=submit]');
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
}

test('an objection is filed and corrected by keyboard alone', () => withDaemon(whileOpen, async (daemon) => {
  const page = await openPage(browser, daemon.url, { javaScriptEnabled: false });
  await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
  await tabTo(page, '#candidate');
  await page.keyboard.press('ArrowDown');
  const candidate = await page.inputValue('#candidate');
  assert.notEqual(candidate, '');
  await tabTo(page, '[name=grounds]');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.isChecked('#grounds-facts'));
  await tabTo(page, '#statement');
  await page.keyboard.insertText(objection.statement);
  await tabTo(page, '#evidence');
  await tabTo(page, '[name=identity]');
  await page.keyboard.press('Space');
  await tabTo(page, '#name');
  await page.keyboard.insertText(objection.name);
  await submitByKeyboard(page);

  assert.match(await page.title(), /^错误：/);
  assert.ok(await page.$('.error-summary:focus'), 'the summary has the focus');
  await page.keyboard.press('Tab');
  assert.equal(await page.getAttribute(':focus', 'href'), '#contact');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#contact:focus');
  await page.keyboard.insertText(objection.contact);
  await tabTo(page, '#declaration');
  await page.keyboard.press('Space');
  assert.equal(await page.inputValue('#candidate'), candidate);
  assert.equal(await page.inputValue('#statement'), objection.statement);
  await submitByKeyboard(page);
  assert.match(await page.textContent('h1'), /异议已登记/);
  assert.deepEqual(page.faults, []);
}));

for (const width of [1280, 320]) {
  test(`form, errors and receipt are accessible at ${width} px`, () => withDaemon(whileOpen, async (daemon) => {
    const page = await openPage(browser, daemon.url, { viewport: { width, height: 900 } });
    const check = async (what) => {
      assert.deepEqual(await findings(page), [], what);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, what);
    };
    await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
    await check('the form');
    await follow(page, 'main form button[type=submit]');
    await check('the form with every error');
    await fillForm(page);
    await follow(page, 'main form button[type=submit]');
    await check('the receipt');
    await page.goto(`${daemon.url}/objections/new?notice=unknown`);
    await check('an unknown notice');
    assert.deepEqual(page.faults, []);
  }));
}

test('two tabs are two forms', () => withDaemon(whileOpen, async (daemon) => {
  const numbers = new Set();
  const tabs = [];
  for (let i = 0; i < 2; i += 1) {
    const page = await openPage(browser, daemon.url, { javaScriptEnabled: false });
    await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
    await fillForm(page);
    tabs.push(page);
  }
  for (const page of tabs) {
    await follow(page, 'main form button[type=submit]');
    numbers.add(/\d{4}-\d{6}-[0-9A-Z]/.exec(await page.textContent('main'))[0]);
  }
  assert.equal(numbers.size, 2);
  assert.deepEqual(tabs.flatMap((page) => page.faults), []);
}));

for (const policy of ['refuse', 'mark_late']) {
  test(`a form that was open when the window closed, under late_policy ${policy}`, async () => {
    const file = path.join(office.content, 'campaigns/shanxi-2017-xinfang/campaign.toml');
    const original = await readFile(file, 'utf8');
    await writeFile(file, original.replace(/^late_policy = .*$/m, `late_policy = "${policy}"`));
    await office.build(whileOpen);
    const page = await openPage(browser, 'http://127.0.0.1', { javaScriptEnabled: false });
    let form;
    await withDaemon('2017-06-27T23:59:00+08:00', async (daemon) => {
      await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
      form = await page.inputValue('[name=form_id]');
    });
    await withDaemon(atClosing, async (daemon) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...objection, form_id: form })) body.append(name, value);
      const answer = await fetch(`${daemon.url}/objections`, { method: 'POST', body });
      const text = await answer.text();
      if (policy === 'refuse') {
        assert.equal(answer.status, 409);
        assert.match(text, /公示期已满/);
        assert.match(text, /本人可当面说明/);
        assert.match(text, /没有登记；附了文件的，文件也没有保存/);
      } else {
        assert.equal(answer.status, 201);
        assert.match(text, /逾期收到/);
      }
    });
    await writeFile(file, original);
    await office.build(whileOpen);
  });
}
