import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFel } from '../api.ts';
import { antalOsparade, raderaKopior } from '../konto/lokalaKopior.ts';
import type { HandlingSession } from '../sync/session.ts';
import { becomes, TestSessions, text, until } from '../sync/test-sessions.ts';
import { Eftersandning, type Osand } from './eftersandning.ts';

const ADA = { id: 'p1', namn: 'Ada Ek' };

let sessions: TestSessions;
let sluta: (() => void)[];
/** Whether what was left is late, or why that cannot be known. */
let sen: boolean | ApiFel;
let forseglade: PromiseWithResolvers<string>;

beforeEach(async () => {
  sessions = await TestSessions.start();
  sluta = [];
  sen = false;
  forseglade = Promise.withResolvers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});

afterEach(async () => {
  for (const en of sluta) en();
  await sessions.stop();
  await raderaKopior();
  vi.unstubAllGlobals();
});

/** A page of the app: what it sends and says of what is not open on it. */
function sida(): Eftersandning {
  const eftersandning = new Eftersandning(
    () =>
      Promise.resolve({
        openUnsent: () => sessions.open({ ratt: null }),
        isLate: () => (typeof sen === 'boolean' ? Promise.resolve(sen) : Promise.reject(sen)),
        markSealed: (_person: string, id: string) => {
          forseglade.resolve(id);
          return Promise.resolve();
        },
      }),
    0,
  );
  sluta.push(eftersandning.folj(ADA));
  return eftersandning;
}

/** Resolves when the page says this of the one handling; null when it says nothing. */
async function sager(eftersandning: Eftersandning, lage: Osand['lage'] | null): Promise<void> {
  while ((eftersandning.osanda()[0]?.lage ?? null) !== lage) {
    const andrat = Promise.withResolvers<void>();
    const sluta = eftersandning.lyssna(andrat.resolve);
    await andrat.promise;
    sluta();
  }
}

/** A handling open on the page, with a sentence that the server has not got. */
async function skrivenUtanNat(eftersandning: Eftersandning): Promise<HandlingSession> {
  expect(eftersandning.aterta(sessions.handlingId)).toBeNull();
  const session = sessions.open();
  await becomes(session, 'saved');
  sessions.cutOff();
  await becomes(session, 'offline');
  text(session).insert(0, 'Kvar: ');
  await becomes(session, 'offline');
  return session;
}

const paServern = () => sessions.server.doc.getText('text').toString();

describe('what a page was left with', () => {
  it('[G20] is sent when the network is back, seen by nobody, told of while it waits and when it is saved', async () => {
    const eftersandning = sida();
    const session = await skrivenUtanNat(eftersandning);
    eftersandning.lamnades(sessions.handlingId, session);
    await sager(eftersandning, 'vantar');
    expect(eftersandning.osanda()).toEqual([{ handlingId: sessions.handlingId, lage: 'vantar' }]);
    expect(session.awareness.getLocalState()).toBeNull();
    const lamnar = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(lamnar);
    expect(lamnar.defaultPrevented).toBe(true);
    sessions.server.autoSave = false;
    sessions.server.refuseWith = null;
    window.dispatchEvent(new Event('online'));
    await sessions.server.until(() => paServern() === 'Kvar: Nämnden beslutar');
    expect(eftersandning.osanda()).toEqual([{ handlingId: sessions.handlingId, lage: 'vantar' }]);
    sessions.server.save();
    await sager(eftersandning, 'sparad');
    expect(eftersandning.har(sessions.handlingId)).toBe(false);
    expect(await antalOsparade()).toBe(0);
    const sedan = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(sedan);
    expect(sedan.defaultPrevented).toBe(false);
  });

  it('[G20] is the session that the page gets back, with what the browser could not keep, and shows who it is again', async () => {
    const eftersandning = sida();
    const session = await skrivenUtanNat(eftersandning);
    eftersandning.lamnades(sessions.handlingId, session);
    expect(eftersandning.har(sessions.handlingId)).toBe(true);
    expect(eftersandning.aterta(sessions.handlingId)).toBe(session);
    expect(session.awareness.getLocalState()).toEqual({});
    await sager(eftersandning, null);
    sessions.server.refuseWith = null;
    await becomes(session, 'saved');
    expect(paServern()).toBe('Kvar: Nämnden beslutar');
    eftersandning.lamnades(sessions.handlingId, session);
    expect(eftersandning.har(sessions.handlingId)).toBe(false);
  });

  it('[G20] a new login is told to what waits for it', async () => {
    const eftersandning = sida();
    const session = await skrivenUtanNat(eftersandning);
    eftersandning.lamnades(sessions.handlingId, session);
    sessions.server.refuseWith = 'unauthenticated';
    await becomes(session, 'loggedOut');
    expect(eftersandning.har(sessions.handlingId)).toBe(true);
    sessions.server.refuseWith = null;
    eftersandning.fornyades();
    await sager(eftersandning, 'sparad');
    expect(paServern()).toBe('Kvar: Nämnden beslutar');
  });
});

describe('what another left', () => {
  it('[G21] an ended tab’s text is sent by a new page, and by one that was open when somebody comes back to it', async () => {
    const forsta = sida();
    await sessions.closed(await skrivenUtanNat(forsta));
    sessions.server.refuseWith = null;
    sida();
    await sessions.server.until(() => paServern() === 'Kvar: Nämnden beslutar');

    const igen = sessions.open();
    await becomes(igen, 'saved');
    sessions.cutOff();
    await becomes(igen, 'offline');
    text(igen).insert(0, 'Åter: ');
    await sessions.closed(igen);
    sessions.server.refuseWith = null;
    window.dispatchEvent(new Event('focus'));
    await sessions.server.until(() => paServern() === 'Åter: Kvar: Nämnden beslutar');
  });

  it('[G21] what another tab has open is left to it, and what the page itself has', async () => {
    const annan = sida();
    const session = await skrivenUtanNat(annan);
    const eftersandning = sida();
    await eftersandning.sok();
    expect(eftersandning.har(sessions.handlingId)).toBe(false);
    await sessions.closed(session);
    await annan.sok();
    expect(annan.har(sessions.handlingId)).toBe(false);
    await eftersandning.sok();
    expect(eftersandning.har(sessions.handlingId)).toBe(true);
  });
});

describe('what nobody takes', () => {
  const SEALED = { person: 'Bo Alm', time: '2026-11-22T09:00:00.000Z', sha256: 'ab' };

  it('[G22] after the seal: what is late is told of and kept, unknown while the network is away', async () => {
    const eftersandning = sida();
    const session = await skrivenUtanNat(eftersandning);
    eftersandning.lamnades(sessions.handlingId, session);
    await sager(eftersandning, 'vantar');
    sen = new ApiFel('natet', 0, 'Servern går inte att nå.');
    const asked = until(session, ({ status }) => status === 'locked');
    sessions.server.refuseWith = null;
    sessions.server.greetWith = { type: 'sealed', sealed: SEALED };
    await asked;
    await eftersandning.sok();
    expect(eftersandning.osanda()).toEqual([{ handlingId: sessions.handlingId, lage: 'vantar' }]);
    sen = true;
    await eftersandning.sok();
    await sager(eftersandning, 'sen');
    expect(eftersandning.aterta(sessions.handlingId)).toBe(session);
    expect(session.dirty).toBe(true);
  });

  it('[G22] after the seal: a page that shows the sealed text has the copy to itself', async () => {
    const eftersandning = sida();
    await sessions.closed(await skrivenUtanNat(eftersandning));
    eftersandning.lamnades(sessions.handlingId, sessions.open());
    await eftersandning.sok();
    expect(eftersandning.har(sessions.handlingId)).toBe(true);
    const stangd = eftersandning.visas(sessions.handlingId);
    await eftersandning.sok();
    expect(eftersandning.har(sessions.handlingId)).toBe(false);
    stangd();
    // What the page closed may still hold the copy at the first search.
    while (!eftersandning.har(sessions.handlingId)) await eftersandning.sok();
  });

  it('[G22] after the seal: what had arrived in time is not told of, and its copy is one of the sealed text', async () => {
    const eftersandning = sida();
    const session = await skrivenUtanNat(eftersandning);
    sessions.server.greetWith = { type: 'sealed', sealed: SEALED };
    sessions.server.refuseWith = null;
    eftersandning.lamnades(sessions.handlingId, session);
    expect(await forseglade.promise).toBe(sessions.handlingId);
    expect(eftersandning.osanda()).toEqual([]);
  });

  it('[G22] what the server refuses is told of until the person has seen it, and is still in the copy', async () => {
    const eftersandning = sida();
    const session = await skrivenUtanNat(eftersandning);
    eftersandning.lamnades(sessions.handlingId, session);
    sessions.server.refuseWith = 'malformed';
    await sager(eftersandning, 'nekad');
    eftersandning.dolj(sessions.handlingId);
    expect(eftersandning.osanda()).toEqual([]);
    await eftersandning.sok();
    expect(eftersandning.har(sessions.handlingId)).toBe(false);
    expect(await antalOsparade()).toBe(1);
  });
});
