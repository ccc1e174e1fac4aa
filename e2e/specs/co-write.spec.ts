import { expect, test } from '../support/test.ts';

const HANDLING = 'foreningsbidrag-utlatande';

test('[V1] what two persons write at once stands in both browsers, each at their own caret', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  await anna.clickEnd(anna.avsnitt('Bakgrund').locator('p').first());
  await karim.clickEnd(karim.avsnitt('Sammanfattning').locator('p').first());
  await Promise.all([
    anna.page.keyboard.type(' Annas mening om tre år.', { delay: 10 }),
    karim.page.keyboard.type(' Karims mening om ansökan.', { delay: 10 }),
  ]);
  await karim.sees('mindre än tre år. Annas mening om tre år.');
  await anna.sees('förrän efter tre år. Karims mening om ansökan.');
  expect(await anna.words()).toBe(await karim.words());
  await anna.statusIs('Sparat');
  await anna.page.screenshot({ path: 'artefakter/skriver-tillsammans.png' });
});

test('[V2] one sees who is here, their carets by name, and goes to them by a click', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  const eva = await person('Eva Sandström');
  for (const one of [anna, karim, eva]) await one.openHandling(HANDLING);

  const here = anna.page.getByRole('list', { name: 'Här just nu' });
  await expect(here.getByRole('listitem')).toHaveCount(2);
  await expect(here.getByRole('button', { name: 'Karim Haddad har inte markören i texten' })).toBeVisible();

  await karim.writeIn('Konsekvenser för barn', ' Hit.');
  await eva.writeIn('Sammanfattning', ' Dit.');
  await expect(anna.text.getByText('Eva Sandström')).toBeVisible();
  const paragraph = anna.avsnitt('Sammanfattning').locator('p').first();
  const named = await paragraph.boundingBox();
  await expect(anna.text.locator('[data-namn]')).toHaveCount(0);
  expect(await paragraph.boundingBox()).toEqual(named);
  await expect(anna.text.getByText('Karim Haddad')).not.toBeInViewport();
  await here.getByRole('button', { name: 'Visa var Karim Haddad är i texten' }).click();
  await expect(anna.text.getByText('Karim Haddad')).toBeInViewport();
  await anna.page.screenshot({ path: 'artefakter/tre-personer.png' });
});

test('[V53] a press on somebody else’s caret or flag is one on the words there, and pointing at the flag tells the name', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  await karim.clickEnd(karim.avsnitt('Sammanfattning').locator('p').first());
  for (const _ of 'tre år.') await karim.page.keyboard.press('ArrowLeft');
  const caret = anna.avsnitt('Sammanfattning').locator('.andras-markor');
  await expect(caret).toHaveAttribute('data-namn');
  await expect(caret).not.toHaveAttribute('data-namn');
  const elsewhere = async () => {
    await anna.clickEnd(anna.avsnitt('Bakgrund').locator('p').first());
    return caret.evaluate((element) => element.getBoundingClientRect().toJSON());
  };

  const flag = await elsewhere();
  await anna.page.mouse.move(flag.x + 1, flag.y + 1);
  await expect(caret).toHaveAttribute('data-namn');
  await anna.page.mouse.down();
  await anna.page.mouse.up();
  await anna.page.keyboard.type('just ');
  await expect.poll(() => karim.words()).toContain('förrän efter just tre år.');

  const line = await elsewhere();
  await anna.page.mouse.click(line.x + 1, line.y + line.height / 2);
  await anna.page.keyboard.type('minst ');
  await expect.poll(() => karim.words()).toContain('förrän efter minst just tre år.');
});

test('[V3] who comes and who leaves is told to those who hear the page', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await anna.openHandling(HANDLING);
  await karim.openHandling(HANDLING);
  await expect(anna.announced).toContainText('Karim Haddad öppnade handlingen');
  await karim.page.getByRole('link', { name: /Till ärendet/ }).click();
  await expect(anna.announced).toContainText('Karim Haddad lämnade handlingen');
  await expect(anna.page.getByRole('list', { name: 'Här just nu' })).toBeHidden();
});

test('[V4] undo takes back one’s own words and leaves those of others', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  await anna.writeIn('Bakgrund', ' Annas ord.');
  await karim.writeIn('Bakgrund', ' Karims ord.');
  await anna.sees('Karims ord.');
  await anna.page.keyboard.press('Control+z');
  await karim.doesNotSee('Annas ord.');
  await karim.sees('Karims ord.');
  await anna.page.keyboard.press('Control+y');
  await karim.sees('Annas ord.');
  await anna.tool('Ångra').click();
  await karim.doesNotSee('Annas ord.');
  await karim.sees('Karims ord.');
});
