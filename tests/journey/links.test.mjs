// No link of the whole output leads nowhere: every address in every page, feed, calendar, site map,
// style sheet and in the manifest is a file of the site (with its fragment's id), or a route of the
// daemon about a notice that the manifest has; and no address is on another host.
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { HtmlValidate, Rule } from 'html-validate';
import ICAL from 'ical.js';
import { Office } from './harness.mjs';
import { validator } from './markup.mjs';

const asOf = '2022-08-16T10:00:00+08:00';
const closed = ['guangxi-2017-xinfang', 'guangxi-2017-xinfang-regional'];
const withdrawn = ['qinghai-2021-xinfang', 'qinghai-2021-xinfang-provincial'];
const changed = ['shanxi-2022-xinfang', 'shanxi-2022-xinfang-provincial'];

let office;
let files; // path -> text

before(async () => {
  office = await Office.create();
  await amend(withdrawn, '[withdrawal]\nat = 2021-08-10T09:00:00+08:00\nreason = "名单须重新核对"\n');
  await amend(changed, `[[correction]]
at = 2022-08-15T15:00:00+08:00
what = "单位名称少了一个字，已经更正。"
kind = "slip"
candidates = ["taiyuan-shili"]

[[correction]]
at = 2022-08-15T16:00:00+08:00
what = "取消公示。"
kind = "removal"
candidates = ["datong-shili"]

[[extension]]
closes = 2022-08-22
at = 2022-08-15T17:00:00+08:00
reason = "联系电话发生故障。"
`);
  const attachments = path.join(folderOf(changed), 'attachments');
  await mkdir(attachments, { recursive: true });
  await writeFile(path.join(attachments, 'criteria-2022.txt'), '评选条件全文\n');
  await office.build(asOf);
  await office.initialise();
  const done = await office.desk('close', '--content', office.content, '--site', office.site, '--notice', closed[1],
    '--by', '经办甲', '--approved-by', '审批乙', '--at', '2022-08-16T09:00:00+08:00');
  assert.equal(done.code, 0, done.stderr);
  await office.build(asOf);
  files = await readAll(office.site);
});

after(() => office?.remove());

const folderOf = ([campaign, notice]) => path.join(office.content, 'campaigns', campaign, 'notices', notice);

// As a clerk would: more tables at the end of the notice's front matter.
async function amend(which, tables) {
  const file = path.join(folderOf(which), 'notice.md');
  const [, head, body] = (await readFile(file, 'utf8')).split(/^\+\+\+$/m);
  await writeFile(file, ['', `${head}\n${tables}`, body].join('+++'));
}

async function readAll(site) {
  const found = new Map();
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    const file = path.relative(site, path.join(entry.parentPath ?? entry.path, entry.name));
    if (entry.isFile() && !file.startsWith('.gongshi')) found.set(file, await readFile(path.join(site, file), 'utf8'));
  }
  return found;
}

const linking = ['href', 'src', 'action', 'formaction', 'poster', 'data'];

// The addresses and the ids of a page, by a parser that others wrote. Each text is read once.
const pages = new Map();
function readPage(text) {
  if (pages.has(text)) return pages.get(text);
  const page = { links: [], ids: new Set() };
  pages.set(text, page);
  class Collect extends Rule {
    setup() {
      this.on('dom:ready', ({ document }) => {
        for (const element of document.querySelectorAll('*')) {
          const value = (name) => element.getAttributeValue(name);
          if (value('id')) page.ids.add(value('id'));
          for (const name of linking) if (element.hasAttribute(name)) page.links.push(value(name));
          if (element.is('meta') && /:(url|image)$/.test(value('property') ?? '')) page.links.push(value('content'));
        }
      });
    }
  }
  new HtmlValidate({ root: true, elements: ['html5'], plugins: [{ name: 'links', rules: { 'links/collect': Collect } }], rules: { 'links/collect': 'error' } })
    .validateStringSync(text);
  return page;
}

const all = (text, pattern) => [...text.matchAll(pattern)].map((found) => found[1]);
const xmlText = (text) => text.replace(/&amp;/g, '&');

function calendarLinks(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('url')).filter(Boolean);
}

function feedLinks(text) {
  const feed = JSON.parse(text);
  return [feed.home_page_url, feed.feed_url, ...feed.items.flatMap((item) => [item.id, item.url])];
}

// What a file points at. An address of a page is relative to the page, every other one absolute.
function linksOf(file, text) {
  if (file.endsWith('.html')) return readPage(text).links;
  if (file.endsWith('.atom')) return [...all(text, / href="([^"]*)"/g), ...all(text, /<id>(.*?)<\/id>/g)].map(xmlText);
  if (file.endsWith('feed.json')) return feedLinks(text);
  if (file === 'sitemap.xml') return all(text, /<loc>(.*?)<\/loc>/g).map(xmlText);
  if (file === 'robots.txt') return all(text, /^Sitemap: *(.*)$/gim);
  if (file === 'publicity.json') return JSON.parse(text).notices.map((notice) => notice.url);
  if (file.endsWith('.ics')) return calendarLinks(text);
  if (file.endsWith('.css')) return all(text, /url\(\s*["']?([^"')]*)/g);
  return [];
}

// '' when the daemon has the route, and the form is about somebody of the notice.
function routeFault(target, route, manifest) {
  if (route === 'status' || route === 'objections' || /^log\//.test(route)) return '';
  if (route !== 'objections/new') return 'no such file';
  const notice = manifest.notices.find((each) => each.id === target.searchParams.get('notice'));
  if (!notice) return 'a form for no notice';
  const candidate = target.searchParams.get('candidate');
  const known = !candidate || notice.candidates.some((each) => each.id === candidate);
  return known ? '' : 'a form for nobody';
}

// ["page: address: what is wrong"]
function faults(output) {
  const manifest = JSON.parse(output.get('publicity.json'));
  const base = new URL(`${manifest.site.base_url}/`);
  const ids = new Map();
  const idsOf = (file) => {
    if (!ids.has(file)) ids.set(file, readPage(output.get(file)).ids);
    return ids.get(file);
  };
  const faultOf = (link, page) => {
    if (link === '') return 'empty';
    const target = new URL(link, page);
    if (['mailto:', 'tel:'].includes(target.protocol)) return '';
    if (target.origin !== base.origin || !target.pathname.startsWith(base.pathname)) return 'another host';
    const route = decodeURIComponent(target.pathname.slice(base.pathname.length));
    const file = route === '' || route.endsWith('/') ? `${route}index.html` : route;
    if (!output.has(file)) return routeFault(target, route, manifest);
    const id = decodeURIComponent(target.hash.slice(1));
    return id && !idsOf(file).has(id) ? 'no such id' : '';
  };
  const found = [];
  for (const [file, text] of output) {
    const page = new URL(file.replace(/(^|\/)index\.html$/, '$1'), base);
    for (const link of linksOf(file, text)) {
      const fault = faultOf(link, page);
      if (fault) found.push(`${file}: ${link}: ${fault}`);
    }
  }
  return found;
}

test('every address of the whole output leads somewhere, on this site', () => {
  for (const [, notice] of [closed, withdrawn, changed]) assert.ok(files.has(`notices/${notice}/index.html`), notice);
  assert.ok(files.has(`notices/${closed[1]}/result/index.html`));
  assert.ok(files.has(`notices/${changed[1]}/attachments/criteria-2022.txt`));
  assert.deepEqual(faults(files), []);
});

test('every page of the whole output is valid HTML', async () => {
  const wrong = [];
  for (const [file, text] of files) {
    if (!file.endsWith('.html')) continue;
    for (const { messages } of (await validator.validateString(text, file)).results) {
      wrong.push(...messages.map((each) => `${file}:${each.line}: ${each.ruleId}: ${each.message}`));
    }
  }
  assert.deepEqual(wrong, []);
});

test('the check sees what is wrong in each kind of file', () => {
  const page = `notices/${changed[1]}/index.html`;
  const feed = 'feed.json';
  const wrongs = [
    [page, 'href="#changes"', 'href="#changed"'],
    [page, '/print/"', '/paper/"'],
    [page, '../../assets/badge.js', 'https://cdn.example.com/badge.js'],
    [page, `new?notice=${changed[1]}"`, 'new?notice=nobody"'],
    [page, 'criteria-2022.txt"', 'criteria-2021.txt"'],
    ['feed.atom', `/notices/${closed[1]}/`, '/notices/gone/'],
    [feed, `/notices/${closed[1]}/`, '/notices/gone/'],
    ['open.ics', `/notices/${changed[1]}/`, '/notices/gone/'],
    ['sitemap.xml', `/notices/${changed[1]}/`, '/notices/gone/'],
    ['publicity.json', `"/notices/${changed[1]}/"`, '"/notices/gone/"'],
    ['assets/site.css', '.frame {', '.frame { background: url(gone.png);'],
  ];
  for (const [file, from, to] of wrongs) {
    const spoiled = new Map(files).set(file, files.get(file).replace(from, to));
    assert.notEqual(spoiled.get(file), files.get(file), `nothing to spoil in ${file}: ${from}`);
    assert.notDeepEqual(faults(spoiled), [], `${file}: ${to}`);
  }
});
