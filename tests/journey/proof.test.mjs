// The checking of assets/proof.js against logs that are made here, with node's own cryptography, and
// against the facts about trees in tests/log.
import assert from 'node:assert/strict';
import { createHash, createHmac, generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';

const here = path.dirname(fileURLToPath(import.meta.url));

async function load(means = { TextEncoder, TextDecoder, crypto: webcrypto, Promise, atob, btoa }) {
  const source = await readFile(path.resolve(here, '../../site-templates/assets/proof.js'), 'utf8');
  const window = { ...means };
  runInThisContext(`(function (window) {${source}\n})`)(window);
  return window.gongshiProof;
}

const proofOf = await load();
const origin = 'gongshi.example/objections';
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (leaf) => sha256(Buffer.from([0]), leaf);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);
const split = (count) => 2 ** (Math.ceil(Math.log2(count)) - 1);

function root(leaves) {
  if (leaves.length === 1) return leaves[0];
  return nodeHash(root(leaves.slice(0, split(leaves.length))), root(leaves.slice(split(leaves.length))));
}

function pathTo(index, leaves) {
  if (leaves.length === 1) return [];
  const half = split(leaves.length);
  if (index < half) return [...pathTo(index, leaves.slice(0, half)), root(leaves.slice(half))];
  return [...pathTo(index - half, leaves.slice(half)), root(leaves.slice(0, half))];
}

function makeKey(name = origin) {
  const pair = generateKeyPairSync('ed25519');
  const bytes = Buffer.concat([Buffer.from([1]), pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)]);
  const id = sha256(`${name}\n`, bytes).subarray(0, 4);
  return { name, id, secret: pair.privateKey, text: `${name}+${id.toString('hex')}+${bytes.toString('base64')}` };
}

const signatureLine = (key, text) =>
  `\u2014 ${key.name} ${Buffer.concat([key.id, sign(null, Buffer.from(text), key.secret)]).toString('base64')}\n`;

const key = makeKey();
const record = Buffer.from('gongshi/objection/v1\nnotice: x\nname: 李·示例\n\n数据与实际不符。\n');
const opening = sha256('an opening of 32 bytes');
const commitment = createHmac('sha256', opening).update('objection-commitment/v1\n').update(record).digest();
const filed = Buffer.from(`${origin}/leaf/v1\nfiled\ndate 2017-06-22\ncommitment ${commitment.toString('base64')}\n`);

// A receipt of `leaf` at `index` in a log of `size`, as ours would write it, but for what is changed.
function makeReceipt({ index = 2, size = 5, leaf = filed, signer = key, head = origin, more = '' } = {}) {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(i === index ? leaf : `leaf ${i}`));
  const text = `${head}\n${size}\n${root(leaves).toString('base64')}\n`;
  const hashes = pathTo(index, leaves).map((hash) => `${hash.toString('base64')}\n`).join('');
  return `c2sp.org/tlog-proof@v1\nextra ${leaf.toString('base64')}\nindex ${index}\n${hashes}\n${text}\n${signatureLine(signer, text)}${more}`;
}

const bytesOf = (value) => new Uint8Array(Buffer.from(value));
const fault = (promise) => promise.then(() => 'holds', (why) => why.name);
const ofProof = (text, keyText = key.text) => fault(proofOf.verifyProof(keyText, bytesOf(text)));
const openingText = opening.toString('hex');

async function ofReceipt(text, openingFile = openingText, recordFile = record) {
  return fault(proofOf.verifyProof(key.text, bytesOf(text)).then((leaf) =>
    proofOf.verifyRecord(leaf, bytesOf(openingFile), bytesOf(recordFile))));
}

test('a receipt holds at every place of logs of every small size', async () => {
  for (let size = 1; size <= 20; size += 1) {
    for (let index = 0; index < size; index += 1) {
      assert.equal(await ofReceipt(makeReceipt({ index, size })), 'holds', `${index} of ${size}`);
    }
  }
});

test('what is said of it: the log, the day, the place', async () => {
  const said = await proofOf.verifyProof(key.text, bytesOf(makeReceipt()));
  assert.deepEqual({ ...said, commitment: undefined },
    { origin, index: 2, size: 5, date: '2017-06-22', commitment: undefined });
});

test('cosignatures of witnesses that nobody here knows change nothing', async () => {
  const witness = makeKey('witness.example/w1');
  assert.equal(await ofProof(makeReceipt({ more: signatureLine(witness, 'whatever it signed') })), 'holds');
});

const other = makeKey();
const decided = Buffer.from(`${origin}/leaf/v1\ndecided\nref 0\ndate 2017-06-22\noutcome upheld\ncommitment ${commitment.toString('base64')}\n`);
const good = makeReceipt();
const swapLines = (text, a, b) => { const lines = text.split('\n'); [lines[a], lines[b]] = [lines[b], lines[a]]; return lines.join('\n'); };

const refused = [
  ['nothing at all', '', 'proof'],
  ['another version of the format', good.replace('@v1', '@v2'), 'proof'],
  ['lines that end as on Windows', good.replaceAll('\n', '\r\n'), 'proof'],
  ['an index with a leading zero', good.replace('index 2', 'index 02'), 'proof'],
  ['an index with a sign', good.replace('index 2', 'index +2'), 'proof'],
  ['an index that is not exact', good.replace('index 2', 'index 9007199254740993'), 'proof'],
  ['a hash of 31 bytes', good.replace(/(index 2\n)\S+/, `$1${Buffer.alloc(31).toString('base64')}`), 'proof'],
  ['a hash in another spelling of base 64', good.replace(/(index 2\n\S*)(\S)=\n/, (_, before, last) => `${before}${String.fromCharCode(last.charCodeAt(0) + 1)}=\n`), 'proof'],
  ['64 hashes', good.replace('index 2\n', `index 2\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}`), 'proof'],
  ['two hashes in the other order', swapLines(good, 3, 4), 'inclusion'],
  ['a hash too few', good.replace(/(index 2\n)\S+\n/, '$1'), 'inclusion'],
  ['a hash too many', good.replace('index 2\n', `index 2\n${Buffer.alloc(32).toString('base64')}\n`), 'inclusion'],
  ['another index', good.replace('index 2', 'index 3'), 'inclusion'],
  ['an index beyond the tree', good.replace('index 2', 'index 5'), 'inclusion'],
  ['another leaf', good.replace(/extra \S+/, `extra ${decided.toString('base64')}`), 'inclusion'],
  ['another size', good.replace('\n5\n', '\n6\n'), 'signature'],
  ['no signature', good.slice(0, good.lastIndexOf('\u2014')), 'checkpoint'],
  ['a signature of another key of that name', makeReceipt({ signer: other }), 'signature'],
  ['a head of another log', makeReceipt({ head: 'other.example/objections' }), 'signature'],
  ['a leaf of another kind', makeReceipt({ leaf: decided }), 'leaf'],
  ['a leaf of another log', makeReceipt({ leaf: Buffer.from(filed.toString().replace('gongshi', 'other')) }), 'leaf'],
  ['a leaf with a line more', makeReceipt({ leaf: Buffer.concat([filed, Buffer.from('x\n')]) }), 'leaf'],
];
for (const [what, text, name] of refused) {
  test(`refused: ${what}`, async () => assert.equal(await ofProof(text), name));
}

test('keys: each mistake has its name', async () => {
  const [name, id, bytes] = key.text.split(/\+(.*?)\+(.*)/s);
  for (const [text, expected] of [
    ['', 'key'], [name, 'key'], [`${name}+${id}`, 'key'], [`${name}+${id.toUpperCase()}x+${bytes}`, 'key'],
    [`${name}+${id}+${bytes.slice(4)}`, 'key'], [`${name}x+${id}+${bytes}`, 'key-hash'], [`${name}+00000000+${bytes}`, 'key-hash'],
    [other.text, 'signature'],
  ]) assert.equal(await ofProof(good, text), expected, text);
});

test('opening and record: whoever changes one is found out', async () => {
  assert.equal(await ofReceipt(good, `${openingText}\n`), 'holds');
  assert.equal(await ofReceipt(good, openingText.toUpperCase()), 'opening');
  assert.equal(await ofReceipt(good, openingText.slice(2)), 'opening');
  assert.equal(await ofReceipt(good, sha256('another').toString('hex')), 'record');
  assert.equal(await ofReceipt(good, openingText, record.subarray(1)), 'record');
  assert.equal(await ofReceipt(good, openingText, Buffer.concat([record, Buffer.from('\n')])), 'record');
});

test('no bit of a proof, record or opening can be flipped unseen', async () => {
  const flips = async (bytes, check) => {
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] ^= 1 << (bit & 7);
      assert.notEqual(await check(altered), 'holds', `bit ${bit}`);
    }
  };
  await flips(Buffer.from(good), (altered) => ofProof(altered));
  await flips(record, (altered) => ofReceipt(good, openingText, altered));
  await flips(Buffer.from(openingText), (altered) => ofReceipt(good, altered));
});

test('no proof that is cut short holds', async () => {
  for (let length = 0; length < good.length; length += 1) assert.notEqual(await ofProof(good.slice(0, length)), 'holds', length);
});

test('the facts about trees, good and bad', async () => {
  const bytes = (hex) => new Uint8Array(Buffer.from(hex === '-' ? '' : hex, 'hex'));
  const lines = (await readFile(path.resolve(here, '../log/vectors.txt'), 'utf8')).split('\n');
  let count = 0;
  for (const line of lines.filter((text) => text.startsWith('inclusion '))) {
    const [, verdict, index, size, leaf, top, ...siblings] = line.trim().split(/\s+/);
    const holds = await proofOf.included(Number(index), Number(size), bytes(leaf), siblings.filter((s) => s !== '-').map(bytes), bytes(top));
    assert.equal(holds, verdict === 'good', line);
    count += 1;
  }
  assert.ok(count > 40, `${count} facts`);
});

test('a browser without the means is told from one with them, and loads the script without a fault', async () => {
  assert.equal(proofOf.supported(), true);
  assert.equal((await load({})).supported(), false);
  assert.equal((await load({ TextEncoder, TextDecoder, Promise, crypto: {} })).supported(), false);
});
