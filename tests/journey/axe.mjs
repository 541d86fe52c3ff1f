// Accessibility, judged by axe-core.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const source = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

async function judge(page, options) {
  await page.evaluate(source);
  const result = await page.evaluate((chosen) => globalThis.axe.run(chosen), options);
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

// Its rules for levels A and AA, and of AAA the contrast of 7:1.
export const findings = (page) => judge(page, {
  resultTypes: ['violations'],
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
});

// Text that is hard to tell from its ground: a contrast below 4.5:1.
export const faintTexts = (page) => judge(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
