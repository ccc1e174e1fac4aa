import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, FIRST_FACTS, type Status, status, warnsOnLeave } from './status.ts';

const inStep: Facts = {
  ...FIRST_FACTS,
  socket: 'open',
  synced: true,
  offered: true,
  sent: 3,
  saved: 3,
  ratt: 'skriva',
  localCopy: true,
  kept: true,
};

const TABLE: readonly (readonly [string, Partial<Facts>, Status])[] = [
  ['before anything', FIRST_FACTS, 'connecting'],
  ['open but not in step', { synced: false }, 'connecting'],
  ['in step, first offer not yet saved, nothing written', { sent: 1, saved: 0 }, 'connecting'],
  ['everything reported saved', {}, 'saved'],
  ['one message not yet reported', { sent: 4, dirty: true }, 'saving'],
  ['in step, but our own text not offered', { offered: false, dirty: true }, 'saving'],
  ['the disk fails', { storageOk: false }, 'cannotSave'],
  ['saved does not advance', { sent: 4, dirty: true, stalled: true }, 'cannotSave'],
  ['cut off', { socket: 'closed', lost: true, synced: false }, 'offline'],
  ['cut off, the browser still writing', { socket: 'closed', lost: true, kept: false }, 'offlineKeeping'],
  ['cut off without a local copy', { socket: 'closed', lost: true, localCopy: false }, 'offlineUnkept'],
  ['a reader cut off', { socket: 'closed', lost: true, ratt: 'lasa' }, 'offlineReading'],
  ['a reader in step', { ratt: 'lasa' }, 'reading'],
  ['a right lost with text unsent', { ratt: 'kommentera', dirty: true }, 'refusedText'],
  ['the document is full', { tooBig: true, dirty: true }, 'tooBig'],
  ['sealed', { sealed: true }, 'locked'],
  ['sealed and cut off', { sealed: true, socket: 'closed', lost: true }, 'locked'],
  ['logged out', { end: 'loggedOut', socket: 'closed' }, 'loggedOut'],
  ['another version', { end: 'newVersion', socket: 'closed' }, 'newVersion'],
  ['right gone', { end: 'gone', socket: 'closed' }, 'gone'],
];

describe('status', () => {
  it.each(TABLE)('[S1] %s', (_name, change, expected) => {
    expect(status({ ...inStep, ...change })).toBe(expected);
  });

  it('[S2] saved is never said while anything is unsent, unreported, cut off or failing', () => {
    const facts = fc.record<Facts>({
      socket: fc.constantFrom('open', 'closed'),
      lost: fc.boolean(),
      synced: fc.boolean(),
      offered: fc.boolean(),
      sent: fc.nat(5),
      saved: fc.nat(5),
      stalled: fc.boolean(),
      dirty: fc.boolean(),
      storageOk: fc.boolean(),
      ratt: fc.constantFrom('ingen', 'lasa', 'kommentera', 'skriva', null),
      sealed: fc.boolean(),
      tooBig: fc.boolean(),
      localCopy: fc.boolean(),
      kept: fc.boolean(),
      end: fc.constantFrom('loggedOut', 'gone', 'newVersion', null),
    });
    fc.assert(
      fc.property(facts, (f) => {
        if (status(f) !== 'saved') return;
        expect([f.socket, f.synced, f.offered, f.storageOk, f.stalled]).toEqual(['open', true, true, true, false]);
        expect(f.saved).toBeGreaterThanOrEqual(f.sent);
        expect([f.sealed, f.end]).toEqual([false, null]);
      }),
      { numRuns: 5000 },
    );
  });

  it('[S3] leaving warns exactly while something written here is not saved', () => {
    expect(warnsOnLeave(inStep)).toBe(false);
    expect(warnsOnLeave({ ...inStep, socket: 'closed', lost: true })).toBe(false);
    expect(warnsOnLeave({ ...inStep, sent: 4, dirty: true })).toBe(true);
    expect(warnsOnLeave({ ...inStep, socket: 'closed', lost: true, dirty: true })).toBe(true);
    expect(warnsOnLeave({ ...inStep, sealed: true, dirty: true })).toBe(false);
  });
});
