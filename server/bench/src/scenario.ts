import type { RunningSystem, SystemKind, SystemName } from './system.ts';

/** What one run of a scenario measured, by name; units are in each scenario's docstring. */
export type Values = Readonly<Record<string, number>>;

export interface RunContext {
  readonly kind: SystemKind;
  /** Shorter and smaller: to see that everything works, not to be quoted. */
  readonly quick: boolean;
  /**
   * Starts the system on a new data folder, or on a copy of the data of one that has stopped and on its port, so that its
   * rooms' addresses hold. It is stopped after the run whatever happens.
   */
  start(copyOf?: RunningSystem): Promise<RunningSystem>;
}

export interface Scenario {
  readonly name: string;
  /** The systems it says something about. */
  readonly systems: readonly SystemName[];
  /** How many interleaved rounds a full run makes of it; a long scenario repeats inside itself instead. */
  readonly rounds: number;
  /** After so long the run is ended and counted as failed, s. */
  readonly limit: number;
  run(context: RunContext): Promise<Values>;
}
