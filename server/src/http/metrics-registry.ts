import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from './metrics.ts';

/**
 * How often it is measured how late the event loop is. The library's hundred times a second would wake the process each time: three
 * per cent of all that a busy server does.
 */
const LOOP_SAMPLE_MS = 100;

/** All of the server's metrics as Prometheus reads them; labels never name a handling or a person. */
export function metricsRegistry(metrics: Metrics): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_SAMPLE_MS });
  const { traffic, now } = metrics;

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
  total('samskrift_commit_failed_total', 'Commits the disk refused', () => metrics.failedCommits);

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
  metrics.eachCommit((seconds) => commits.observe(seconds));
  new Counter({
    name: 'samskrift_refused_total',
    help: 'Messages and sockets refused, by reason',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, times] of metrics.refusals) this.inc({ reason }, times);
    },
  });
  return registry;
}
