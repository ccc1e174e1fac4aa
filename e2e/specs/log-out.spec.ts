import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

test.use({ keepsPages: true });

const HANDLING = 'konstrunda-utlatande';

/** The browser's databases with something of a person in them. */
const kept = async () => {
  const names = await indexedDB.databases();
  return names.flatMap(({ name }) => (name?.startsWith('samskrift:') ? [name] : []));
};

test('[V18] logging out removes what the browser keeps of the person’s texts', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.writeIn('Ärendet', ' Skrivet innan.');
  await anna.statusIs('Sparat');
  expect(await anna.page.evaluate(kept)).toContain(`samskrift:anna-lindqvist:${HANDLING}`);
  await anna.menu('Konto och utseende', 'Logga ut');
  await expect(anna.page.getByRole('heading', { name: 'Logga in' })).toBeVisible();
  expect((await anna.page.evaluate(kept)).filter((name) => name.includes(HANDLING))).toEqual([]);

  // Nor do the pages that were read remain: without network there is nothing to show the next person.
  await anna.serviceWorkerReady();
  anna.network.cut();
  await anna.page.goto(new URL(`/handlingar/${HANDLING}`, anna.server.url).href);
  await expect(anna.page.getByRole('button', { name: 'Försök igen' })).toBeVisible();
  await expect(anna.page.getByText('Skrivet innan.')).toBeHidden();
});

test('[V19] logging out with unsaved text asks, and leaves it where one does not go on', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.statusIs('Sparat');
  anna.network.cut();
  await anna.writeIn('Ärendet', ' Bara här.');
  await anna.statusIs(/^Frånkopplad/);
  await anna.menu('Konto och utseende', 'Logga ut');
  const dialog = anna.page.getByRole('dialog', { name: 'Logga ut?' });
  await expect(dialog).toContainText('bara är sparad i den här webbläsaren');
  await inspect(anna, 'logga-ut');
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  anna.network.restore();
  await anna.statusIs('Sparat');
  await anna.sees('Bara här.');
});

test('[V20] a session that ends under an open page asks for a new login on top of it, and nothing typed is lost', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.writeIn('Ärendet', ' Före.');
  await anna.statusIs('Sparat');
  await anna.context.clearCookies();
  anna.network.cut();
  await anna.page.keyboard.type(' Under.');
  anna.network.restore();
  const dialog = anna.page.getByRole('dialog', { name: 'Du har loggats ut' });
  await expect(dialog).toBeVisible({ timeout: 15_000 });
  await inspect(anna, 'utloggad');
  await dialog.getByRole('button', { name: anna.name }).click();
  await expect(dialog).toBeHidden();
  await anna.statusIs('Sparat');
  await anna.sees('Före. Under.');
});

test('[V58] whose login was ended elsewhere is shown nothing of their texts by a new page, and finds what was unsent again', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  // What the page she leaves was still asking for is answered so when her login ends.
  anna.provokes(/401 \(Unauthorized\)/);
  await anna.openHandling(HANDLING);
  await anna.writeIn('Ärendet', ' Sparat före.');
  await anna.statusIs('Sparat');
  const title = await anna.page.getByRole('heading', { level: 1 }).textContent();
  const seesNothing = async () => {
    await expect(anna.page.getByRole('heading', { name: 'Logga in' })).toBeVisible();
    await expect(anna.page.locator('body')).not.toContainText('Sparat före.');
    await expect(anna.page.locator('body')).not.toContainText(String(title));
  };

  // The mark that the text was unsent is taken away a moment after it has been saved.
  const marked = () => anna.page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);
  await anna.page.getByRole('link', { name: 'Till ärendet' }).click();
  await expect.poll(marked).toBe(0);
  await anna.context.clearCookies();
  await anna.page.reload();
  await seesNothing();
  // The browser removes them when the page that was reloaded has let go of them.
  const copies = async () => (await anna.page.evaluate(kept)).filter((name) => name.includes(HANDLING));
  await expect.poll(copies).toEqual([]);

  await anna.logIn(`/handlingar/${HANDLING}`);
  await anna.statusIs('Sparat');
  anna.network.cut();
  await anna.writeIn('Ärendet', ' Bara här.');
  await anna.statusIs(/^Frånkopplad – dina/);
  await anna.context.clearCookies();
  anna.network.restore();
  anna.page.once('dialog', (question) => void question.accept());
  await anna.page.goto(new URL(`/handlingar/${HANDLING}`, anna.server.url).href);
  await seesNothing();
  await anna.page.getByRole('button', { name: anna.name }).click();
  await anna.sees('Sparat före. Bara här.');
  await anna.statusIs('Sparat');
});
