// A hundred people more in the notice that the journeys use, as an office would add them.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { notice } from './filing.mjs';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const givens = [...'建国志强秀英丽华明海燕春梅永红玉兰桂芳文军'];

// The name and the unit of each; the first ones are those that the tests look for.
export const people = [
  ['丁一', '阳泉市信访局'], ['王〇', '大同市信访局'], ['欧阳春', '大同市信访局'], ['𬱖㛃', '忻州市信访局'],
  ['阿卜杜拉·买买提', '长治市信访局'], ['Anna Li', '晋城市信访局'],
  ...Array.from({ length: 94 }, (_, i) => [
    surnames[(i * 7) % 20] + givens[(i * 3) % 21] + givens[(i * 13 + 5) % 21], `${givens[i % 21]}${surnames[(i * 3) % 20]}县信访局`,
  ]),
];

// Rows in the campaign's table, a text for each, their ids in the notice.
export async function addPeople(office) {
  const campaign = path.join(office.content, 'campaigns/shanxi-2017-xinfang');
  const table = path.join(campaign, 'candidates.csv');
  const rows = people.map(([name, unit], i) => `person-${i},worker,${name},${unit},科长\n`);
  await writeFile(table, (await readFile(table, 'utf8')).trimEnd() + '\n' + rows.join(''));
  for (const [i, [name]] of people.entries()) {
    await writeFile(path.join(campaign, 'deeds', `person-${i}.md`), `示例：${name}五年来接待来访群众，化解信访积案。\n`);
  }
  const file = path.join(campaign, 'notices', notice, 'notice.md');
  const ids = people.map((_, i) => `  "person-${i}",\n`).join('');
  await writeFile(file, (await readFile(file, 'utf8')).replace('  "wang-liancheng",\n', (line) => line + ids));
}

// Twenty cities more in a campaign's table of quotas.
export async function addQuotas(office) {
  const file = path.join(office.content, 'campaigns/guangxi-2017-xinfang/campaign.toml');
  const rows = Array.from({ length: 20 }, (_, i) => `  { recommended_by = "示例${givens[i]}市", award = "collective", recommends = ${i + 1} },\n`);
  await writeFile(file, (await readFile(file, 'utf8')).replace('quota = [\n', (line) => line + rows.join('')));
}
