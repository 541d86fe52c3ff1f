// Runs the real programs for a journey: builds a site from a copy of content/, starts the daemon on
// a port of its own with a demonstration clock, and opens a headless browser. Everything lives in a
// temporary folder that goes away afterwards; nothing waits on the wall clock.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const programs = process.env.GONGSHI_PROGRAMS;
if (!programs) throw new Error('GONGSHI_PROGRAMS must name the folder of the built programs');

// A program's exit code and output; never throws for a code other than 0.
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    execFile(path.join(programs, program), args, { maxBuffer: 64 << 20, ...options }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}

export async function succeed(program, args, options) {
  const done = await run(program, args, options);
  if (done.code !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${done.code}\n${done.stderr}${done.stdout}`);
  return done;
}

// One office with its content, its site and its register.
export class Office {
  static async create() {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'gongshi-journey-'));
    const office = new Office(folder);
    await cp(path.join(repository, 'content'), office.content, { recursive: true });
    return office;
  }

  constructor(folder) {
    this.folder = folder;
    this.content = path.join(folder, 'content');
    this.site = path.join(folder, 'public');
    this.data = path.join(folder, 'data');
  }

  build(asOf) {
    return succeed('gongshi', ['build', '--content', this.content, '--templates',
      path.join(repository, 'site-templates'), '--out', this.site, '--as-of', asOf]);
  }

  initialise() {
    return succeed('gongshi-intake', ['init', '--data', this.data, '--origin', 'demo.example/objections']);
  }

  desk(command, ...args) {
    return run('gongshi-desk', [command, ...args, '--data', this.data]);
  }

  serveArguments(clock) {
    return ['serve', '--data', this.data, '--site', this.site, '--listen', '127.0.0.1:0', '--clock', clock];
  }

  serve(clock) {
    return Daemon.start(this.serveArguments(clock));
  }

  remove() {
    return rm(this.folder, { recursive: true, force: true });
  }
}

// A running gongshi-intake, or gongshi-desk. `url` is where it listens, without a slash at the end.
export class Daemon {
  // `environment` is added to our own.
  static start(args, environment = {}, program = 'gongshi-intake') {
    const child = spawn(path.join(programs, program), args,
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
    const daemon = new Daemon(child);
    return new Promise((resolve, reject) => {
      const listen = (stream) => createInterface({ input: stream }).on('line', (line) => {
        daemon.log.push(line);
        const found = /(?:listening on|办理台在) (http:\/\/[0-9.:]+)/.exec(line);
        if (found) { daemon.url = found[1]; resolve(daemon); }
      });
      listen(child.stdout);
      listen(child.stderr);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`${program} stopped with ${code}\n${daemon.log.join('\n')}`)));
    });
  }

  constructor(child) {
    this.child = child;
    this.log = [];
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  }

  stop(signal = 'SIGTERM') {
    this.child.kill(signal);
    return this.ended;
  }
}

// A headless browser that may not reach any host but the daemon: a request elsewhere is a failure.
export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.GONGSHI_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// A page that records what must never happen: script errors, refused styles, requests elsewhere.
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // A page that answers 4xx is logged by the browser itself; the journeys check those by status.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) page.faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) page.faults.push(`request to ${request.url()}`);
  });
  return page;
}

// Clicks a link or a button and waits for the page that it leads to.
export async function follow(page, selector) {
  const loaded = page.waitForEvent('load');
  await page.click(selector);
  await loaded;
}
