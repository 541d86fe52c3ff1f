// What programs read beside the pages, judged by tools that others wrote: xmllint for the feeds and
// the site map, ajv for JSON, ical.js for calendars, Python's csv for tables. Each judge must also
// refuse a file with one thing wrong, or it would judge nothing.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import { Office } from './harness.mjs';
import { notice } from './filing.mjs';

const formats = path.join(path.dirname(fileURLToPath(import.meta.url)), 'formats');
const withdrawn = 'shanxi-2021-windows-provincial';

let office;
let daemon;
let manifest;
let scratch;
let titleOfWithdrawn;

const published = (file) => readFile(path.join(office.site, file), 'utf8');

before(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), 'gongshi-formats-'));
  office = await Office.create();
  const source = path.join(office.content, `campaigns/shanxi-2021-windows/notices/${withdrawn}/notice.md`);
  const text = await readFile(source, 'utf8');
  titleOfWithdrawn = /^title = "(.*)"$/m.exec(text)[1];
  await writeFile(source, text.replace(/^\+\+\+$(?![\s\S]*^\+\+\+$)/m,
    '[withdrawal]\nat = 2021-09-16T10:00:00+08:00\nreason = "名单需要重新核对"\n+++'));
  await office.build('2017-06-22T09:00:00+08:00');
  manifest = JSON.parse(await published('publicity.json'));
  await office.initialise();
  daemon = await office.serve('2017-06-22T09:00:00+08:00');
});

after(async () => {
  await daemon?.stop();
  await office?.remove();
  if (scratch) await rm(scratch, { recursive: true, force: true });
});

function run(program, args) {
  return new Promise((resolve) => {
    execFile(program, args, { maxBuffer: 64 << 20 }, (error, stdout, stderr) => resolve({ error, stdout, stderr }));
  });
}

// '' or what xmllint found wrong.
async function xmlFaults(option, schema, text) {
  const file = path.join(scratch, 'judged.xml');
  await writeFile(file, text);
  const { error, stderr } = await run('xmllint', ['--noout', '--nonet', option, path.join(formats, schema), file]);
  return error ? stderr || String(error) : '';
}
const atomFaults = (text) => xmlFaults('--relaxng', 'atom.rng', text);
const sitemapFaults = (text) => xmlFaults('--schema', 'sitemap.xsd', text);

function jsonJudge(schema) {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

async function expectRefused(judge, good, wrongs) {
  for (const [from, to] of wrongs) {
    const bad = good.replace(from, to);
    assert.notEqual(bad, good, `nothing to spoil: ${from}`);
    assert.notEqual(await judge(bad), '', `accepted although ${from} became ${to}`);
  }
}

// Both formats of one feed say the same.
async function expectFeed(folder, addresses) {
  const atom = await published(`${folder}feed.atom`);
  assert.equal(await atomFaults(atom), '');
  const feed = JSON.parse(await published(`${folder}feed.json`));
  const judge = jsonJudge(JSON.parse(await readFile(path.join(formats, 'json-feed.schema.json'), 'utf8')));
  assert.equal(judge(feed), true, JSON.stringify(judge.errors));
  assert.deepEqual(new Set(feed.items.map((item) => item.id)), new Set(addresses));
  const ids = [...atom.matchAll(/<entry>\s*<id>(.*?)<\/id>/g)].map((found) => found[1]);
  assert.deepEqual(ids, feed.items.map((item) => item.id));
  const changes = feed.items.map((item) => Date.parse(item.date_modified));
  assert.deepEqual(changes, [...changes].sort((a, b) => b - a), 'the latest change first');
  return { atom, feed };
}

const addressOf = (entry) => manifest.site.base_url + entry.url;

test('feeds of the site and of each campaign are Atom and JSON Feed', async () => {
  const { atom } = await expectFeed('', manifest.notices.map(addressOf));
  for (const campaign of new Set(manifest.notices.map((n) => n.campaign))) {
    await expectFeed(`campaigns/${campaign}/`, manifest.notices.filter((n) => n.campaign === campaign).map(addressOf));
  }
  await expectRefused(atomFaults, atom, [
    [/<updated>.*<\/updated>/, ''],
    [/<updated>.*<\/updated>/, '<updated>2017-06-21 09:00</updated>'],
    [/<published>.*<\/published>/, '<published>2017-06-21T09:00:00</published>'],
    [/<id>.*<\/id>/, ''],
    [/<entry>\s*<id>.*<\/id>/, '<entry>'],
    [/<\/title>/, '<b/></title>'],
    [/<\/entry>/, ''],
  ]);
});

test('a withdrawn notice is an entry that says so, and nothing else of it is left', async () => {
  const feed = JSON.parse(await published('feed.json'));
  const entry = feed.items.find((item) => item.id.endsWith(`/${withdrawn}/`));
  assert.equal(entry.date_modified, '2021-09-16T10:00:00+08:00');
  assert.match(entry.title, /^已撤回/);
  for (const file of ['feed.atom', 'feed.json', 'open.ics', 'sitemap.xml', 'campaigns/shanxi-2021-windows/feed.atom']) {
    assert.equal((await published(file)).includes(titleOfWithdrawn), false, file);
  }
  assert.equal((await published('sitemap.xml')).includes(withdrawn), false);
  assert.deepEqual(await readdir(path.join(office.site, 'notices', withdrawn)), ['index.html']);
});

// What RFC 5545 demands of the bytes before anything is read.
function expectCalendarLines(text) {
  assert.ok(text.endsWith('\r\n'));
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/, 'every line ends in CR LF');
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
}

function expectEvent(component, entry) {
  const event = new ICAL.Event(component);
  assert.equal(event.uid, `${entry.id}@gongshi.example`);
  assert.equal(event.startDate.toUnixTime(), Date.parse(entry.published_at) / 1000);
  assert.equal(event.endDate.toUnixTime(), Date.parse(entry.closes_at) / 1000);
  assert.ok(event.summary.endsWith(entry.title), event.summary);
  assert.equal(component.getFirstPropertyValue('url'), addressOf(entry));
  assert.ok(component.getFirstPropertyValue('dtstamp'));
  assert.equal(component.getAllSubcomponents('valarm').length, 0);
}

function eventsOf(text) {
  expectCalendarLines(text);
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  return calendar.getAllSubcomponents('vevent');
}

test('calendars hold the windows of the manifest', async () => {
  const open = manifest.notices.filter((n) => n.state === 'published');
  assert.ok(open.length > 1);
  const events = eventsOf(await published('open.ics'));
  assert.equal(events.length, open.length);
  for (const event of events) {
    const uid = event.getFirstPropertyValue('uid');
    expectEvent(event, open.find((entry) => uid === `${entry.id}@gongshi.example`));
  }
  for (const entry of open) {
    const [event, ...more] = eventsOf(await published(`notices/${entry.id}/window.ics`));
    assert.equal(more.length, 0);
    expectEvent(event, entry);
  }
});

test('the site map lists each page once, and robots.txt leads to it', async () => {
  const map = await published('sitemap.xml');
  assert.equal(await sitemapFaults(map), '');
  await expectRefused(sitemapFaults, map, [
    [/<loc>.*<\/loc>/, ''],
    [/<loc>https:/, '<loc>'],
    [/<lastmod>.*<\/lastmod>/, '<lastmod>2017年6月21日</lastmod>'],
    [/(<url>[\s\S]*?<\/url>)/, '$1$1'],
  ]);
  const robots = await published('robots.txt');
  assert.match(robots, /^Sitemap: https:\/\/gongshi\.example\/sitemap\.xml$/m);
  for (const [, address] of map.matchAll(/<loc>(.*)<\/loc>/g)) {
    const page = await (await fetch(daemon.url + new URL(address).pathname)).text();
    assert.ok(page.includes(`<link rel="canonical" href="${address}">`), address);
    assert.ok(page.includes(`<meta property="og:url" content="${address}">`), address);
    assert.doesNotMatch(page, /noindex/, address);
  }
});

test('publicity.json is what its published schema says', async () => {
  const judge = jsonJudge(JSON.parse(await published('schema/publicity.v1.json')));
  assert.equal(judge(manifest), true, JSON.stringify(judge.errors));
  const spoil = [
    (m) => delete m.schema,
    (m) => { m.schema = 'gongshi.publicity/v2'; },
    (m) => delete m.site.base_url,
    (m) => { m.site.base_url += '/'; },
    (m) => { m.content_sha256 = m.content_sha256.toUpperCase() + 'Z'; },
    (m) => { m.notices = {}; },
    (m) => { m.notices[0].id = '公示'; },
    (m) => { m.notices[0].id = 'a-'; },
    (m) => { m.notices[0].state = 'open'; },
    (m) => { m.notices[0].published_at = '2017-06-21T01:00:00Z'; },
    (m) => { m.notices[0].closes_at = '2017-06-28'; },
    (m) => { m.notices[0].closes = '2017-02-30'; },
    (m) => { m.notices[0].working_days.push('6月21日'); },
    (m) => { m.notices[0].url = 'https://elsewhere.example/'; },
    (m) => { m.notices[0].late_policy = 'accept'; },
    (m) => { m.notices[0].page_sha256 = ''; },
    (m) => delete m.notices[0].candidates,
    (m) => delete m.notices[0].candidates[0].unit,
    (m) => { m.notices[0].candidates[0].name = ''; },
    (m) => { m.notices[0].channels[0].kind = 'telegraph'; },
    (m) => { m.site.handling.tell_within = 11; },
    (m) => delete m.site.handling.extension,
    (m) => delete m.calendars[0].through,
    (m) => { m.calendars[0].working_days.push('2017-02-30'); },
  ];
  for (const change of spoil) {
    const spoiled = structuredClone(manifest);
    change(spoiled);
    assert.equal(judge(spoiled), false, `accepted after ${change}`);
  }
  const newer = structuredClone(manifest);
  newer.notices[0].added_later = true;
  assert.equal(judge(newer), true, 'a reader ignores what it does not know');
  const older = structuredClone(manifest);
  delete older.calendars;
  delete older.site.handling;
  assert.equal(judge(older), true, 'what came later nobody has to have');
});

test('each list is a table that a spreadsheet reads', async () => {
  const read = 'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), strict=True))))';
  for (const entry of manifest.notices.filter((n) => n.state !== 'withdrawn')) {
    const file = path.join(office.site, 'notices', entry.id, 'list.csv');
    assert.deepEqual([...(await readFile(file)).subarray(0, 3)], [0xEF, 0xBB, 0xBF]);
    const { error, stdout, stderr } = await run('python3', ['-c', read, file]);
    assert.equal(error, null, stderr);
    const [head, ...rows] = JSON.parse(stdout);
    assert.deepEqual(head.slice(0, 4), ['编号', '拟授予称号', '姓名或名称', '工作单位']);
    assert.deepEqual(rows.map((row) => row.slice(0, 4)), entry.candidates.map((c) => [c.id, c.award, c.name, c.unit]));
    for (const row of rows) assert.equal(row.length, head.length);
  }
});

test('each file is served as what it is', async () => {
  const types = {
    '/feed.atom': 'application/atom+xml; charset=utf-8',
    '/feed.json': 'application/feed+json; charset=utf-8',
    '/open.ics': 'text/calendar; charset=utf-8',
    '/sitemap.xml': 'application/xml; charset=utf-8',
    '/robots.txt': 'text/plain; charset=utf-8',
    '/search.json': 'application/json; charset=utf-8',
    '/publicity.json': 'application/json; charset=utf-8',
    '/schema/publicity.v1.json': 'application/schema+json; charset=utf-8',
    [`/notices/${notice}/list.csv`]: 'text/csv; charset=utf-8',
    [`/notices/${notice}/window.ics`]: 'text/calendar; charset=utf-8',
  };
  for (const [route, type] of Object.entries(types)) {
    const answer = await fetch(daemon.url + route);
    assert.equal(answer.status, 200, route);
    assert.equal(answer.headers.get('content-type'), type, route);
  }
});
