// The office in the browser: two people log in with a second factor, work through the inbox, and
// close the notice together. Without JavaScript, on a desk's screen and on a tablet.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Daemon, Office, follow, openBrowser, openPage } from './harness.mjs';
import { notice, objection, postObjection } from './filing.mjs';
import { findings } from './axe.mjs';

const whileOpen = '2017-06-22T09:00:00+08:00';
const nextDay = '2017-06-28T10:00:00+08:00';
const password = '山高水长 月明风清 四季平安';
const pictures = process.env.GONGSHI_PICTURES;
const evidence = { name: '手写台账 𬱖.txt', text: '第七页第三行的数目改过。\n' };

let office;
let browser;
let desk;
let withKey;
const secrets = {};
const numbers = [];

// TOTP (RFC 6238) by another hand than ours.
function codeOf(secret, now = Date.now()) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19] & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function addAccount(name, role, person) {
  const added = await office.desk('account', 'add', name, '--role', role, '--person', person,
    '--password-file', path.join(office.folder, 'password'), ...withKey);
  assert.equal(added.code, 0, added.stderr);
  assert.match(added.stdout, /[▀▄█]{20}/, 'the secret as a picture');
  secrets[name] = /密钥：([A-Z2-7 ]+)/.exec(added.stdout)[1].replaceAll(' ', '');
}

async function logIn(name, viewport = { width: 1280, height: 900 }) {
  const page = await openPage(browser, desk.url, { viewport, javaScriptEnabled: false });
  await page.goto(`${desk.url}/`);
  assert.match(page.url(), /\/login$/);
  await page.fill('[name=name]', name);
  await page.fill('[name=password]', password);
  await page.fill('[name=code]', codeOf(secrets[name]));
  await follow(page, 'main form button[type=submit]');
  assert.equal(new URL(page.url()).pathname, '/', await page.textContent('main'));
  return page;
}

// The page as it stands, judged in a browser that runs the judge's script, and pictured.
async function judge(page, name) {
  const context = page.context();
  for (const width of [1280, 820]) {
    const judged = await openPage(browser, desk.url, { viewport: { width, height: 900 } });
    await judged.context().addCookies(await context.cookies());
    await judged.goto(page.url());
    assert.deepEqual(await findings(judged), [], `${name} at ${width}`);
    const wide = await judged.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${name} is ${wide} px wide at ${width}`);
    if (pictures) {
      await mkdir(pictures, { recursive: true });
      await judged.screenshot({ path: path.join(pictures, `desk-${name}-${width}.png`), fullPage: true });
    }
    assert.deepEqual(judged.faults, []);
    await judged.context().close();
  }
}

before(async () => {
  office = await Office.create();
  await office.build(whileOpen);
  await office.initialise();
  await writeFile(path.join(office.folder, 'passphrase'), '春种一粒粟 秋收万颗子 四海无闲田\n');
  await writeFile(path.join(office.folder, 'password'), `${password}\n`);
  withKey = ['--key', path.join(office.folder, 'office.key'), '--passphrase-file', path.join(office.folder, 'passphrase')];
  const keygen = await office.desk('keygen', ...withKey);
  assert.equal(keygen.code, 0, keygen.stderr);
  const daemon = await office.serve(whileOpen);
  for (const more of [{ evidence: new File([evidence.text], evidence.name) }, { identity: 'anonymous', name: '', contact: '' }]) {
    const filed = await postObjection(daemon.url, { ...objection, ...more });
    assert.equal(filed.status, 201, filed.text);
    numbers.push(filed.body.receipt.number);
  }
  await daemon.stop();
  await addAccount('li', 'handler', '经办甲');
  await addAccount('wang', 'reviewer', '审批乙');
  await addAccount('zhao', 'auditor', '监督丙');
  desk = await Daemon.start(['serve', '--data', office.data, '--content', office.content, '--site', office.site,
    '--listen', '127.0.0.1:0', '--clock', nextDay, ...withKey], {}, 'gongshi-desk');
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
  await office?.remove();
});

test('the accounts lie sealed, and the process keeps its memory to itself', async () => {
  const bytes = await readFile(path.join(office.data, 'accounts'), 'utf8');
  for (const text of ['li', '经办甲', secrets.li]) assert.ok(!bytes.includes(`"${text}"`), text);
  const limits = await readFile(`/proc/${desk.child.pid}/limits`, 'utf8');
  assert.match(limits, /Max core file size +0 +0/);
  const status = await readFile(`/proc/${desk.child.pid}/status`, 'utf8');
  assert.ok(Number(/VmLck:\s+(\d+)/.exec(status)[1]) > 0, 'the key lies in locked pages');
});

test('a network address is refused without TLS in front', async () => {
  const refused = await office.desk('serve', '--content', office.content, '--site', office.site,
    '--listen', '0.0.0.0:0', ...withKey);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /--behind-tls/);
});

test('a wrong code is told so, and says nothing of what was right', async () => {
  const page = await openPage(browser, desk.url, { javaScriptEnabled: false });
  await page.goto(`${desk.url}/login`);
  await judge(page, 'login');
  await page.fill('[name=name]', 'li');
  await page.fill('[name=password]', password);
  await page.fill('[name=code]', '000000');
  await follow(page, 'main form button[type=submit]');
  assert.match(await page.textContent('[role=alert]'), /登录名、口令或验证码不对/);
  assert.equal(await page.inputValue('[name=password]'), '');
  await page.context().close();
});

test('a handler works the inbox down and proposes to close', async () => {
  const page = await logIn('li');
  await judge(page, 'inbox');
  for (const number of numbers) assert.match(await page.textContent('table.cases'), new RegExp(number));
  assert.match(await page.textContent('table.cases'), /告知 2017年6月26日\s*已逾期\s*法定期限：2017年7月7日告知/,
    'by the working days that the site carries');
  for (const [name, address] of [['register-notices', 'register'], ['register', `register?notice=${notice}`], ['password', 'password']]) {
    await page.goto(`${desk.url}/${address}`);
    await judge(page, name);
  }
  await page.goto(`${desk.url}/`);

  await follow(page, `a[href="/closing?notice=${notice}"]`);
  assert.match(await page.textContent('main'), new RegExp(`异议 ${numbers[0]} 还没有结论`));
  await judge(page, 'closing-blocked');
  await page.goto(`${desk.url}/`);

  for (const [index, number] of numbers.entries()) {
    await follow(page, `a[href="/case?number=${number}"]`);
    assert.match(await page.textContent('.statement'), /公示材料所列数据与实际不符/);
    if (index === 0) {
      await judge(page, 'case');
      assert.match(await page.textContent('.facts'), /2017年6月26日 告知\s*已逾期\s*法定期限：2017年7月7日告知/);
      const saved = await page.request.get(`${desk.url}/evidence?number=${number}&file=1`);
      assert.equal(await saved.text(), evidence.text);
      assert.match(saved.headers()['content-disposition'], /^attachment; /);
      assert.equal(saved.headers()['x-content-type-options'], 'nosniff');
      await page.click('#paraphrase-step summary');
      await page.fill('#paraphrase-due', '2017-07-05');
      await page.fill('#paraphrase-text', '请说明统计口径，并提供台账。');
      await follow(page, 'form:has(#paraphrase-text) button[type=submit]');
      const paper = await page.request.get(desk.url + await page.getAttribute('a[href^="/statement-request"]', 'href'));
      assert.match(paper.headers()['content-disposition'], /^attachment; /);
      assert.match(await paper.text(), /请说明统计口径，并提供台账。/);
      assert.ok(!(await paper.text()).includes(number), 'nothing leads back to the objection');
      await follow(page, `a[href="/redaction?number=${number}"]`);
      await judge(page, 'redaction');
      await page.fill('#redaction-text', '公示材料所列数据与事实不符。');
      await follow(page, 'form:has(#redaction-text) button[type=submit]');
      assert.match(await page.textContent('[role=alert]'), /与原文不符/);
      await page.fill('#redaction-text', '公示材料■■■■■与实际不符，请予核查。■■');
      await follow(page, 'form:has(#redaction-text) button[type=submit]');
      const copy = await page.request.get(desk.url + await page.getAttribute('a[href^="/redacted-copy"][href$="text"]', 'href'));
      assert.equal(await copy.text(), '公示材料■■与实际不符，请予核查。■■\n');
      await judge(page, 'case-redacted');
    }
    await page.click('#decide-step summary');
    await page.check('[name=choice][value=unfounded]');
    await page.fill('#decide-text', '经核查，材料数据与台账一致。');
    await follow(page, 'form:has(#decide-text) button[type=submit]');
    assert.match(await page.textContent('[role=status]'), /已登记/);
    if (index === 0) {
      await page.click('#reply-step summary');
      await page.fill('#reply-text', '您反映的问题已核查，与事实不符。');
      await follow(page, 'form:has(#reply-text) button[type=submit]');
      await judge(page, 'case-concluded');
    }
    await page.goto(`${desk.url}/`);
  }

  await follow(page, `a[href="/closing?notice=${notice}"]`);
  assert.doesNotMatch(await page.textContent('main'), /还不能办结/);
  await judge(page, 'closing');
  await follow(page, 'button[value=propose]');
  assert.equal(await page.$('button[value=approve]'), null, 'nobody approves their own');
  await assert.rejects(access(path.join(office.content, 'campaigns/shanxi-2017-xinfang/notices', notice, 'closing.toml')));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('another person approves, on a tablet, and the site shows the result', async () => {
  const page = await logIn('wang', { width: 820, height: 1180 });
  await follow(page, `a[href="/case?number=${numbers[0]}"]`);
  const steps = await page.$$eval('form[action="/case"] [name=step]', (fields) => fields.map((field) => field.value));
  assert.deepEqual(steps, ['recuse'], 'who approves does not handle');
  await page.click('#recuse-step summary');
  await page.check('[name=choice][value=account-zhao]');
  await page.fill('#recuse-text', '与候选对象是亲属。');
  await follow(page, 'form:has(#recuse-text) button[type=submit]');
  await judge(page, 'case-recused');
  await page.goto(`${desk.url}/closing?notice=${notice}`);
  await judge(page, 'closing-approve');
  await follow(page, 'button[value=approve]');
  assert.match(await page.textContent('main'), /已经办结/);
  await judge(page, 'closing-closed');
  const papers = await page.request.get(new URL(await page.getAttribute('a[download]', 'href'), desk.url).href);
  assert.equal(papers.status(), 200);
  assert.match(papers.headers()['content-disposition'], /^attachment; .*\.zip$/);
  assert.equal((await papers.body()).subarray(0, 2).toString(), 'PK');
  const record = await readFile(path.join(office.content, 'campaigns/shanxi-2017-xinfang/notices', notice, 'closing.toml'), 'utf8');
  assert.match(record, /经办甲/);
  assert.match(record, /审批乙/);
  await office.build('2017-06-29T11:00:00+08:00');
  const result = await readFile(path.join(office.site, 'notices', notice, 'result/index.html'), 'utf8');
  assert.match(result, /收到异议2件，经核查不影响推荐/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the auditor sees who opened what, and nothing to do', async () => {
  const page = await logIn('zhao');
  assert.match(await page.textContent('main'), new RegExp(`已回避，不能查看和办理：\\s*${numbers[0]}`));
  await judge(page, 'inbox-recused');
  assert.equal((await page.goto(`${desk.url}/case?number=${numbers[0]}`)).status(), 403);
  assert.match(await page.textContent('main'), /您已回避异议/);
  assert.doesNotMatch(await page.textContent('main'), /所列数据/);
  await page.goto(`${desk.url}/`);
  await follow(page, 'a[href="/accesses"]');
  const rows = await page.textContent('table.list');
  for (const text of ['经办甲', '审批乙', '打开异议', '取出材料', '已回避，未能打开', '提请办结公示', '同意办结公示', numbers[0]]) {
    assert.ok(rows.includes(text), text);
  }
  await judge(page, 'accesses');
  await follow(page, '.visitor button');
  assert.match(page.url(), /\/login$/);
  await page.goto(`${desk.url}/accesses`);
  assert.match(page.url(), /\/login$/, 'the session has ended');
  await page.context().close();
});
