import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, runNode } from './child.mjs';
import { binary } from './paths.mjs';
import { say } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Chromium for the tests: CHROMIUM_PATH, one on PATH, else installed by apt where that is allowed, else Playwright's own.
 * @returns {Promise<string | null>} the program, or null where the tests are to use Playwright's own
 */
export async function chromium() {
  const found = chosen() ?? onPath();
  if (found !== null) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('Chromium saknas och installeras med apt-get …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const updated = await run('apt-get', ['update', '-qq'], { env });
    if (updated === 0) await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = onPath();
    if (installed !== null) return installed;
  }
  say('Chromium saknas och hämtas av Playwright …');
  const code = await runNode([binary('e2e', '@playwright/test', 'playwright'), 'install', 'chromium']);
  if (code !== 0)
    say('Ingen Chromium kunde installeras. Installera den själv, eller ange var den finns med CHROMIUM_PATH.');
  return null;
}

function chosen() {
  const path = process.env.CHROMIUM_PATH ?? '';
  return path !== '' && isProgram(path) ? path : null;
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
