import type { CloseName, Refusal } from '@samskrift/shared';
import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';

/** Why something was refused; a closed list, so that no label can ever carry an id. */
export type RefusedReason = CloseName | Refusal | 'origin';

/** What the rooms report. The totals are plain numbers read at scrape: counting costs the hot path one addition. */
export interface Metrics {
  readonly traffic: { updatesIn: number; updatesOut: number; bytesIn: number; bytesOut: number };
  readonly now: { rooms: number; sockets: number };
  /** One group commit: how long it took, in seconds, until it was durable. */
  commit(seconds: number): void;
  /** A commit that the disk refused. */
  commitFailed(): void;
  refused(reason: RefusedReason): void;
}

/** Registers all of the server's metrics once in a registry of its own; labels never name a handling or a person. */
export function createMetrics(registry: Registry): Metrics {
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const traffic = { updatesIn: 0, updatesOut: 0, bytesIn: 0, bytesOut: 0 };
  const now = { rooms: 0, sockets: 0 };

  const total = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  total('samskrift_updates_in_total', 'Updates received from clients', () => traffic.updatesIn);
  total('samskrift_updates_out_total', 'Updates delivered to clients', () => traffic.updatesOut);
  total('samskrift_bytes_in_total', 'Bytes received over websockets', () => traffic.bytesIn);
  total('samskrift_bytes_out_total', 'Bytes sent over websockets', () => traffic.bytesOut);

  const level = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  level('samskrift_rooms', 'Rooms in memory', () => now.rooms);
  level('samskrift_sockets', 'Open websockets', () => now.sockets);

  const commits = new Histogram({
    name: 'samskrift_commit_seconds',
    help: 'From the start of a group commit until it is durable',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const failed = new Counter({ name: 'samskrift_commit_failed_total', help: 'Commits the disk refused', registers });
  const refused = new Counter({
    name: 'samskrift_refused_total',
    help: 'Messages and sockets refused, by reason',
    labelNames: ['reason'],
    registers,
  });

  return {
    traffic,
    now,
    commit: (seconds) => commits.observe(seconds),
    commitFailed: () => failed.inc(),
    refused: (reason) => refused.inc({ reason }),
  };
}
