import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionView } from '../sync/session.ts';
import type { Status } from '../sync/status.ts';
import { CalmStatus, type Shown } from './calm-status.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session whose status the test sets, and everything the page has shown of it. */
function shownOf(first: Status): { readonly shown: Shown[]; readonly become: (status: Status) => void } {
  const listeners = new Set<() => void>();
  const view = { status: first };
  const session = {
    view: () => view as SessionView,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const calm = new CalmStatus(session, 500);
  const shown: Shown[] = [];
  calm.subscribe(() => shown.push(calm.shown()));
  const become = (status: Status) => {
    view.status = status;
    for (const listener of listeners) listener();
  };
  return { shown, become };
}

function write(become: (status: Status) => void, during: Status, after: Status): void {
  for (let letter = 0; letter < 5; letter++) {
    become(during);
    vi.advanceTimersByTime(20);
    become(after);
    vi.advanceTimersByTime(100);
  }
}

it.each([
  ['saving', 'saved'],
  ['offlineKeeping', 'offline'],
] as const)('[E7] while somebody writes the status stays at %s, and %s comes in the first pause', (during, after) => {
  const { shown, become } = shownOf(after);
  write(become, during, after);
  expect(shown.map(({ status }) => status)).toEqual([during]);
  vi.advanceTimersByTime(500);
  expect(shown.map(({ status }) => status)).toEqual([during, after]);
});

it.each(['offlineKeeping', 'offlineUnkept', 'cannotSave'] as const)('[E7] %s is told at once', (trouble) => {
  const { shown, become } = shownOf('saved');
  become('saving');
  become(trouble);
  expect(shown.at(-1)?.status).toBe(trouble);
});

it('[E31] an outage, and that the text is kept in it, is news once, and not again at each pause', () => {
  const { shown, become } = shownOf('saved');
  const outage = () => {
    shown.length = 0;
    become('offlineKeeping');
    become('offline');
    vi.advanceTimersByTime(500);
    expect(shown.map(({ status, news }) => [status, news])).toEqual([
      ['offlineKeeping', true],
      ['offline', true],
    ]);
  };
  outage();
  shown.length = 0;
  write(become, 'offlineKeeping', 'offline');
  vi.advanceTimersByTime(500);
  expect(shown.map(({ status, news }) => [status, news])).toEqual([
    ['offlineKeeping', false],
    ['offline', false],
  ]);
  become('offlineUnkept');
  expect(shown.at(-1)).toEqual({ status: 'offlineUnkept', news: true });
  become('saved');
  outage();
});
