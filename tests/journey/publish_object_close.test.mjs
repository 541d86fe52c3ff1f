// The whole path on real input: publish the 2017 notice, object to it in a browser and as a
// program, answer, close, and read the result page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Office, follow, openBrowser, openPage } from './harness.mjs';
import { fillForm, notice, objection, postObjection } from './filing.mjs';

const whileOpen = '2017-06-22T09:00:00+08:00';
const atClosing = '2017-06-28T00:00:00+08:00';
// The demonstration's clock runs on while a slow machine works, so not the last second before.
const beforeOpening = '2017-06-20T09:00:00+08:00';

let office;
let browser;
let receipts;

before(async () => {
  office = await Office.create();
  await office.build(whileOpen);
  await office.initialise();
  browser = await openBrowser();
  receipts = [];
});

after(async () => {
  await browser?.close();
  await office?.remove();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a reader becomes an objector, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const daemon = await office.serve(whileOpen);
    try {
      const page = await openPage(browser, daemon.url, { javaScriptEnabled });
      await page.goto(`${daemon.url}/`);
      await follow(page, `a[href*="notices/${notice}/"]`);
      const text = await page.textContent('main');
      assert.match(text, /2017年6月27日24时（含当日）/);
      assert.match(text, /5个工作日/);
      if (javaScriptEnabled) assert.match(await page.innerText('main .badge'), /公示中/);
      await follow(page, 'a[href*="objections/new"] >> nth=0');
      await fillForm(page);
      await follow(page, 'main form button[type=submit]');
      const receipt = await page.textContent('main');
      const number = /\d{4}-\d{6}-[0-9A-Z]/.exec(receipt)?.[0];
      const code = /(?:[0-9A-Z]{4}-){5}[0-9A-Z]/.exec(receipt)?.[0];
      assert.ok(number, receipt);
      assert.ok(code, receipt);
      receipts.push({ number, code });

      await page.goto(`${daemon.url}/status`);
      await page.fill('[name=number]', number);
      await page.fill('[name=code]', code.toLowerCase().replaceAll('-', ' '));
      await follow(page, 'main form button[type=submit]');
      assert.match(await page.textContent('main'), new RegExp(number));
      assert.deepEqual(page.faults, []);
    } finally {
      await daemon.stop();
    }
  });
}

test('errors keep every value and are told one by one', async () => {
  const daemon = await office.serve(whileOpen);
  try {
    const page = await openPage(browser, daemon.url);
    await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
    await fillForm(page, { ...objection, contact: '', declaration: '' });
    await follow(page, 'main form button[type=submit]');
    assert.match(await page.title(), /^错误：/);
    assert.equal(await page.inputValue('[name=statement]'), objection.statement);
    assert.equal(await page.inputValue('[name=name]'), objection.name);
    assert.ok(await page.isChecked('[name=grounds][value=facts]'));
    const links = await page.$$eval('main [role=alert] a', (all) => all.map((a) => a.getAttribute('href')));
    assert.equal(links.length, 2);
    for (const link of links) assert.ok(await page.$(link), `${link} leads to a field`);
    await page.fill('[name=contact]', objection.contact);
    await page.check('[name=declaration]');
    await follow(page, 'main form button[type=submit]');
    const receipt = await page.textContent('main');
    receipts.push({
      number: /\d{4}-\d{6}-[0-9A-Z]/.exec(receipt)[0],
      code: /(?:[0-9A-Z]{4}-){5}[0-9A-Z]/.exec(receipt)[0],
    });
    assert.deepEqual(page.faults, []);
  } finally {
    await daemon.stop();
  }
});

test('a program gets the same receipt for the same form, also after a restart', async () => {
  const fields = { ...objection, form_id: 'a-program-of-its-own-0001', identity: 'anonymous', name: '', contact: '' };
  const first = await office.serve(whileOpen);
  const one = await postObjection(first.url, fields);
  const two = await postObjection(first.url, fields);
  await first.stop('SIGKILL');
  const second = await office.serve(whileOpen);
  const three = await postObjection(second.url, fields);
  await second.stop();
  const late = await office.serve(atClosing);
  const four = await postObjection(late.url, fields);
  await late.stop();
  assert.equal(one.status, 201, one.text);
  for (const again of [two, three, four]) assert.equal(again.text, one.text);
  const { receipt } = one.body;
  assert.equal(receipt.notice, notice);
  assert.match(receipt.opening, /^[0-9a-f]{64}$/);
  assert.match(receipt.proof, /^c2sp\.org\/tlog-proof@v1\n/);
  assert.ok(receipt.record.includes('𬱖'));
  receipts.push({ number: receipt.number, code: receipt.code, anonymous: true });
});

test('outside the window the daemon refuses and says when', async () => {
  for (const [clock, code, when] of [[beforeOpening, 'not_yet_open', /2017-06-21T00:00:00/], [atClosing, 'window_closed', /2017-06-28T00:00:00/]]) {
    const daemon = await office.serve(clock);
    try {
      const refused = await postObjection(daemon.url, objection);
      assert.equal(refused.status, 409, refused.text);
      assert.match(refused.text, new RegExp(code));
      assert.match(refused.text, when);
      const page = await openPage(browser, daemon.url);
      const answer = await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
      assert.ok(answer.status() < 500);
      assert.match(await page.textContent('main'), /2017年6月2[178]日/);
      assert.equal(await page.$('main form [name=statement]'), null);
    } finally {
      await daemon.stop();
    }
  }
});

test('a manifest that changes is taken up without a restart and without dropping a request', async () => {
  const daemon = await office.serve(whileOpen);
  try {
    const file = path.join(office.content, 'campaigns/shanxi-2017-xinfang/notices', notice, 'notice.md');
    const { writeFile } = await import('node:fs/promises');
    const original = await readFile(file, 'utf8');
    const filings = [];
    const file_one = async () => {
      const answer = await postObjection(daemon.url, { ...objection, identity: 'anonymous', name: '', contact: '' });
      assert.equal(answer.status, 201, answer.text);
      receipts.push({ number: answer.body.receipt.number, code: answer.body.receipt.code, anonymous: true });
    };
    for (let i = 0; i < 5; i += 1) filings.push(file_one());
    await writeFile(file, original.replace(/^title = "(.*)"$/m, 'title = "$1（更新）"'));
    await office.build(whileOpen);
    for (let i = 0; i < 5; i += 1) filings.push(file_one());
    await Promise.all(filings);
    const page = await openPage(browser, daemon.url);
    await page.goto(`${daemon.url}/objections/new?notice=${notice}`);
    assert.match(await page.textContent('main'), /（更新）/);
    await writeFile(file, original);
    await office.build(whileOpen);
  } finally {
    await daemon.stop();
  }
});

test('the office lists, registers a letter, is refused, answers, closes; the site shows the result', async () => {
  const registered = await office.desk('register', '--site', office.site, '--notice', notice, '--medium', 'letter',
    '--received-at', '2017-06-23T10:00:00+08:00', '--grounds', 'procedure', '--identity', 'anonymous',
    '--statement', '来信反映推荐程序未公开。', '--by', '经办甲');
  assert.equal(registered.code, 0, registered.stderr);

  const early = await office.desk('close', '--content', office.content, '--site', office.site, '--notice', notice,
    '--by', '经办甲', '--approved-by', '审批乙', '--at', whileOpen);
  assert.equal(early.code, 1);
  assert.match(early.stderr + early.stdout, /2017年6月27日24时/);
  assert.match(early.stderr + early.stdout, new RegExp(receipts[0].number));

  const listed = JSON.parse((await office.desk('list', '--notice', notice, '--format', 'json')).stdout);
  assert.equal(listed.length, receipts.length + 1);
  for (const { number } of listed) {
    const decided = await office.desk('decide', number, '--outcome', 'unfounded', '--reason', '经核查，材料数据与台账一致。', '--by', '经办甲');
    assert.equal(decided.code, 0, decided.stderr);
    const replied = await office.desk('reply', number, '--text', '您反映的问题已核查，与事实不符。', '--by', '经办甲');
    assert.equal(replied.code, 0, replied.stderr);
  }

  const daemon = await office.serve(atClosing);
  try {
    const page = await openPage(browser, daemon.url);
    await page.goto(`${daemon.url}/status`);
    await page.fill('[name=number]', receipts[0].number);
    await page.fill('[name=code]', receipts[0].code);
    await follow(page, 'main form button[type=submit]');
    const status = await page.textContent('main');
    assert.match(status, /不属实/);
    assert.match(status, /您反映的问题已核查，与事实不符。/);

    const closed = await office.desk('close', '--content', office.content, '--site', office.site, '--notice', notice,
      '--by', '经办甲', '--approved-by', '审批乙', '--at', '2017-06-29T10:00:00+08:00');
    assert.equal(closed.code, 0, closed.stderr);
    await office.build('2017-06-29T11:00:00+08:00');
    await page.goto(`${daemon.url}/notices/${notice}/`);
    assert.match(await page.textContent('main'), /已办结/);
    await page.goto(`${daemon.url}/notices/${notice}/result/`);
    const result = await page.textContent('main');
    assert.match(result, new RegExp(`收到异议${listed.length}件，经核查不影响推荐`));
    assert.doesNotMatch(result, /公示无异议/);
    assert.deepEqual(page.faults, []);
  } finally {
    await daemon.stop();
  }
});
