// The matching of assets/find.js, as a table: what is typed, what stands there, what is marked.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

const assets = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../site-templates/assets');

async function load() {
  const window = {};
  const document = { querySelectorAll: () => [] };
  runInNewContext(await readFile(path.join(assets, 'find.js'), 'utf8'), { window, document });
  return window.gongshiFind;
}

const find = await load();

// What of `text` would be marked, or nothing when it is not found.
function marked(query, text) {
  const words = find.words(query);
  const field = find.fold(text);
  if (!find.matches(words, [field])) return undefined;
  return find.ranges(words, field).map(([from, to]) => text.slice(from, to)).join('|');
}

const table = [
  ['王', '王连成', '王'],
  ['王', '汪连成', undefined],
  ['王', '玉连成', undefined],
  ['丁', '丁一', '丁'],
  ['一', '丁一', '一'],
  ['欧阳', '欧阳春', '欧阳'],
  ['阳', '欧阳春', '阳'],
  ['阳春', '欧阳春', '阳春'],
  ['欧春', '欧阳春', undefined],
  ['连成', '王连成', '连成'],
  ['成连', '王连成', undefined],
  ['王　芳', '王芳', '王芳'],
  ['王芳', '王　芳', '王　芳'],
  ['王芳', '王 芳', '王 芳'],
  ['王连成', ' 王连成 ', '王连成'],
  ['  王  ', '王连成', '王'],
  ...['·', '•', '・', '‧', '∙', '⋅', '･', '.', '．', ' ', ''].flatMap((dot) => [
    [`阿卜杜拉${dot}买买提`, '阿卜杜拉·买买提', dot === ' ' ? '阿卜杜拉|买买提' : '阿卜杜拉·买买提'],
    ['阿卜杜拉·买买提', `阿卜杜拉${dot}买买提`, `阿卜杜拉${dot}买买提`],
    ['拉买', `阿卜杜拉${dot}买买提`, `拉${dot}买`],
  ]),
  ['卜杜', '阿卜杜拉·买买提', '卜杜'],
  ['𬱖', '陈𬱖', '𬱖'],
  ['𬱖', '陈𬱘', undefined], // another character with the same first half
  ['㛃', '李㛃', '㛃'],
  ['〇', '李〇', '〇'],
  ['零', '李〇', undefined],
  ['李〇', '李 〇 一', '李 〇'],
  ['ANNA', 'Anna Li', 'Anna'],
  ['ａｎｎａ', 'Anna Li', 'Anna'],
  ['anna li', 'ＡＮＮＡ Ｌｉ', 'ＡＮＮＡ|Ｌｉ'],
  ['12345', '１２３４５热线', '１２３４５'],
  ['王 太原', '太原市王连成', '太原|王'],
  ['王 大同', '太原市王连成', undefined],
  ['王 王连', '王连成', '王连'],
  ['信访', '信访局信访科', '信访|信访'],
  ['王.*', '王连成', undefined],
  ['(', '王（连成）', '（'],
  ['<b>', '王<b>', '<b>'],
];

for (const [query, text, expected] of table) {
  test(`“${query}” in “${text}”: ${expected === undefined ? 'not found' : `“${expected}”`}`, () => {
    assert.equal(marked(query, text), expected);
  });
}

test('blanks and dots alone ask for nothing', () => {
  for (const query of ['', '  ', '　', '·', '. ・ ·']) assert.equal(find.words(query).length, 0, query);
});

test('the words may be found in different fields, each in one of them', () => {
  const fields = [find.fold('王连成'), find.fold('太原市信访局')];
  assert.equal(find.matches(find.words('信访 王'), fields), true);
  assert.equal(find.matches(find.words('成太'), fields), false);
});

test('a sentence takes its numbers and words as they are', () => {
  assert.equal(find.fill('“{words}”{all}项', { words: '$&{all}<b>', all: 3 }), '“$&{all}<b>”3项');
});
