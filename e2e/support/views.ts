import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Person } from './person.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Taken only when asked for: four pictures of eighty views are half a minute of every run. */
const PICTURES = process.env.SKARMBILDER === '1';

/** A menu is drawn outside the landmarks and leads back into them when it closes. */
const OPEN_MENUS = 'region';

const softly = expect.configure({ soft: true });

/** The desk, the telephone, and the desk at 200 % (WCAG 1.4.4): half as wide in CSS pixels. */
const WINDOWS = [
  { name: '1440', width: 1440, height: 900 },
  { name: '390', width: 390, height: 844 },
  { name: '200-procent', width: 720, height: 450 },
] as const;

/**
 * Looks at what stands on the screen now as somebody would who checks it: accessible in light and dark, nothing outside the
 * window at any width, and with SKARMBILDER=1 a picture of each for people to judge.
 * @param except rules of axe that somebody else's page does not follow
 */
export async function inspect(one: Person, name: string, except: readonly string[] = []): Promise<void> {
  const { page } = one;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // In one go, without the empty page it would open to put together what several frames say: there is one frame.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    // In the dark the page is the same but for its colours.
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    else axe.withTags(RULES).disableRules([OPEN_MENUS, ...except]);
    const { violations } = await axe.analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    );
    softly(found, `${name}, ${colorScheme}: axe`).toEqual([]);
    if (PICTURES && colorScheme === 'dark') await page.screenshot({ path: `artefakter/${name}-morkt.png` });
  }
  for (const { name: window, ...size } of WINDOWS) {
    await page.setViewportSize(size);
    if (PICTURES) await page.screenshot({ path: `artefakter/${name}-${window}.png` });
    // Asked until it holds: a menu that is open follows the window a frame later.
    const wider = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await softly.poll(wider, `${name}, ${window}: pixels outside the window`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(WINDOWS[0]);
}
