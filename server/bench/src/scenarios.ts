import { coldOpen } from './cold-open.ts';
import { editor } from './editor.ts';
import { flood } from './flood.ts';
import { idle } from './idle.ts';
import type { Scenario } from './scenario.ts';
import { crowd, typing } from './steady.ts';
import { storm } from './storm.ts';

export const SCENARIOS: readonly Scenario[] = [typing, crowd, flood, coldOpen, idle, storm, editor];
