import { setTimeout as pause } from 'node:timers/promises';
import { jsonFromYdoc, SCHEMA_VERSION } from '@samskrift/shared';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import * as Y from 'yjs';
import { LoadClient } from './client.ts';
import { CoWriter } from './co-writer.ts';
import { plainCodec } from './codec.ts';
import { LONG_TEXT, longText } from './long-text.ts';
import { monthsOf } from './months.ts';
import { quietCpu } from './process-stats.ts';
import { SamskriftSession } from './samskrift-session.ts';
import type { RunContext, Scenario, Values } from './scenario.ts';
import { median, quantile } from './statistics.ts';
import type { RunningSystem } from './system.ts';
import { keystrokeWork, TRACE_CATEGORIES, type TraceEvent } from './trace.ts';

const OTHERS = 4;
const OTHERS_EVERY_MS = 200;
const OPENS = 3;
const KEY_EVERY_MS = 120;
/** Key presses of the months that a handling has been written in, and the characters it began with. */
const EDITS = 200_000;
const SEED_TEXT = 20_000;
/** Updates sent before waiting for the server to have read them. */
const FEED_STEP = 200;
const EDITOR = '.ProseMirror[contenteditable="true"]';
const EDITOR_LIMIT = 30_000;
const LOOK_EVERY_MS = 100;

/** Notes in the page, on its own clock, when the text first stands in an editor that takes input. */
const NOTE_EDITABLE = `(() => {
  const look = () => {
    const editor = document.querySelector('${EDITOR}');
    if (editor && editor.querySelectorAll('p').length > 100) window.editableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;

/** @returns ms from navigation until one can write, in a browser that has opened the page before if `page` has. */
async function open(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  // Asked again and again from here: waitForFunction evaluates in the page, which its security policy forbids.
  for (let left = EDITOR_LIMIT; left > 0; left -= LOOK_EVERY_MS) {
    const found: unknown = await page.evaluate('window.editableAt');
    if (typeof found === 'number') return found;
    await pause(LOOK_EVERY_MS);
  }
  const shown = (await page.locator('body').textContent())?.slice(0, 300);
  throw new Error(`${url} was not editable within ${EDITOR_LIMIT} ms; the page says: ${shown}`);
}

async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: TRACE_CATEGORIES },
  });
  await work();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  return events;
}

async function type(page: Page, keys: number): Promise<void> {
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'a');
    await pause(KEY_EVERY_MS);
  }
}

/**
 * The page with the longest text, in Chromium, with four others typing in it.
 * openMs, openWarmMs: from navigation until one can write, the first time and again. p50, p95, max: main-thread work a
 * keystroke, ms of CPU, style, layout and paint included. wallP95: the same by the clock. keys: how many were measured.
 * livedMs, freshMs, livedRatio: opening a handling of 200,000 edits of months, one with the same text, and the first by the
 * second.
 */
async function run(context: RunContext): Promise<Values> {
  const system = await context.start();
  const session = new SamskriftSession(system.address);
  const [id] = await session.createHandlingar(1, longText(LONG_TEXT));
  const at = `${system.address.host}:${system.address.port}`;
  const room = {
    url: `ws://${at}/sync/${id}?ext=1&schema=${SCHEMA_VERSION}`,
    headers: session.headers,
    codec: plainCodec,
  };
  const others = await Promise.all(
    Array.from({ length: OTHERS }, (_, other) => CoWriter.join(room, (other + 0.5) / OTHERS, OTHERS_EVERY_MS)),
  );
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const written = await measure(browser, `http://${at}`, `/handlingar/${id}`, session, context.quick ? 20 : 120);
    await Promise.all(others.splice(0).map((other) => other.leave()));
    return { ...written, ...(await livedBesideFresh(browser, system, session, context.quick ? EDITS / 10 : EDITS)) };
  } finally {
    await browser.close();
    await Promise.all(others.map((other) => other.leave()));
  }
}

async function measure(
  browser: Browser,
  origin: string,
  path: string,
  session: SamskriftSession,
  keys: number,
): Promise<Values> {
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 1; ; round += 1) {
    const visit = await visitor(browser, origin, session);
    const page = await visit.newPage();
    first.push(await open(page, origin + path));
    again.push(await open(page, origin + path));
    if (round < OPENS) {
      await visit.close();
      continue;
    }
    await page.locator(EDITOR).locator('p').nth(40).click();
    await type(page, 10);
    const events = await traced(await visit.newCDPSession(page), () => type(page, keys));
    await visit.close();
    const work = keystrokeWork(events);
    const wall = work.map((key) => key.wall).toSorted((a, b) => a - b);
    const cpu = work.map((key) => key.cpu).toSorted((a, b) => a - b);
    return {
      openMs: median(first),
      openWarmMs: median(again),
      p50: quantile(cpu, 0.5),
      p95: quantile(cpu, 0.95),
      max: cpu.at(-1) ?? Number.NaN,
      wallP95: quantile(wall, 0.95),
      keys: work.length,
    };
  }
}

/** Writes months of edits into a new handling, over the wire, and a second handling with the text they came to. */
async function livedAndFresh(system: RunningSystem, session: SamskriftSession, edits: number): Promise<string[]> {
  const [lived] = await session.createHandlingar(1, longText(SEED_TEXT));
  const { host, port } = system.address;
  const url = `ws://${host}:${port}/sync/${lived}?ext=1&schema=${SCHEMA_VERSION}`;
  const doc = new Y.Doc();
  const client = await LoadClient.connect(
    { url, headers: session.headers, codec: plainCodec },
    {
      onFrame(frame) {
        const message = plainCodec.read(frame);
        if (message.type === 'step2' || message.type === 'update') Y.applyUpdate(doc, message.update);
      },
    },
  );
  for (const [index, update] of monthsOf(doc, edits).entries()) {
    client.send(update);
    if (index % FEED_STEP === 0) await client.flushed();
  }
  await client.flushed();
  await client.close();
  await quietCpu(system.pid, 1_500, 20_000);
  const [fresh] = await session.createHandlingar(1, jsonFromYdoc(doc));
  return [lived, fresh].filter((id) => id !== undefined);
}

/** The two are opened in turn, each time in a browser that has seen neither. */
async function livedBesideFresh(
  browser: Browser,
  system: RunningSystem,
  session: SamskriftSession,
  edits: number,
): Promise<Values> {
  const origin = `http://${system.address.host}:${system.address.port}`;
  const handlingar = await livedAndFresh(system, session, edits);
  const times = handlingar.map((): number[] => []);
  for (let round = 0; round < OPENS; round += 1) {
    for (const [which, id] of handlingar.entries()) {
      const visit = await visitor(browser, origin, session);
      times[which]?.push(await open(await visit.newPage(), `${origin}/handlingar/${id}`));
      await visit.close();
    }
  }
  const [livedMs = Number.NaN, freshMs = Number.NaN] = times.map(median);
  return { livedMs, freshMs, livedRatio: livedMs / freshMs };
}

async function visitor(browser: Browser, origin: string, session: SamskriftSession): Promise<BrowserContext> {
  const visit = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await visit.addCookies(session.cookies(origin));
  await visit.addInitScript(NOTE_EDITABLE);
  return visit;
}

/** Needs a built client and Chromium. */
export const editor: Scenario = { name: 'editor', systems: ['ours'], rounds: 1, limit: 240, run };
