import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionView } from '../sync/session.ts';
import type { Status } from '../sync/status.ts';
import { CalmStatus } from './calm-status.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[E7] while somebody writes the status stays at Sparar, and Sparat comes in the first pause; trouble is told at once', () => {
  const listeners = new Set<() => void>();
  const view = { status: 'saved' } as { status: Status };
  const session = {
    view: () => view as SessionView,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const become = (status: Status) => {
    view.status = status;
    for (const listener of listeners) listener();
  };
  const calm = new CalmStatus(session, 500);
  const shown: Status[] = [];
  calm.subscribe(() => shown.push(calm.status()));
  for (let letter = 0; letter < 5; letter++) {
    become('saving');
    vi.advanceTimersByTime(20);
    become('saved');
    vi.advanceTimersByTime(100);
  }
  expect(shown).toEqual(['saving']);
  vi.advanceTimersByTime(500);
  expect(shown).toEqual(['saving', 'saved']);
  become('offline');
  expect(shown.at(-1)).toBe('offline');
});
