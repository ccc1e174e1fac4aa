import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openLocalCopy } from './local-copy.ts';
import { type HandlingSession, retryDelay, type SessionOptions } from './session.ts';
import type { TestServer } from './test-server.ts';
import { becomes, TestSessions, text, until } from './test-sessions.ts';

let sessions: TestSessions;
let server: TestServer;

beforeEach(async () => {
  sessions = await TestSessions.start();
  server = sessions.server;
});

afterEach(() => sessions.stop());

const open = (options: Partial<SessionOptions> = {}) => sessions.open(options);
const closed = (session: HandlingSession) => sessions.closed(session);

describe('HandlingSession', () => {
  it('[S4] opening a handling, also a second time from the copy, sends no text', async () => {
    const first = open();
    await becomes(first, 'saved');
    await closed(first);
    const second = open();
    await becomes(second, 'saved');
    expect(text(second).toString()).toBe('Nämnden beslutar');
    const empty = Y.encodeStateAsUpdate(new Y.Doc());
    for (const { kind, bytes } of server.received) {
      expect(kind).toBe('step2');
      expect([...bytes.slice(3)]).toEqual([...empty]);
    }
  });

  it('[S5] the text may be mounted only when the server has answered, if the copy has never been in step', async () => {
    server.refuseWith = 'loadFailed';
    const session = open();
    await until(session, (v) => v.status === 'offline');
    expect(session.view().mountable).toBe(false);
    server.refuseWith = null;
    await becomes(session, 'saved');
    expect(session.view().mountable).toBe(true);
  });

  it('[S6] without a server, a copy that has once been in step is mounted', async () => {
    const first = open();
    await becomes(first, 'saved');
    await closed(first);
    server.refuseWith = 'loadFailed';
    const session = open();
    await until(session, (v) => v.mountable);
    expect(text(session).toString()).toBe('Nämnden beslutar');
  });

  it('[S7] Sparat is said when the server has reported every message, not before', async () => {
    const session = open();
    await becomes(session, 'saved');
    server.autoSave = false;
    text(session).insert(0, 'A');
    expect(session.view().status).toBe('saving');
    await server.until(() => server.doc.getText('text').toString().startsWith('A'));
    text(session).insert(0, 'B');
    await server.until(() => server.doc.getText('text').toString().startsWith('BA'));
    expect(session.view().status).toBe('saving');
    expect(session.warnsOnLeave()).toBe(true);
    server.save();
    await becomes(session, 'saved');
    expect(session.warnsOnLeave()).toBe(false);
  });

  it('[S8] what is written while cut off survives a reload, reaches the server, and is Sparat only then', async () => {
    const first = open();
    await becomes(first, 'saved');
    sessions.cutOff();
    await becomes(first, 'offline');
    text(first).insert(0, 'Kvar: ');
    expect(first.warnsOnLeave()).toBe(true);
    await closed(first);
    const second = open();
    await becomes(second, 'offline');
    expect(text(second).toString()).toBe('Kvar: Nämnden beslutar');
    expect(second.warnsOnLeave()).toBe(true);
    server.autoSave = false;
    server.refuseWith = null;
    await server.until(() => server.doc.getText('text').toString() === 'Kvar: Nämnden beslutar');
    await becomes(second, 'saving');
    server.save();
    await becomes(second, 'saved');
  });

  it('[S24] what a closed tab wrote without network reaches the server by another tab that was open all the time', async () => {
    const [closing, staying] = [open(), open()];
    await Promise.all([becomes(closing, 'saved'), becomes(staying, 'saved')]);
    sessions.cutOff();
    await Promise.all([becomes(closing, 'offline'), becomes(staying, 'offline')]);
    text(closing).insert(0, 'Stängd: ');
    await closed(closing);
    server.autoSave = false;
    server.refuseWith = null;
    await server.until(() => server.doc.getText('text').toString() === 'Stängd: Nämnden beslutar');
    // Not saved, and so not forgotten either, should this tab too be closed.
    await becomes(staying, 'saving');
    expect(staying.dirty).toBe(true);
    server.save();
    await becomes(staying, 'saved');
  });

  it('[S9] a failing disk is said at once, and taken back when it works again', async () => {
    const session = open();
    await becomes(session, 'saved');
    server.say({ type: 'storage', ok: false });
    await becomes(session, 'cannotSave');
    server.say({ type: 'storage', ok: true });
    await becomes(session, 'saved');
  });

  it('[S10] a server that answers but reports nothing saved is said to be unable to save', async () => {
    const session = open({ stallMs: 50 });
    await becomes(session, 'saved');
    server.autoSave = false;
    text(session).insert(0, 'A');
    const chatter = setInterval(() => server.say({ type: 'storage', ok: true }), 5);
    await becomes(session, 'cannotSave');
    clearInterval(chatter);
    server.save();
    await becomes(session, 'saved');
  });

  it('[S11] a server from which nothing is heard at all is taken as cut off, and connected to again', async () => {
    const session = open({ stallMs: 50 });
    await becomes(session, 'saved');
    server.autoSave = false;
    text(session).insert(0, 'A');
    const statuses = new Set<string>();
    session.subscribe(() => {
      statuses.add(session.view().status);
      server.autoSave = true;
    });
    await becomes(session, 'saved');
    expect(statuses).toContain('offline');
  });

  it('[S12] a seal makes the page read-only, says who and when, and ends the connection', async () => {
    const session = open();
    await becomes(session, 'saved');
    const sealed = { person: 'Bo Alm', time: '2026-11-22T09:00:00.000Z', sha256: 'ab' };
    server.say({ type: 'sealed', sealed });
    const view = await becomes(session, 'locked');
    expect(view).toMatchObject({ editable: false, sealed });
    await server.until(() => server.clients === 0);
  });

  it('[S13] what the server refuses stays marked as unsaved over a reload', async () => {
    const session = open();
    await becomes(session, 'saved');
    server.autoSave = false;
    text(session).insert(0, 'Sent: ');
    server.say({ type: 'refused', index: 2, reason: 'sealed' });
    await becomes(session, 'locked');
    await closed(session);
    const copy = await openLocalCopy(sessions.copyName, new Y.Doc());
    expect(copy?.dirty).toBe(true);
    await copy?.close();
  });

  it.each([
    ['unauthenticated', 'loggedOut'],
    ['notFound', 'gone'],
    ['schemaVersion', 'newVersion'],
    ['tooMany', 'tooManyTabs'],
  ] as const)('[S14] close code %s ends the connecting', async (code, status) => {
    const session = open();
    await becomes(session, 'saved');
    server.refuseWith = code;
    server.closeAll(code);
    expect((await becomes(session, status)).editable).toBe(status === 'loggedOut');
  });

  it('[S15] a right that is taken away clears the copy in the browser', async () => {
    const session = open();
    await becomes(session, 'saved');
    server.closeAll('notFound');
    await becomes(session, 'gone');
    await closed(session);
    const doc = new Y.Doc();
    const copy = await openLocalCopy(sessions.copyName, doc);
    expect(copy?.synced).toBe(false);
    expect(doc.getText('text').toString()).toBe('');
    await copy?.close();
  });

  it('[S16] a right that shrinks makes the page read-only at once', async () => {
    const session = open();
    await becomes(session, 'saved');
    server.say({ type: 'access', ratt: 'lasa' });
    expect((await becomes(session, 'reading')).editable).toBe(false);
  });

  it('[S21] who logs in again goes on where they were, and what was written meanwhile reaches the server', async () => {
    const session = open();
    await becomes(session, 'saved');
    server.refuseWith = 'unauthenticated';
    server.closeAll('unauthenticated');
    await becomes(session, 'loggedOut');
    text(session).insert(0, 'Utloggad: ');
    server.refuseWith = null;
    session.resume();
    await becomes(session, 'saved');
    expect(server.doc.getText('text').toString()).toBe('Utloggad: Nämnden beslutar');
  });

  it('[S17] retries are spread and bounded', () => {
    expect(retryDelay(1, 0)).toBe(200);
    expect(retryDelay(1, 1)).toBe(400);
    expect(retryDelay(30, 1)).toBe(5000);
    expect(retryDelay(30, 0)).toBe(2500);
  });
});
