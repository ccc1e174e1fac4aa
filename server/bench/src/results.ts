import type { Values } from './scenario.ts';
import { median } from './statistics.ts';
import type { SystemName } from './system.ts';

/** All measured values, by scenario, system and name; asked for as the median of the rounds. */
export class Results {
  readonly #runs: { readonly scenario: string; readonly system: SystemName; readonly values: Values }[] = [];

  add(scenario: string, system: SystemName, values: Values): void {
    this.#runs.push({ scenario, system, values });
  }

  systems(scenario: string): readonly SystemName[] {
    return [...new Set(this.#runs.filter((run) => run.scenario === scenario).map((run) => run.system))];
  }

  /** @returns null where nothing was measured. */
  median(scenario: string, system: SystemName, name: string): number | null {
    const found = this.#runs
      .filter((run) => run.scenario === scenario && run.system === system)
      .map((run) => run.values[name])
      .filter((value) => value !== undefined);
    return found.length === 0 ? null : median(found);
  }
}
