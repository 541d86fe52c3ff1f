// After the receipt: what objectors do on the status page, without JavaScript.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { Office, follow, openBrowser, openPage } from './harness.mjs';
import { objection, postObjection } from './filing.mjs';

const whileOpen = '2017-06-22T09:00:00+08:00';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

async function openStatus(options) {
  const { body } = await postObjection(daemon.url, objection);
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
  assert.match(await page.innerText('[role=status]'), /补充说明已登记/);
  assert.match(await page.innerText('.steps'), /附表第二行。𬱖/);
  assert.equal(await page.inputValue('#note'), '');
  assert.deepEqual(page.faults, []);
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

for (const width of [1280, 320]) {
  test(`the page is accessible at ${width} px, with and without an error`, async () => {
    const page = await openStatus({ viewport: { width, height: 900 } });
    for (const error of [false, true]) {
      if (error) await follow(page, 'button[value=supplement]');
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }));
      assert.deepEqual(violations.map((each) => `${each.id}: ${each.nodes[0].html}`), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false);
    }
    assert.deepEqual(page.faults, []);
  });
}
