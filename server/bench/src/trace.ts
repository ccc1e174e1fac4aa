/** One event of Chromium's trace, as far as it is read here; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread within `dur`. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** What to trace: tasks of the main thread, the events they dispatch, and the frames that come of them. */
export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** A frame that has not come after this long is not the keystroke's. */
const FRAME_WITHIN = 100_000;
const MS = 1000;

/** Milliseconds of one keystroke on the main thread: by the clock, and of CPU, which a busy machine does not lengthen. */
export interface KeystrokeWork {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * Main-thread work of each keystroke: all tasks from the one that handles the key down to the one that has painted, with
 * style, layout and whatever else the page does meanwhile.
 */
export function keystrokeWork(events: readonly TraceEvent[]): readonly KeystrokeWork[] {
  const keys = events.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown');
  const [first] = keys;
  if (first === undefined) return [];
  const ofMain = events
    .filter((event) => event.pid === first.pid && event.tid === first.tid && event.ph === 'X')
    .toSorted((a, b) => a.ts - b.ts);
  const tasks = ofMain.filter((event) => event.name === 'RunTask');
  const paints = ofMain.filter((event) => event.name === 'Paint');
  return keys.map((key) => {
    const paint = paints.find((event) => event.ts >= key.ts && event.ts - key.ts < FRAME_WITHIN);
    const until = paint?.ts ?? key.ts;
    const whole = tasks.filter((task) => task.ts <= until && task.ts + (task.dur ?? 0) >= key.ts);
    const sum = (of: (task: TraceEvent) => number) => whole.reduce((total, task) => total + of(task), 0) / MS;
    return { wall: sum((task) => task.dur ?? 0), cpu: sum((task) => task.tdur ?? task.dur ?? 0) };
  });
}
