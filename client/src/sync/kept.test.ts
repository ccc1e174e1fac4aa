import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openLocalCopy } from './local-copy.ts';
import { fillDisk, holdStore } from './test-database.ts';
import { becomes, TestSessions, text } from './test-sessions.ts';

let sessions: TestSessions;

beforeEach(async () => {
  sessions = await TestSessions.start();
});

afterEach(() => sessions.stop());

describe('What the browser keeps', () => {
  it.each(['updates', 'custom'])(
    '[S22] cut off, the text is said to be in the browser when %s has been written, not before',
    async (store) => {
      const session = sessions.open();
      await becomes(session, 'saved');
      sessions.cutOff();
      await becomes(session, 'offline');
      const held = await holdStore(sessions.copyName, store);
      text(session).insert(0, 'Kvar: ');
      expect(session.view().status).toBe('offlineKeeping');
      await held.turns(50);
      expect(session.view().status).toBe('offlineKeeping');
      held.release();
      await becomes(session, 'offline');
      text(session).insert(0, 'A');
      text(session).insert(0, 'B');
      expect(session.view().status).toBe('offlineKeeping');
      await becomes(session, 'offline');
    },
  );

  it('[S22] what was written just before the network went is waited for too, and its mark', async () => {
    const session = sessions.open();
    await becomes(session, 'saved');
    sessions.server.autoSave = false;
    const held = await holdStore(sessions.copyName, 'updates');
    text(session).insert(0, 'Nyss: ');
    sessions.cutOff();
    await becomes(session, 'offlineKeeping');
    await held.turns(50);
    expect(session.view().status).toBe('offlineKeeping');
    held.release();
    await becomes(session, 'offline');
    await sessions.closed(session);
    const doc = new Y.Doc();
    const copy = await openLocalCopy(sessions.copyName, doc);
    expect([doc.getText('text').toString(), copy?.dirty]).toEqual(['Nyss: Nämnden beslutar', true]);
    await copy?.close();
  });
});

describe('A full disk in the browser', () => {
  let emptyDisk: () => void = () => undefined;
  afterEach(() => emptyDisk());

  it('[S23] cut off, it is said that the text is kept nowhere; nothing of it is lost, and it is saved by the server', async () => {
    const session = sessions.open();
    await becomes(session, 'saved');
    sessions.cutOff();
    await becomes(session, 'offline');
    emptyDisk = fillDisk();
    text(session).insert(0, 'Ingenstans: ');
    await becomes(session, 'offlineUnkept');
    text(session).insert(0, 'Inte heller: ');
    expect([session.view().status, session.warnsOnLeave()]).toEqual(['offlineUnkept', true]);
    sessions.server.refuseWith = null;
    await becomes(session, 'saved');
    expect(sessions.server.doc.getText('text').toString()).toBe('Inte heller: Ingenstans: Nämnden beslutar');
    expect(session.warnsOnLeave()).toBe(false);
  });

  it('[S23] connected, saving to the server goes on, and whoever is cut off afterwards is told', async () => {
    const session = sessions.open();
    await becomes(session, 'saved');
    emptyDisk = fillDisk();
    for (const word of ['Ett ', 'Två ']) {
      text(session).insert(0, word);
      expect(session.view().status).toBe('saving');
      await becomes(session, 'saved');
    }
    expect(sessions.server.doc.getText('text').toString()).toBe('Två Ett Nämnden beslutar');
    sessions.cutOff();
    await becomes(session, 'offlineUnkept');
  });

  it('[S23] a copy that can be read but not written is shown without network, and said to keep nothing more', async () => {
    const first = sessions.open();
    await becomes(first, 'saved');
    sessions.cutOff();
    await becomes(first, 'offline');
    text(first).insert(0, 'Kvar: ');
    await becomes(first, 'offline');
    await sessions.closed(first);
    emptyDisk = fillDisk();
    const held = await holdStore(sessions.copyName, 'custom');
    const session = sessions.open();
    const statuses = new Set<string>();
    session.subscribe(() => statuses.add(session.view().status));
    // Opening writes the first time, before the marks have been read.
    await held.turns(50);
    held.release();
    const view = await becomes(session, 'offlineUnkept');
    expect([view.mountable, text(session).toString()]).toEqual([true, 'Kvar: Nämnden beslutar']);
    sessions.server.refuseWith = null;
    await becomes(session, 'saved');
    expect([...statuses].filter((said) => said === 'offline' || said === 'offlineKeeping')).toEqual([]);
    expect(sessions.server.doc.getText('text').toString()).toBe('Kvar: Nämnden beslutar');
  });
});
