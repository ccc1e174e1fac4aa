import { parseArgs } from 'node:util';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { SYSTEMS, type SystemName } from './system.ts';

export interface Arguments {
  readonly scenarios: readonly Scenario[];
  readonly systems: readonly SystemName[];
  /** Null: as many rounds as each scenario asks for. */
  readonly rounds: number | null;
  readonly quick: boolean;
}

const USAGE = `Användning: npm run bench -- [--only ${SCENARIOS.map((one) => one.name).join(',')}] [--systems ${SYSTEMS.join(',')}] [--rounds N] [--quick]`;

/** @throws Error whose message says what is wrong and how it should be written. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      systems: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const rounds = values.rounds === undefined ? null : Number(values.rounds);
  if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))
    throw new Error(`--rounds ska vara ett heltal.\n${USAGE}`);
  return {
    scenarios: chosen(values.only, SCENARIOS, (scenario) => scenario.name),
    systems: chosen(values.systems, SYSTEMS, (system) => system),
    rounds,
    quick: values.quick,
  };
}

function chosen<Item>(list: string | undefined, all: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  if (list === undefined) return all;
  const names = list.split(',');
  const unknown = names.filter((name) => !all.some((item) => nameOf(item) === name));
  if (unknown.length > 0) throw new Error(`Okänt: ${unknown.join(', ')}.\n${USAGE}`);
  return all.filter((item) => names.includes(nameOf(item)));
}
