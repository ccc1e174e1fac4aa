import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Linux counts CPU time in hundredths of a second to user space, whatever the kernel's own clock (proc(5)). */
const TICKS_PER_SECOND = 100;
const UTIME_AFTER_NAME = 11;

/** CPU seconds, user and system, of all threads of a process since it began. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[UTIME_AFTER_NAME]) + Number(fields[UTIME_AFTER_NAME + 1])) / TICKS_PER_SECOND;
}

/** Resident memory of a process, kB. */
function residentKb(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
  if (line === null) throw new Error(`no VmRSS of process ${pid}`);
  return Number(line[1]);
}

/** Waits until the process has used next to no CPU for `quietMs`, or `limitMs` have gone. */
export async function quietCpu(pid: number, quietMs: number, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs;
  while (performance.now() < until) {
    const before = cpuSeconds(pid);
    await pause(quietMs);
    if (cpuSeconds(pid) - before <= 0.02) return;
  }
}

/**
 * Memory when it has stopped moving: no new lowest value by more than 1 % for `stillMs`, or the lowest after `limitMs`. A
 * collector gives memory back in its own time; all systems get the same time and the same flags.
 * @returns kB
 */
export async function settledKb(pid: number, stillMs: number, limitMs: number): Promise<number> {
  const until = performance.now() + limitMs;
  let reference = residentKb(pid);
  let since = performance.now();
  while (performance.now() < until && performance.now() - since < stillMs) {
    await pause(250);
    const now = residentKb(pid);
    if (Math.abs(now - reference) > reference * 0.01) {
      reference = now;
      since = performance.now();
    }
  }
  return residentKb(pid);
}
