import type { Results } from './results.ts';
import type { SystemName } from './system.ts';

/** A goal for one measured value of ours: a bound in itself, or a ratio to the relay or to the best of the peers. */
export interface Target {
  readonly scenario: string;
  readonly value: string;
  readonly text: string;
  readonly against: 'relay' | 'peer' | 'bound';
  readonly bound: number;
  /** Whether more is better. */
  readonly atLeast?: true;
}

const PEERS: readonly SystemName[] = ['y-websocket-server', 'hocuspocus'];

export const TARGETS: readonly Target[] = [
  { scenario: 'typing', value: 'cpuPer1000', text: 'CPU per 1 000 levererade', against: 'relay', bound: 1.3 },
  { scenario: 'typing', value: 'cpuPer1000', text: 'CPU per 1 000 levererade', against: 'peer', bound: 0.6 },
  { scenario: 'typing', value: 'p99', text: 'p99', against: 'relay', bound: 1.5 },
  { scenario: 'typing', value: 'p99', text: 'p99', against: 'peer', bound: 1 },
  { scenario: 'typing', value: 'missing', text: 'uteblivna uppdateringar', against: 'bound', bound: 0 },
  { scenario: 'crowd', value: 'cpuPer1000', text: 'CPU per 1 000 levererade', against: 'relay', bound: 1.1 },
  { scenario: 'crowd', value: 'cpuPer1000', text: 'CPU per 1 000 levererade', against: 'peer', bound: 0.75 },
  { scenario: 'crowd', value: 'missing', text: 'uteblivna uppdateringar', against: 'bound', bound: 0 },
  { scenario: 'flood', value: 'perSecond', text: 'levererade per sekund', against: 'relay', bound: 1, atLeast: true },
  { scenario: 'flood', value: 'perSecond', text: 'levererade per sekund', against: 'peer', bound: 2, atLeast: true },
  { scenario: 'cold', value: 'ms', text: 'hela texten, första klienten', against: 'peer', bound: 0.15 },
  { scenario: 'cold', value: 'emptyFirst', text: 'serverat ett tomt dokument', against: 'bound', bound: 0 },
  { scenario: 'idle', value: 'roomKb', text: 'minne per rum', against: 'peer', bound: 0.3 },
  { scenario: 'idle', value: 'afterRatio', text: 'minne när alla gått, mot före', against: 'bound', bound: 1.2 },
  { scenario: 'storm', value: 'totalMs', text: 'alla 500 i fas, med serverns start', against: 'peer', bound: 1 },
  { scenario: 'storm', value: 'savedGone', text: 'borta fast de sagts vara sparade', against: 'bound', bound: 0 },
  { scenario: 'storm', value: 'oldest', text: 'äldsta förlorade, ms', against: 'bound', bound: 50 },
  { scenario: 'storm', value: 'missingAfter', text: 'borta när alla kommit tillbaka', against: 'bound', bound: 0 },
  { scenario: 'editor', value: 'openMs', text: 'från navigering till skrivbar, ms', against: 'bound', bound: 1500 },
  {
    scenario: 'editor',
    value: 'livedRatio',
    text: 'öppna efter 200 000 ändringar, mot nyskriven',
    against: 'bound',
    bound: 1.5,
  },
  { scenario: 'editor', value: 'p95', text: 'arbete per tangent p95, ms', against: 'bound', bound: 16 },
];

export interface Verdict {
  readonly met: boolean;
  /** What is compared with the bound: a ratio, or the value itself. */
  readonly reached: number;
}

/** @returns null where a part of the comparison was not measured. */
export function judge(target: Target, results: Results): Verdict | null {
  const ours = results.median(target.scenario, 'ours', target.value);
  const other = reference(target, results);
  if (ours === null || other === null) return null;
  const reached = ours / other;
  return { reached, met: target.atLeast ? reached >= target.bound : reached <= target.bound };
}

function reference({ scenario, value, against, atLeast }: Target, results: Results): number | null {
  if (against === 'bound') return 1;
  if (against === 'relay') return results.median(scenario, 'relay', value);
  const peers = PEERS.map((peer) => results.median(scenario, peer, value)).filter((one) => one !== null);
  if (peers.length === 0) return null;
  return atLeast ? Math.max(...peers) : Math.min(...peers);
}
