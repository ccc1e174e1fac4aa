import type { Page } from '@playwright/test';
import type { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const ARENDE = 'konstrunda';

interface Draft {
  readonly who: Person;
  readonly id: string;
  readonly titel: string;
  /** Words that stand in this text and nowhere else. */
  readonly ord: readonly string[];
}

/** Makes a reservation for the person's group in the ärende, and leaves the person in its text. */
async function reserve(who: Person, grupp: string, titel: string, ...ord: readonly string[]): Promise<Draft> {
  const { page } = who;
  await who.logIn(`/arenden/${ARENDE}`);
  await page.getByRole('button', { name: 'Ny handling' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ny handling' });
  await dialog.getByRole('combobox', { name: 'Slag av handling' }).click();
  await page.getByRole('option', { name: 'Reservation' }).click();
  await dialog.getByLabel('Titel').fill(titel);
  await dialog.getByRole('combobox', { name: 'Vems handling är det?' }).click();
  await page.getByRole('option', { name: grupp }).click();
  await dialog.getByRole('button', { name: 'Skapa handlingen' }).click();
  await who.statusIs('Sparat');
  await who.clickEnd(who.text.locator('p').last());
  const id = /\/handlingar\/([^/?#]+)/.exec(page.url())?.[1];
  if (id === undefined) throw new Error('the new handling has no address');
  return { who, id, titel, ord };
}

/** Letters one by one, and each word once as one message, as pasted: a word must be whole somewhere to be looked for. */
async function write({ who, ord }: Draft): Promise<void> {
  await who.page.keyboard.type(' Vi reserverar oss mot');
  for (const word of ord) await who.page.keyboard.insertText(` ${word}`);
  await who.page.keyboard.type('.');
}

const traces = ({ id, titel, ord }: Draft) => [id, titel, ...ord];

/** Every page that tells of handlingar, and a search for each word: all that stands there, with titles and addresses. */
async function look(one: Person, drafts: readonly Draft[]): Promise<string> {
  const asked = drafts.flatMap(({ ord }) => ord).map((word) => `/sok?q=${encodeURIComponent(word)}`);
  const said: string[] = [];
  for (const path of ['/', `/arenden/${ARENDE}`, '/logg', '/kontroll', ...asked]) {
    await one.page.goto(new URL(path, one.server.url).href);
    await expect(one.page.getByRole('heading', { level: 1 })).toBeVisible();
    await one.page.waitForLoadState('networkidle');
    said.push(await one.page.content());
  }
  return said.join('\n');
}

test('[V47] two parties write side by side in one ärende and nobody is shown, or sent, a trace of the other’s text', async ({
  person,
}) => {
  test.setTimeout(240_000);
  const come = async (name: string) => {
    const one = await person(name);
    one.network.record();
    return one;
  };
  const [sofia, olle, maja, ulla] = [
    await come('Sofia Berg'),
    await come('Olle Hedman'),
    await come('Maja Nilsson'),
    await come('Ulla Berglund'),
  ];
  await maja.logIn(`/arenden/${ARENDE}`);
  const handlingar = maja.page.getByRole('main');
  await expect(handlingar.getByText('lade upp ärendet')).toBeVisible();
  const before = await handlingar.textContent();

  const drafts = await Promise.all([
    reserve(sofia, 'Björkvikspartiet', 'Zinkvita skulpturer', 'Qvarnhjulet', 'Wolframstipendiet'),
    reserve(olle, 'Landsbygdslistan', 'Yxhugget avslag', 'Xylofonverkstan', 'Jordgubbskrisen'),
  ]);
  await Promise.all(drafts.map((draft) => write(draft)));
  await Promise.all(drafts.map(({ who }) => who.statusIs('Sparat')));
  for (const { who } of drafts) {
    await expect(who.page.locator('[data-plats="narvaro"]')).not.toContainText(/Sofia|Olle/);
  }

  // The secretary's page was open all the while, and a new look at it says the same.
  expect(await handlingar.textContent()).toBe(before);
  await maja.page.reload();
  await expect(handlingar.getByText('lade upp ärendet')).toBeVisible();
  expect(await handlingar.textContent()).toBe(before);

  const others = [...drafts.map(({ who }) => who), maja, ulla];
  await ulla.logIn('/');
  // An administrator has no part in the nämnd's ärenden.
  ulla.provokes(new RegExp(`404 .*/api/arenden/${ARENDE}`));
  const told = await Promise.all(others.map(async (one) => ({ one, said: await look(one, drafts) })));
  for (const { one, said } of told) {
    for (const draft of drafts) {
      const shown = [draft.titel, draft.id].filter((trace) => said.includes(trace));
      expect(shown, `${one.name} is shown of ${draft.who.name}'s`).toEqual(
        one === draft.who ? [draft.titel, draft.id] : [],
      );
    }
  }

  // Asked for by its address, it is one that never was.
  const asks = async (one: Person) => {
    for (const { id, who } of drafts.filter((draft) => draft.who !== one)) {
      one.provokes(new RegExp(`404 .*${id}`));
      await one.page.goto(new URL(`/handlingar/${id}`, one.server.url).href);
      await expect(one.page.getByRole('heading', { level: 1 }), who.name).toHaveText('Handlingen finns inte');
    }
  };
  await Promise.all(others.map(asks));
  for (const one of others) {
    for (const draft of drafts) {
      const heard = one.network.heardOf(traces(draft));
      expect(heard, `${one.name} is sent of ${draft.who.name}'s`).toEqual(one === draft.who ? traces(draft) : []);
    }
  }
});

/** Everything the browser keeps for this site, as text. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // One that is removed in the meantime must not be made anew by being looked at.
    const open = (name: string) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.transaction?.abort();
      return done(request).catch(() => null);
    };
    const found: string[] = [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat();
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await open(name);
      if (database === null) continue;
      found.push(name);
      for (const store of database.objectStoreNames) {
        const rows = await done(database.transaction(store).objectStore(store).getAll());
        found.push(
          ...rows.map((row) => (row instanceof Uint8Array ? new TextDecoder().decode(row) : JSON.stringify(row))),
        );
      }
      database.close();
    }
    return found.join('\n');
  });
}

test('[V48] whose uppdrag ends in mid-sentence: the page turns away and says why, what was saved stays, and nothing more gets in', async ({
  person,
}) => {
  test.setTimeout(120_000);
  const [sofia, goran, ulla] = [await person('Sofia Berg'), await person('Göran Ek'), await person('Ulla Berglund')];
  const draft = await reserve(sofia, 'Björkvikspartiet', 'Zinkvita skulpturer', 'Qvarnhjulet');
  await goran.openHandling(draft.id);
  await ulla.logIn('/administration/uppdrag/partigrupp/bjorkvikspartiet');
  await ulla.page.getByRole('button', { name: 'Avsluta i dag, uppdraget för Sofia Berg' }).click();

  await write(draft);
  await sofia.statusIs('Sparat');
  expect(await kept(sofia.page)).toContain('Qvarnhjulet');
  sofia.provokes(new RegExp(`404 .*${draft.id}`));
  const ended = sofia.page.waitForResponse((answer) => answer.url().includes(draft.id) && answer.status() === 404);
  let typing = true;
  const typed = (async () => {
    while (typing) await sofia.page.keyboard.type('abc ');
  })();
  await goran.sees('abc');
  const asked = ulla.page.waitForRequest(/\/api\/admin\/uppdrag/).then(() => Date.now());
  await ulla.page.getByRole('dialog').getByRole('button', { name: 'Avsluta i dag' }).click();
  await ended;
  expect(Date.now() - (await asked)).toBeLessThan(1_000);
  const rubrik = sofia.page.getByRole('heading', { level: 1 });
  await expect(rubrik).toHaveText('Du har inte längre tillgång till handlingen');
  await expect(rubrik).toBeFocused();
  await expect(sofia.page.getByText('finns kvar hos dem som har handlingen')).toBeVisible();
  await expect(sofia.page).not.toHaveTitle(/Zinkvita/);
  typing = false;
  await typed;
  await inspect(sofia, 'tillgangen-tog-slut');

  await expect.poll(() => kept(sofia.page)).not.toMatch(/Qvarnhjulet|Zinkvita/);
  expect(await kept(sofia.page)).not.toContain(draft.id);

  // What she had written is the group's, and it grows no more.
  await goran.sees('Vi reserverar oss mot Qvarnhjulet.abc');
  const saved = await goran.words();
  await sofia.page.goto(new URL(`/arenden/${ARENDE}`, sofia.server.url).href);
  await expect(sofia.page.getByText('lade upp ärendet')).toBeVisible();
  await expect(sofia.page.getByText('Zinkvita skulpturer')).toBeHidden();
  await goran.page.reload();
  await goran.sees('Qvarnhjulet');
  expect(await goran.words()).toBe(saved);

  await sofia.page.reload();
  await expect(sofia.page.getByText('lade upp ärendet')).toBeVisible();
  expect(await kept(sofia.page)).not.toMatch(/Qvarnhjulet|Zinkvita/);
});

test('[V51] whose uppdrag ends loses the copies of all the group’s handlingar, open or not, also in a browser that was closed', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const [goran, sofia, laptop] = [await person('Göran Ek'), await person('Sofia Berg'), await person('Sofia Berg')];
  const drafts = [
    await reserve(goran, 'Björkvikspartiet', 'Yxhugget avslag', 'Xylofonverkstan'),
    await reserve(sofia, 'Björkvikspartiet', 'Zinkvita skulpturer', 'Qvarnhjulet'),
  ];
  for (const draft of drafts) {
    await write(draft);
    await draft.who.statusIs('Sparat');
  }
  const all = drafts.flatMap(traces);
  const left = async (page: Page) => {
    const everything = await kept(page);
    return all.filter((trace) => everything.includes(trace));
  };

  await laptop.logIn(`/arenden/${ARENDE}`);
  for (const one of [sofia, laptop]) {
    for (const { id, ord } of drafts) {
      await one.page.goto(new URL(`/handlingar/${id}`, one.server.url).href);
      await one.sees(ord[0] ?? '');
      await one.statusIs('Sparat');
    }
    await expect.poll(() => left(one.page)).toEqual(all);
  }
  await laptop.page.close();

  const ulla = await person('Ulla Berglund');
  await ulla.logIn('/administration/uppdrag/partigrupp/bjorkvikspartiet');
  await ulla.page.getByRole('button', { name: 'Avsluta i dag, uppdraget för Sofia Berg' }).click();
  sofia.provokes(/404 .*\/api\/handlingar\//);
  await ulla.page.getByRole('dialog').getByRole('button', { name: 'Avsluta i dag' }).click();
  await expect(sofia.page.getByRole('heading', { level: 1 })).toHaveText('Du har inte längre tillgång till handlingen');
  await expect.poll(() => left(sofia.page), { timeout: 5_000 }).toEqual([]);

  // A page that asks for no handling at all.
  const later = await laptop.context.newPage();
  await later.goto(new URL('/mina-inloggningar', laptop.server.url).href);
  await expect(later.getByRole('heading', { level: 1 })).toHaveText('Mina inloggningar');
  await expect.poll(() => left(later), { timeout: 5_000 }).toEqual([]);
  await later.goto(new URL(`/arenden/${ARENDE}`, laptop.server.url).href);
  await expect(later.getByText('lade upp ärendet')).toBeVisible();
  expect(await left(later)).toEqual([]);
});
