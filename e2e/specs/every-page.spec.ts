import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const ARENDE = '/arenden/biblioteksplan';
const HANDLING = 'biblioteksplan-utlatande';

test('[V30] the pages around the text are accessible, light and dark, on a desk and on a telephone', async ({
  person,
  server,
}) => {
  test.setTimeout(120_000);
  const anna = await person('Anna Lindqvist');
  const { page } = anna;
  await page.goto(server.url.href);
  await expect(page.getByRole('button', { name: anna.name })).toBeVisible();
  await inspect(anna, 'logga-in');
  await anna.logIn();
  await expect(page.getByRole('link', { name: 'Biblioteksplan' })).toBeVisible();
  await inspect(anna, 'arenden');
  await page.getByRole('button', { name: 'Nytt ärende' }).click();
  await inspect(anna, 'nytt-arende');
  await page.keyboard.press('Escape');
  await page.goto(new URL(ARENDE, server.url).href);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Biblioteksplan');
  await inspect(anna, 'arende');
  await page.getByRole('button', { name: 'Ny handling' }).click();
  await inspect(anna, 'ny-handling');
  await page.keyboard.press('Escape');
  await page.goto(new URL('/finns-inte', server.url).href);
  await inspect(anna, 'saknas');
  await page.goto(new URL('/api/docs', server.url).href);
  await expect(page.getByRole('heading', { name: /Samskrift/ })).toBeVisible();
  // Swagger UI's own headings.
  await inspect(anna, 'api', ['heading-order']);
});

test('[V30] the import is accessible, light and dark, on a desk and on a telephone', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const { page } = anna;
  await anna.logIn(`${ARENDE}/importera`);
  await inspect(anna, 'importera');
  await page
    .getByRole('textbox', { name: 'Text att importera' })
    .fill('Sammanfattning\nBidragen till före-\nningarna säger "ja".\n\nÄrendet\n• Ett\n• Тvå\n');
  await page.getByRole('button', { name: 'Läs texten' }).click();
  await expect(page.getByRole('region', { name: 'Så blir handlingen' })).toBeVisible();
  await inspect(anna, 'import-att-granska');
});

test('[V30] the text, its tools and its dialogs are accessible, light and dark, on a desk and on a telephone', async ({
  person,
}) => {
  test.setTimeout(120_000);
  const per = await person('Per Östberg');
  const anna = await person('Anna Lindqvist');
  const { page } = per;
  await Promise.all([per.openHandling(HANDLING), anna.openHandling(HANDLING)]);
  await per.statusIs('Sparat');
  await anna.writeIn('Bakgrund', ' Annas tillägg.');
  await per.clickEnd(per.avsnitt('Sammanfattning').locator('p').first());
  await per.sees('Annas tillägg.');
  await expect(per.text.getByText(anna.name)).toBeVisible();
  await inspect(per, 'handling');

  await page.keyboard.press('Control+f');
  await inspect(per, 'sokrad');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Länk' })).toBeVisible();
  await inspect(per, 'lank');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Kortkommandon' })).toBeVisible();
  await inspect(per, 'kortkommandon');
  await page.keyboard.press('Escape');
  await per.tool('Avsnitt').click();
  await expect(page.getByRole('menuitem', { name: 'Eget avsnitt' })).toBeVisible();
  await inspect(per, 'avsnittsmeny');
  await page.keyboard.press('Escape');
  await per.tool('Tabell').click();
  await page.getByRole('menuitem', { name: 'Infoga tabell' }).click();
  for (const heading of ['År', 'Kronor', 'Post']) {
    await page.keyboard.type(heading);
    await page.keyboard.press('Tab');
  }
  await per.tool('Tabell').click();
  await expect(page.getByRole('menuitem', { name: 'Ta bort tabellen' })).toBeVisible();
  await inspect(per, 'tabellmeny');
  await page.keyboard.press('Escape');
});

test('[V30] sharing and sealing are accessible, light and dark, on a desk and on a telephone', async ({
  person,
  server,
}) => {
  test.setTimeout(120_000);
  const per = await person('Per Östberg');
  const { page } = per;
  await per.openHandling(HANDLING);
  await per.statusIs('Sparat');
  await page.getByRole('button', { name: 'Dela', exact: true }).click();
  await page.getByLabel('Sök person').fill('Maja');
  await page.getByRole('option', { name: 'Maja Nilsson' }).click();
  await expect(page.getByRole('button', { name: 'Sluta dela med Maja Nilsson' })).toBeVisible();
  await inspect(per, 'dela');
  await page.keyboard.press('Escape');
  await per.menu('Mer', 'Byt titel');
  await inspect(per, 'byt-titel');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Konto och utseende/ }).click();
  await inspect(per, 'kontomeny');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Justera', exact: true }).click();
  await inspect(per, 'justera');
  await page.keyboard.press('Escape');
  await per.seal();
  await inspect(per, 'justerad-handling');
  await page.goto(new URL('/kontroll', server.url).href);
  await expect(page.getByText('1 justerad handling')).toBeVisible();
  await inspect(per, 'kontroll');
});

test('[V31] [E61] [E65] on a telephone the contents and the checklist open as a sheet, and one writes as on the desk', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist', { viewport: { width: 390, height: 844 } });
  await anna.openHandling(HANDLING);
  await anna.tool('Innehåll och checklista').click();
  const sheet = anna.page.getByRole('dialog', { name: 'Innehåll och checklista' });
  await expect(sheet.getByRole('button', { name: 'Sammanfattning' })).toBeVisible();
  await inspect(anna, 'oversikt');
  await anna.page.setViewportSize({ width: 390, height: 844 });
  await anna.page.keyboard.press('Escape');
  await anna.writeIn('Bakgrund', ' Från telefonen.');
  await anna.statusIs('Sparat');
  await anna.sees('Från telefonen.');
  await anna.tool('Avsnitt').click();
  await expect(anna.page.getByRole('menuitem', { name: 'Flytta upp' })).toBeInViewport({ ratio: 1 });
  await anna.page.screenshot({ path: 'artefakter/avsnittsmeny-telefon.png' });
  await anna.page.keyboard.press('Escape');

  await anna.clickEnd(anna.avsnitt('Bakgrund').locator('p').first());
  for (const _ of 'onen.') await anna.page.keyboard.press('ArrowLeft');
  await anna.tool('Fotnot').click();
  await anna.page.keyboard.type('En not i ett ord.');
  const line = await anna.text.getByRole('note').evaluate((note) => {
    const mark = note.parentElement;
    if (mark === null) throw new Error('a note without its mark');
    const edge = (side: Node | null, last: boolean) => {
      if (side === null) throw new Error('no word at the mark');
      const letter = document.createRange();
      const length = side.textContent?.length ?? 0;
      letter.setStart(side, last ? length - 1 : 0);
      letter.setEnd(side, last ? length : 1);
      return letter.getBoundingClientRect();
    };
    const [before, after] = [edge(mark.previousSibling, true), edge(mark.nextSibling, false)];
    return { parted: after.top - before.top, room: note.getBoundingClientRect().top - after.bottom };
  });
  expect(line.parted).toBe(0);
  expect(line.room).toBeGreaterThanOrEqual(0);
  for (const _ of 'the lines above') await anna.page.keyboard.press('ArrowUp');
  const above = await anna
    .avsnitt('Bakgrund')
    .locator('p')
    .first()
    .evaluate((p) => p.compareDocumentPosition(getSelection()?.focusNode ?? p) & Node.DOCUMENT_POSITION_PRECEDING);
  expect(above).not.toBe(0);
});

test('[V32] [E60] [E62] printed, a handling is its title and its text on white paper and nothing else', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist', { colorScheme: 'dark' });
  const { page } = anna;
  await anna.openHandling(HANDLING);
  for (const [avsnitt, words] of [
    ['Bakgrund', 'Den andra noten.'],
    ['Sammanfattning', 'Den första noten, www.bjorkvik.se '],
  ] as const) {
    await anna.clickEnd(anna.avsnitt(avsnitt).locator('p').first());
    await anna.tool('Fotnot').click();
    await page.keyboard.type(words);
  }
  await anna.clickEnd(anna.avsnitt('Bakgrund').locator('p').last());
  await anna.tool('Tabell').click();
  await page.getByRole('menuitem', { name: 'Infoga tabell' }).click();
  await anna.statusIs('Sparat');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // A4 within its margins.
  await page.setViewportSize({ width: 567, height: 934 });
  await expect(page.getByRole('toolbar')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Innehåll' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Dela' })).toBeHidden();
  await expect(page.getByText('KUN 2026/114')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(anna.avsnitt('Sammanfattning')).toBeVisible();
  const printed = await anna.text.evaluate((text) => ({
    scheme: getComputedStyle(document.documentElement).colorScheme,
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(text).color,
    // What is off the screen is not drawn there, and must be on paper.
    missing: [...text.querySelectorAll('p')].filter((p) => getComputedStyle(p).contentVisibility !== 'visible').length,
  }));
  expect(printed).toEqual({ scheme: 'light', paper: 'rgba(0, 0, 0, 0)', ink: 'rgb(0, 0, 0)', missing: 0 });
  await page.screenshot({ path: 'artefakter/utskrift.png', fullPage: true });
  const pdf = await page.pdf({ path: 'artefakter/utskrift.pdf', format: 'A4', tagged: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const notes = page.locator('.noter > li');
  await expect(notes).toHaveText([/^Den första noten, www\.bjorkvik\.se/, 'Den andra noten.']);
  await expect(notes.getByRole('link')).toHaveAttribute('href', 'https://www.bjorkvik.se');
  for (const note of await anna.text.getByRole('note', { includeHidden: true }).all()) await expect(note).toBeHidden();
  await expect(anna.text.locator('tr').first()).toHaveCSS('display', 'table-header-group');
  await expect(anna.text).toHaveCSS('caret-color', 'rgba(0, 0, 0, 0)');
  const footer = await page.evaluate(() =>
    [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n'),
  );
  expect(footer).toContain('counter(pages)');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.noter')).toBeHidden();
});
