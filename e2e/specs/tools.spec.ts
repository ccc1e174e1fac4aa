import { expect, test } from '../support/test.ts';

const HANDLING = 'konstrunda-utlatande';

test('[V21] the toolbar is one stop for Tab, arrows move in it, and Escape goes back to the text', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await anna.page.keyboard.press('Enter');
  await anna.page.keyboard.press('Alt+F10');
  await anna.page.keyboard.press('End');
  await expect(anna.tool('Kortkommandon')).toBeFocused();
  while (!(await anna.tool('Punktlista').evaluate((tool) => tool === document.activeElement))) {
    await anna.page.keyboard.press('ArrowLeft');
  }
  await anna.page.keyboard.press('Enter');
  await expect(anna.tool('Punktlista')).toHaveAttribute('aria-pressed', 'true');
  await anna.page.keyboard.type('En punkt');
  await expect(
    anna
      .avsnitt('Ärendet')
      .getByRole('listitem')
      .filter({ hasText: /^En punkt$/ }),
  ).toHaveCount(1);
  await anna.page.keyboard.press('Alt+F10');
  await anna.page.keyboard.press('Escape');
  await expect(anna.text).toBeFocused();
});

test('[V22] the shortcuts people know from Word do what they do there, and are listed', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  const keys = anna.page.keyboard;
  await keys.press('Enter');
  await keys.press('Control+b');
  await keys.type('fet');
  await keys.press('Control+b');
  await keys.press('Control+i');
  await keys.type('kursiv');
  await keys.press('Control+i');
  await keys.press('Shift+Enter');
  await keys.type('ny rad');
  const paragraph = anna.avsnitt('Ärendet').locator('p').filter({ hasText: 'ny rad' });
  await expect(paragraph.locator('strong')).toHaveText('fet');
  await expect(paragraph.locator('em')).toHaveText('kursiv');
  await expect(paragraph.locator('br')).toHaveCount(1);
  await keys.press('Control+Shift+7');
  await expect(anna.avsnitt('Ärendet').locator('ol')).toContainText('ny rad');

  await keys.press('Control+k');
  const link = anna.page.getByRole('dialog', { name: 'Länk' });
  await link.getByLabel('Adress').fill('www.bjorkvik.example');
  await link.getByLabel('Text som visas').fill('kommunens sidor');
  await keys.press('Enter');
  await expect(anna.text.getByRole('link', { name: 'kommunens sidor' })).toHaveAttribute(
    'href',
    'https://www.bjorkvik.example',
  );

  await keys.press('Control+/');
  const list = anna.page.getByRole('dialog', { name: 'Kortkommandon' });
  await expect(list.getByRole('rowheader', { name: 'Fotnot' })).toBeVisible();
  await keys.press('Escape');
  await expect(list).toBeHidden();
  await expect(anna.text).toBeFocused();
});

test('[V23] [E64] a decision, a quote, a footnote and a table are put in by the toolbar and reach the others', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  await anna.clickEnd(anna.text.locator('ol').first().locator('p').last());
  await anna.page.keyboard.press('Enter');
  await anna.page.keyboard.type('Nämnden tackar för remissen.');
  await expect(karim.text.locator('ol').first().getByRole('listitem').last()).toContainText(
    'Nämnden tackar för remissen.',
  );

  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await anna.tool('Fotnot').click();
  await anna.page.keyboard.type('Remissen finns i diariet.');
  await expect(karim.avsnitt('Ärendet')).toContainText('Remissen finns i diariet.');
  // The keys go past the note that ends a line, into it and out of it.
  const paragraph = anna.avsnitt('Ärendet').locator('p').first();
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await anna.page.keyboard.press(key);
  };
  await press('Escape');
  await anna.page.keyboard.type('EFTER');
  await expect(paragraph).toHaveText(/Remissen finns i diariet\.EFTER$/);
  await press(...Array<string>('EFTER'.length).fill('Backspace'), 'ArrowLeft');
  await anna.page.keyboard.type(' Slut');
  await expect(paragraph).toHaveText(/Remissen finns i diariet\. Slut$/);
  await press('ArrowRight');
  await anna.page.keyboard.type('A');
  await press('Backspace', 'Home', 'End');
  await anna.page.keyboard.type('B');
  await expect(paragraph).toHaveText(/Remissen finns i diariet\. SlutB$/);
  await press('Backspace', 'ArrowLeft', ...Array<string>(' Slut'.length).fill('Backspace'), 'Escape', 'Home', 'End');
  await press('Enter');
  await anna.page.keyboard.type('Nytt stycke.');
  await expect(paragraph).toHaveText(/Remissen finns i diariet\.$/);
  await expect(anna.avsnitt('Ärendet').locator('p').nth(1)).toHaveText('Nytt stycke.');

  await anna.clickEnd(anna.avsnitt('Sammanfattning').locator('p').first());
  await anna.page.keyboard.press('Enter');
  await anna.tool('Blockcitat').click();
  await anna.page.keyboard.type('Så står det.');
  await expect(karim.text.locator('blockquote')).toContainText('Så står det.');

  await anna.clickEnd(anna.avsnitt('Ärendets beredning').locator('p').last());
  await anna.tool('Tabell').click();
  await anna.page.getByRole('menuitem', { name: 'Infoga tabell' }).click();
  await anna.page.keyboard.type('År');
  await anna.page.keyboard.press('Tab');
  await anna.page.keyboard.type('Kronor');
  await expect(karim.text.getByRole('columnheader', { name: 'Kronor' })).toBeVisible();
  await anna.page.screenshot({ path: 'artefakter/tabell-fotnot-citat.png' });

  // As at 200 %, the row above is under the tools.
  await anna.page.setViewportSize({ width: 640, height: 400 });
  const rows = anna.text.locator('tr');
  await rows.nth(1).locator('p').first().click();
  await rows.first().evaluate((row) => window.scrollBy(0, row.getBoundingClientRect().top - 20));
  await anna.page.keyboard.press('ArrowUp');
  await expect.poll(() => rows.first().evaluate((row) => row.contains(getSelection()?.focusNode ?? null))).toBe(true);
  const tools = anna.page.getByRole('toolbar', { name: 'Verktyg för texten' });
  const bar = await tools.evaluate((element) => element.getBoundingClientRect().bottom);
  const row = await rows
    .first()
    .locator('p')
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);
  expect(row).toBeGreaterThanOrEqual(bar);
});

test('[V24] an avsnitt of the mall is added, renamed in place, moved and removed', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  const headings = anna.text.getByRole('heading', { level: 2 });
  const before = await headings.allTextContents();
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await anna.tool('Avsnitt').click();
  await anna.page.getByRole('menuitem', { name: 'Eget avsnitt' }).click();
  await anna.page.keyboard.type('Tidplan');
  await expect(headings).toHaveText(before.toSpliced(3, 0, 'Tidplan'));
  await anna.tool('Avsnitt').click();
  await anna.page.getByRole('menuitem', { name: 'Flytta ner' }).click();
  await expect(headings).toHaveText(before.toSpliced(4, 0, 'Tidplan'));
  await expect(anna.page.getByRole('navigation', { name: 'Innehåll' })).toContainText('Tidplan');
  await anna.tool('Avsnitt').click();
  await anna.page.getByRole('menuitem', { name: 'Ta bort avsnittet' }).click();
  await expect(headings).toHaveText(before);
});

test('[V25] the checklist says what the mall misses, and goes there', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.logIn('/arenden/konstrunda');
  await anna.page.getByRole('button', { name: 'Ny handling' }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Skapa handlingen' }).click();
  await anna.statusIs('Sparat');
  const list = anna.page.getByRole('region', { name: 'Checklista' });
  const remark = list.getByRole('button', { name: /Sammanfattning/ });
  await remark.click();
  await anna.page.keyboard.type('Nu finns här en sammanfattning.');
  await expect(anna.avsnitt('Sammanfattning')).toContainText('Nu finns här en sammanfattning.');
  await expect(remark).toBeHidden();
  await expect(anna.page.getByText(/\d+ ord/)).toBeVisible();
});

test('[V26] find shows each hit, and replace changes it for everybody; undo takes it back as one', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  const before = await karim.words();
  const hits = before.toLowerCase().split('regionen').length - 1;
  expect(hits).toBeGreaterThan(1);
  await anna.text.locator('p').first().click();
  await anna.page.keyboard.press('Control+h');
  const search = anna.page.getByRole('search', { name: 'Sök och ersätt' });
  await search.getByLabel('Sök', { exact: true }).fill('regionen');
  await expect(search).toContainText(`1 av ${hits}`);
  await anna.page.keyboard.press('Enter');
  await expect(search).toContainText(`2 av ${hits}`);
  await search.getByLabel('Ersätt med').fill('Landskapet');
  await search.getByRole('button', { name: 'Ersätt alla' }).click();
  await expect(search).toContainText('Inga träffar');
  await karim.sees('Landskapet');
  await karim.doesNotSee(/regionen/i);
  await anna.page.screenshot({ path: 'artefakter/sok-och-ersatt.png' });
  await search.getByLabel('Sök', { exact: true }).press('Escape');
  await anna.page.keyboard.press('Control+z');
  await karim.doesNotSee('Landskapet');
  expect(await karim.words()).toBe(before);
});
