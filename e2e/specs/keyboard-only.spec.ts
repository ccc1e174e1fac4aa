import { expect, test } from '../support/test.ts';

test('[V29] without a mouse: log in, open, write, format, seal', async ({ person, server }) => {
  const per = await person('Per Östberg');
  const { page } = per;
  const keys = page.keyboard;
  await page.goto(server.url.href);
  await per.tabTo(page.getByRole('button', { name: per.name }));
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ärenden');

  await per.tabTo(page.getByRole('link', { name: 'Remiss: regional konstrunda' }));
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await per.tabTo(page.getByRole('link', { name: 'Svar på remiss' }));
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await per.statusIs('Sparat');

  await per.tabTo(per.text);
  await keys.press('Control+End');
  await keys.type(' Skrivet utan mus, ');
  await keys.press('Alt+F10');
  await expect(page.getByRole('toolbar').locator(':focus')).toBeVisible();
  await keys.press('Escape');
  await keys.press('Control+b');
  await keys.type('i fetstil.');
  await expect(per.text.locator('strong')).toHaveText('i fetstil.');
  await per.statusIs('Sparat');
  // Tab must lead out of the text again (WCAG 2.1.2).
  await keys.press('Shift+Tab');
  await expect(per.text).not.toBeFocused();

  const seal = page.getByRole('button', { name: 'Justera', exact: true });
  for (let presses = 0; presses < 60 && !(await seal.evaluate((it) => it === document.activeElement)); presses++) {
    await keys.press('Shift+Tab');
  }
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Justera handlingen?' });
  await expect(dialog.getByRole('button', { name: 'Avbryt' })).toBeFocused();
  await per.tabTo(dialog.getByRole('button', { name: 'Justera och lås texten' }));
  await keys.press('Enter');
  await expect(page.getByText('Justerad av Per Östberg')).toBeVisible();
  await per.sees('Skrivet utan mus, i fetstil.');
});

test('[V33] a menu of the toolbar is opened, walked and left by the keys, back to the text', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling('konstrunda-utlatande');
  const keys = anna.page.keyboard;
  await anna.clickEnd(anna.avsnitt('Ärendet').locator('p').first());
  await keys.press('Alt+F10');
  while (!(await anna.tool('Avsnitt').evaluate((tool) => tool === document.activeElement))) {
    await keys.press('ArrowRight');
  }
  await keys.press('Enter');
  await expect(anna.page.getByRole('menuitem', { name: 'Flytta upp' })).toBeFocused();
  await keys.press('ArrowDown');
  await expect(anna.page.getByRole('menuitem', { name: 'Flytta ner' })).toBeFocused();
  await keys.press('Escape');
  await expect(anna.page.getByRole('menuitem')).toHaveCount(0);
  await expect(anna.text.or(anna.tool('Avsnitt')).and(anna.page.locator(':focus'))).toBeVisible();
});
