// An office with a key: whoever takes the data folder reads nothing of what people wrote, and
// the office and the objector read all of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Office } from './harness.mjs';
import { objection, postObjection } from './filing.mjs';

const whileOpen = '2017-06-22T09:00:00+08:00';
const file = { name: '手写台账 𬱖.txt', text: '第七页第三行的数目改过，原数是四百一十二。\n' };
const note = '补充一处：附表第二行的日期也改过。𬱖';
const reason = '经调阅台账，第七页确有改动。';
const filed = {
  ...objection,
  statement: '台账第七页的数目与公示所列不符，请当面核对。𬱖',
  name: '欧阳·无名氏示例',
  contact: '0351-7654321 转 889',
};

let office;
let daemon;
let key;
let passphrase;
let receipt;
let firstAnswer;
const form = randomUUID();

const send = () => postObjection(daemon.url,
  { ...filed, form_id: form, evidence: new File([file.text], file.name, { type: 'text/plain' }) });

async function askStatus(more = {}) {
  const fields = new FormData();
  for (const [name, value] of Object.entries({ number: receipt.number, code: receipt.code, ...more })) fields.append(name, value);
  const answer = await fetch(`${daemon.url}/status`, { method: 'POST', body: fields, headers: { accept: 'application/json' } });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer;
}

const withKey = () => ['--key', key, '--passphrase-file', passphrase];

before(async () => {
  office = await Office.create();
  await office.build(whileOpen);
  const made = await office.initialise();
  assert.match(made.stderr, /stored unencrypted.*gongshi-desk keygen/);
  key = path.join(office.folder, 'office.key');
  passphrase = path.join(office.folder, 'passphrase');
  await writeFile(passphrase, '山高水长 月明风清 四季平安\n');
  const keygen = await office.desk('keygen', ...withKey());
  assert.equal(keygen.code, 0, keygen.stderr);
  assert.match(keygen.stdout, /缺一不可[^]*已经生效/);
  daemon = await office.serve(whileOpen);
  assert.doesNotMatch(daemon.log.join('\n'), /unencrypted/);

  const answer = await send();
  assert.equal(answer.status, 201, answer.text);
  firstAnswer = answer.text;
  receipt = answer.body.receipt;
});

after(async () => {
  await daemon?.stop();
  await office?.remove();
});

// What nobody but the objector and the office may find.
function secrets() {
  return {
    statement: filed.statement, name: filed.name, contact: filed.contact, note, reason,
    'name of the file': file.name.slice(0, 12), 'text of the file': file.text.slice(0, 30),
    code: receipt.code, 'code without hyphens': receipt.code.replaceAll('-', ''), form,
    'opening in digits': receipt.opening,
  };
}

function expectNone(bytes, where) {
  for (const [what, text] of Object.entries({ ...secrets(), opening: Buffer.from(receipt.opening, 'hex') })) {
    assert.equal(bytes.indexOf(Buffer.from(text)), -1, `${what} stands in ${where}`);
  }
}

test('the same form gives the same receipt, byte for byte', async () => {
  assert.equal((await send()).text, firstAnswer);
});

test('number and code open everything, and what is added is sealed too', async () => {
  const found = (await (await askStatus({ step: 'supplement', form_id: randomUUID(), note })).json()).status;
  assert.deepEqual(found.receipt, receipt);
  assert.equal(found.steps[0].text, note);
  assert.equal(await (await askStatus({ download: 'evidence-1' })).text(), file.text);
});

test('the office reads it with its key, and is told what is missing without', async () => {
  const without = await office.desk('show', receipt.number);
  assert.equal(without.code, 1);
  assert.match(without.stderr, /加密保存.*--key/);
  await writeFile(path.join(office.folder, 'wrong'), '另一句口令，也足够长\n');
  const wrong = await office.desk('show', receipt.number, '--key', key, '--passphrase-file', path.join(office.folder, 'wrong'));
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /口令不对/);

  const shown = await office.desk('show', receipt.number, ...withKey());
  assert.equal(shown.code, 0, shown.stderr);
  for (const text of [filed.statement, filed.name, filed.contact, file.name, note]) assert.ok(shown.stdout.includes(text), text);
  const listed = await office.desk('list');
  assert.equal(listed.code, 0, listed.stderr);
  assert.match(listed.stdout, new RegExp(receipt.number));
  const out = path.join(office.folder, 'evidence');
  assert.equal((await office.desk('evidence', receipt.number, '--out', out, ...withKey())).code, 0);
  assert.equal(await readFile(path.join(out, `${receipt.number}-1-${file.name}`), 'utf8'), file.text);
});

test('what the office writes reaches the objector, and is sealed too', async () => {
  const words = [receipt.number, '--by', '经办甲', '--at', '2017-06-22T10:00:00+08:00'];
  const refused = await office.desk('decide', ...words, '--outcome', 'upheld', '--reason', reason);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /--key/);
  const decided = await office.desk('decide', ...words, '--outcome', 'upheld', '--reason', reason, ...withKey());
  assert.equal(decided.code, 0, decided.stderr);
  const found = (await (await askStatus()).json()).status;
  assert.equal(found.outcome, 'upheld');
  assert.equal(found.steps[1].text, reason);
});

test('no file of the data folder holds any of it', async () => {
  let files = 0;
  for (const entry of await readdir(office.data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    ++files;
    const name = path.join(entry.parentPath ?? entry.path, entry.name);
    expectNone(await readFile(name), name);
  }
  assert.ok(files >= 5, 'the register, its log, two keys and a file');
});
