import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { environment, NODE, ROOT } from './paths.mjs';
import { say } from './say.mjs';

const KILL_AFTER_MS = 10_000;
const ORPHAN_POLL_MS = 250;
/** @type {readonly NodeJS.Signals[]} */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] beside the environment of environment()
 * @property {string} [cwd] the root unless told
 * @property {boolean} [shell]
 */

/**
 * Runs a program to its end with this process's own streams.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns its exit code; as shells count, 128 + n where signal n ended it, and 127 where it could not be started
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, {
    cwd: options.cwd ?? ROOT,
    env: environment(options.env),
    shell: options.shell ?? false,
    stdio: 'inherit',
    // A group of its own: Ctrl+C in a terminal goes to the whole foreground group, and npm passes it on once more, so
    // without this the child would hear it two or three times.
    detached: process.platform !== 'win32',
  });
  return ended(child, program);
}

/**
 * Runs a script by the workspace's Node 24.
 * @param {readonly string[]} args
 * @param {RunOptions} options
 */
export function runNode(args, options = {}) {
  return run(NODE, args, options);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} program
 * @returns {Promise<number>}
 */
function ended(child, program) {
  /** @type {NodeJS.Timeout | undefined} */
  let overdue;
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    if (overdue !== undefined) return;
    overdue = setTimeout(() => {
      say('Avslutades inte i tid och stoppas därför hårt.');
      signalGroup(child, 'SIGKILL');
    }, KILL_AFTER_MS);
    signalGroup(child, signal);
  };
  for (const signal of PASSED_ON) process.on(signal, passOn);
  const orphanWatch = onOrphaned(() => passOn('SIGTERM'));
  return new Promise((resolve) => {
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(overdue);
      clearInterval(orphanWatch);
      for (const signal of PASSED_ON) process.off(signal, passOn);
      resolve(code);
    };
    child.once('error', (error) => {
      say(`Kunde inte starta ${program}: ${error.message}`);
      end(127);
    });
    child.once('exit', (code, signal) => end(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/**
 * npm puts a shell between itself and this process, and a SIGTERM to npm ends that shell without passing it on: losing the
 * parent is then all that is heard of it. Outside npm a lost parent means nothing (somebody put it in the background).
 * @param {() => void} tell
 */
function onOrphaned(tell) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  return setInterval(() => {
    if (process.ppid !== parent) tell();
  }, ORPHAN_POLL_MS);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill(signal);
  else process.kill(-child.pid, signal);
}
