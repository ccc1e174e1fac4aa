import type { Locator } from '@playwright/test';
import type { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

test.use({ keepsPages: true });

const HANDLING = 'konstrunda-utlatande';
const OFFLINE = 'Frånkopplad – dina ändringar finns i den här webbläsaren';

const menu = ({ page }: Person): Locator => page.getByRole('navigation', { name: 'Huvudmeny' });
const unsent = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Osparad text' });

/** Writes without network and goes back to the ärende. */
async function leavesUnsent(one: Person, words: string): Promise<void> {
  one.network.cut();
  await one.writeIn('Ärendet', words);
  await one.statusIs(OFFLINE);
  await one.page.getByRole('link', { name: 'Till ärendet' }).click();
  await expect(one.text).toBeHidden();
  await expect(unsent(one)).toContainText('finns bara i den här webbläsaren');
}

test('[V57] who leaves a text unsent is told so, and it is saved when the network is back without opening it again', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna, karim].map((one) => one.openHandling(HANDLING)));
  await anna.statusIs('Sparat');
  await anna.serviceWorkerReady();
  await leavesUnsent(anna, ' Lämnat på tåget.');
  await expect(anna.announced).toContainText('finns bara i den här webbläsaren');
  await inspect(anna, 'osand-text');

  // Whoever comes back goes on where they were.
  await unsent(anna).getByRole('link').click();
  await anna.sees('Lämnat på tåget.');
  await anna.statusIs(OFFLINE);
  await expect(unsent(anna)).toBeHidden();
  await leavesUnsent(anna, ' Och en gång till.');

  // Also in a new page, and in the list of all ärenden.
  anna.page.once('dialog', (question) => void question.accept());
  await anna.page.reload();
  await menu(anna).getByRole('link', { name: 'Ärenden' }).click();
  await expect(unsent(anna)).toContainText('finns bara i den här webbläsaren');
  await karim.doesNotSee('Lämnat på tåget.');

  anna.network.restore();
  await expect(unsent(anna)).toContainText('är nu sparat');
  await karim.sees('Lämnat på tåget. Och en gång till.');
  // Nobody is there but the one who is.
  await expect(karim.page.locator('[data-plats="narvaro"]')).not.toContainText('Anna');
  const asked: string[] = [];
  anna.page.on('dialog', (question) => {
    asked.push(question.type());
    void question.accept();
  });
  await anna.page.reload();
  expect(asked).toEqual([]);
  await expect(unsent(anna)).toBeHidden();
});

test('[V57] what was left unsent and is late at the seal is told of on the other pages, and copied from its own', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const per = await person('Per Östberg');
  await Promise.all([anna, per].map((one) => one.openHandling(HANDLING)));
  await anna.statusIs('Sparat');
  await anna.serviceWorkerReady();
  await leavesUnsent(anna, ' Lämnat före låsningen.');
  await per.seal();
  anna.network.restore();
  await expect(unsent(anna)).toContainText('kom inte med innan texten låstes');
  await unsent(anna).getByRole('link').click();
  const late = anna.page.getByRole('region', { name: 'Det här kom inte med' });
  await expect(late.locator('ins')).toContainText('Lämnat före låsningen.');
  await late.getByRole('button', { name: 'Kopiera till ny handling' }).click();
  await expect(anna.page.getByRole('heading', { level: 1 })).toContainText('sena ändringar');
  await expect(anna.avsnitt('Ärendet')).toContainText('Lämnat före låsningen.');
  await anna.statusIs('Sparat');
  await anna.page.getByRole('link', { name: 'Till ärendet' }).click();
  await menu(anna).getByRole('link', { name: 'Ärenden' }).click();
  await expect(unsent(anna)).toBeHidden();
});
