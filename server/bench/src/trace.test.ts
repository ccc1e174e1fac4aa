import { expect, it } from 'vitest';
import { keystrokeWork, type TraceEvent } from './trace.ts';

const MAIN = { pid: 1, tid: 1, ph: 'X' };
const task = (ts: number, dur: number): TraceEvent => ({ ...MAIN, name: 'RunTask', ts, dur, tdur: dur / 2 });
const keydown = (ts: number): TraceEvent => ({
  ...MAIN,
  name: 'EventDispatch',
  ts,
  dur: 100,
  args: { data: { type: 'keydown' } },
});
const paint = (ts: number): TraceEvent => ({ ...MAIN, name: 'Paint', ts, dur: 100 });

it('[B6] a keystroke costs every task of the main thread from the key down to the paint, and no other', () => {
  const events = [
    task(0, 900),
    task(1_000, 2_000),
    keydown(1_100),
    task(4_000, 1_000),
    task(6_000, 3_000),
    paint(7_000),
    task(9_500, 4_000),
    { ...task(4_000, 50_000), tid: 2 },
  ];
  expect(keystrokeWork(events)).toEqual([{ wall: 6, cpu: 3 }]);
});
