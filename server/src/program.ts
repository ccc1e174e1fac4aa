import { pino } from 'pino';
import { readConfig } from './config.ts';
import { StartError } from './data-dir.ts';
import { start } from './start.ts';

/** EX_CONFIG of sysexits.h: wrong settings, which a supervisor should not try again with. */
const EXIT_CONFIG = 78;
const STOP_WITHIN_MS = 4_500;

function refuse(messages: readonly string[]): never {
  for (const message of messages) console.error(message);
  process.exit(EXIT_CONFIG);
}

const read = readConfig(process.env);
if (!read.ok) refuse(read.errors);
const log = pino({ level: read.config.logLevel });
const fail = (error: unknown): void => {
  log.fatal({ err: error }, 'uncaught');
  process.exit(1);
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

try {
  const running = await start(read.config, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      running.stop().then(() => process.exit(0), fail);
    });
  }
} catch (error) {
  if (error instanceof StartError) refuse([error.message]);
  throw error;
}
