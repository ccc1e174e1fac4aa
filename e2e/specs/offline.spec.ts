import type { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';

test.use({ keepsPages: true });

const HANDLING = 'konstrunda-utlatande';
const OFFLINE = 'Frånkopplad – dina ändringar finns i den här webbläsaren';

test('[V5] «Sparat» is said only when the server has said so', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
  await anna.statusIs('Sparat');
  anna.network.holdAnswers();
  await anna.writeIn('Ärendet', ' Utan svar.');
  // The server has it and has told the others; only the word of it to Anna is still on its way.
  await karim.sees('Utan svar.');
  await expect(anna.status).toHaveText('Sparar …');
  // Long enough for whoever hears the server to write, save and be told.
  await karim.writeIn('Sammanfattning', ' Med svar.');
  await karim.statusIs('Sparat');
  await expect(anna.status).not.toHaveText('Sparat', { timeout: 1 });
  anna.network.restore();
  await anna.statusIs('Sparat');
});

interface Outage {
  readonly name: string;
  readonly begin: (one: Person) => void | Promise<void>;
  readonly end: (one: Person) => void | Promise<void>;
}

const OUTAGES: readonly Outage[] = [
  { name: 'the network dies', begin: ({ network }) => network.cut(), end: ({ network }) => network.restore() },
  {
    name: 'the browser is told to be offline',
    begin: (one) => one.goOffline(),
    end: (one) => one.context.setOffline(false),
  },
];

for (const { name, begin, end } of OUTAGES) {
  test(`[V6] ${name}: one writes on, the status says it, and both texts are there afterwards`, async ({ person }) => {
    const anna = await person('Anna Lindqvist');
    const karim = await person('Karim Haddad');
    await Promise.all([anna.openHandling(HANDLING), karim.openHandling(HANDLING)]);
    await Promise.all([anna.statusIs('Sparat'), karim.statusIs('Sparat')]);
    await begin(anna);
    await anna.writeIn('Ärendet', ' Skrivet på tåget.');
    await anna.statusIs(OFFLINE);
    await karim.writeIn('Ärendet', ' Skrivet på kontoret.');
    await karim.statusIs('Sparat');
    await karim.doesNotSee('på tåget');
    await anna.doesNotSee('på kontoret');
    await end(anna);
    await anna.statusIs('Sparat');
    for (const one of [anna, karim]) {
      await one.sees('Skrivet på tåget.');
      await one.sees('Skrivet på kontoret.');
    }
    expect(await anna.words()).toBe(await karim.words());
  });
}

test('[V7] a reload without network, once the status allows it, opens the handling with what was written', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.serviceWorkerReady();
  await anna.statusIs('Sparat');
  anna.network.cut();
  await anna.writeIn('Ärendet', ' Skrivet före omladdningen.');
  await anna.statusIs(OFFLINE);
  anna.page.once('dialog', (dialog) => void dialog.accept());
  await anna.page.reload();
  await anna.sees('Skrivet före omladdningen.');
  await anna.statusIs(OFFLINE);
  await anna.writeIn('Ärendet', ' Och efter.');
  await anna.page.screenshot({ path: 'artefakter/utan-nat-efter-omladdning.png' });

  const karim = await person('Karim Haddad');
  await karim.openHandling(HANDLING);
  await karim.doesNotSee('Skrivet före omladdningen.');
  anna.network.restore();
  await anna.statusIs('Sparat');
  await karim.sees('Skrivet före omladdningen. Och efter.');
});

test('[V8] closing the page with unsaved text asks first; with everything saved it does not', async ({ person }) => {
  const anna = await person('Anna Lindqvist');
  await anna.openHandling(HANDLING);
  await anna.writeIn('Ärendet', ' Sparat.');
  await anna.statusIs('Sparat');
  const asked: string[] = [];
  anna.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await anna.page.reload();
  expect(asked).toEqual([]);
  await anna.statusIs('Sparat');
  anna.network.cut();
  await anna.writeIn('Ärendet', ' Inte sparat.');
  await anna.statusIs(OFFLINE);
  await anna.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
});
