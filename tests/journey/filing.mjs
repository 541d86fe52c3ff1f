// What an objector does in the browser and what a program sends: shared by the journeys.
import { randomUUID } from 'node:crypto';

export const notice = 'shanxi-2017-xinfang-provincial';

export const objection = {
  notice,
  candidate: '',
  grounds: 'facts',
  statement: '公示材料所列数据与实际不符，请予核查。\n附：本人可当面说明。𬱖',
  identity: 'named',
  name: '李·示例',
  contact: '0351-0000000',
  declaration: 'on',
};

// POSTs the fields as a program would; answers { status, body, text }.
export async function postObjection(url, fields, headers = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ form_id: randomUUID(), ...fields })) {
    if (value !== undefined) form.append(name, value);
  }
  const response = await fetch(`${url}/objections`, {
    method: 'POST', body: form, headers: { accept: 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

// Fills the form on the page as a person would, by its labels' fields.
export async function fillForm(page, fields = objection) {
  if (fields.candidate) await page.selectOption('[name=candidate]', fields.candidate);
  await page.check(`[name=grounds][value=${fields.grounds}]`);
  await page.fill('[name=statement]', fields.statement);
  await page.check(`[name=identity][value=${fields.identity}]`);
  await page.fill('[name=name]', fields.name);
  await page.fill('[name=contact]', fields.contact);
  if (fields.declaration) await page.check('[name=declaration]');
}
