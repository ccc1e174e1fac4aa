import type { CloseName, Refusal } from '@samskrift/shared';

/** Why something was refused; a closed list, so that no label can ever carry an id. */
export type RefusedReason = CloseName | Refusal | 'origin';

/** What the rooms report. All are plain numbers read at scrape: counting costs the hot path one addition. */
export interface Metrics {
  readonly traffic: { updatesIn: number; updatesOut: number; bytesIn: number; bytesOut: number };
  readonly now: { rooms: number; sockets: number };
  readonly refusals: ReadonlyMap<RefusedReason, number>;
  readonly failedCommits: number;
  /** One group commit: how long it took, in seconds, until it was durable. */
  commit(seconds: number): void;
  /** A commit that the disk refused. */
  commitFailed(): void;
  refused(reason: RefusedReason): void;
  /** Hands each commit's seconds to `observe`, at once those that have been: what counts them is loaded after the rooms. */
  eachCommit(observe: (seconds: number) => void): void;
}

export function createMetrics(): Metrics {
  const refusals = new Map<RefusedReason, number>();
  const early: number[] = [];
  let observe = (seconds: number): void => void early.push(seconds);
  let failedCommits = 0;
  return {
    traffic: { updatesIn: 0, updatesOut: 0, bytesIn: 0, bytesOut: 0 },
    now: { rooms: 0, sockets: 0 },
    refusals,
    get failedCommits() {
      return failedCommits;
    },
    commit: (seconds) => observe(seconds),
    commitFailed: () => {
      failedCommits++;
    },
    refused: (reason) => void refusals.set(reason, (refusals.get(reason) ?? 0) + 1),
    eachCommit(counting) {
      observe = counting;
      for (const seconds of early.splice(0)) counting(seconds);
    },
  };
}
