import { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const HANDLING = 'foreningsbidrag-utlatande';
const WITHIN_A_SECOND = { timeout: 1_000 };

test('[V14] [E63] sealed by the one who may, the text is read-only for everybody within a second, and says by whom', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  const per = await person('Per Östberg');
  await Promise.all([anna, karim, per].map((one) => one.openHandling(HANDLING)));
  await anna.writeIn('Bakgrund', ' Det sista ordet.');
  await anna.statusIs('Sparat');
  await expect(anna.page.getByRole('button', { name: 'Justera' })).toBeHidden();

  const readingHere = karim.text.getByRole('heading', { name: 'Konsekvenser för barn' });
  await readingHere.scrollIntoViewIfNeeded();

  // What is open and can no longer be done closes, and focus is somewhere.
  await anna.page.getByRole('button', { name: 'Dela' }).click();
  await expect(anna.page.getByRole('dialog')).toBeVisible();
  await per.seal();
  await expect(anna.page.getByRole('dialog')).toBeHidden();
  await expect(anna.page.getByRole('heading', { level: 1 })).toBeFocused();
  const lockedFor = async (one: Person) => {
    await expect(one.text).toHaveAttribute('aria-readonly', 'true', WITHIN_A_SECOND);
    await expect(one.page.getByText(/(Låst|Justerad) av Per Östberg/).first()).toBeVisible(WITHIN_A_SECOND);
  };
  await Promise.all([lockedFor(anna), lockedFor(karim)]);
  await expect(readingHere).toBeInViewport();
  for (const one of [anna, karim]) {
    await one.statusIs('Låst');
    await expect(one.announced).toContainText('Handlingen låstes av Per Östberg');
    await expect(one.page.getByRole('toolbar')).toBeHidden();
    await one.sees('Det sista ordet.');
  }
  await anna.page.screenshot({ path: 'artefakter/justerad.png' });
  await anna.avsnitt('Bakgrund').locator('p').first().click();
  await anna.page.keyboard.type('Efter justeringen');
  await anna.doesNotSee('Efter justeringen');

  await karim.page.reload();
  await karim.sees('Det sista ordet.');
  await expect(karim.page.getByText('Justerad av Per Östberg')).toBeVisible();
  await karim.statusIs('Låst');

  await karim.page.emulateMedia({ media: 'print' });
  await karim.page.setViewportSize({ width: 567, height: 934 });
  const seal = karim.page.getByRole('region', { name: 'Texten är låst.' });
  await expect(seal.getByText(/^Justerad av Per Östberg \d+ \p{L}+ \d{4} kl\. [\d:.]+/u)).toBeVisible();
  await expect(seal.locator('code:visible')).toHaveText(/^[0-9a-f]{64}$/);
  await expect(seal.getByRole('group')).toBeHidden();
  await karim.page.screenshot({ path: 'artefakter/justerad-utskrift.png', fullPage: true });
});

test('[V15] who was offline at the seal sees what did not come with it, and copies it to a new handling', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const per = await person('Per Östberg');
  await Promise.all([anna, per].map((one) => one.openHandling(HANDLING)));
  await anna.statusIs('Sparat');
  anna.network.cut();
  await anna.writeIn('Bakgrund', ' Annas sena mening.');
  await anna.statusIs(/^Frånkopplad/);
  await per.seal();
  await per.statusIs('Låst');

  anna.network.restore();
  await anna.statusIs('Låst');
  const late = anna.page.getByRole('region', { name: 'Det här kom inte med' });
  await expect(late.locator('ins')).toContainText('Annas sena mening.');
  await anna.doesNotSee('Annas sena mening.');
  await inspect(anna, 'sen-skribent');

  // Also after a reload: it is kept until its person lets it go.
  await anna.page.reload();
  await expect(late.locator('ins')).toContainText('Annas sena mening.');
  await late.getByRole('button', { name: 'Kopiera till ny handling' }).click();
  await expect(anna.page).not.toHaveURL(new RegExp(HANDLING));
  await expect(anna.page.getByRole('heading', { level: 1 })).toContainText('sena ändringar');
  await expect(anna.avsnitt('Bakgrund')).toContainText('Annas sena mening.');
  await anna.statusIs('Sparat');

  await per.doesNotSee('Annas sena mening.');
  await anna.page.goBack();
  await expect(anna.text).toHaveAttribute('aria-readonly', 'true');
  await expect(late).toBeHidden();
});

test('[V54] what a tab wrote without network and was closed with is late too in the tab that is left, and copied with its', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const per = await person('Per Östberg');
  await Promise.all([anna, per].map((one) => one.openHandling(HANDLING)));
  const left = new Person(anna.name, await anna.context.newPage(), anna.network, anna.server);
  await left.page.goto(anna.page.url());
  await left.statusIs('Sparat');
  anna.network.cut();
  await anna.writeIn('Bakgrund', ' Ur den stängda fliken.');
  await anna.statusIs(/^Frånkopplad – dina ändringar/);
  await left.writeIn('Sammanfattning', ' Ur den andra.');
  await left.statusIs(/^Frånkopplad – dina ändringar/);
  anna.page.on('dialog', (question) => void question.accept());
  await Promise.all([anna.page.waitForEvent('close'), anna.page.close({ runBeforeUnload: true })]);
  await per.seal();

  left.network.restore();
  await left.statusIs('Låst');
  const late = left.page.getByRole('region', { name: 'Det här kom inte med' });
  await expect(late.locator('ins')).toContainText(['Ur den andra', 'Ur den stängda fliken']);
  await late.getByRole('button', { name: 'Kopiera till ny handling' }).click();
  await expect(left.page.getByRole('heading', { level: 1 })).toContainText('sena ändringar');
  await expect(left.avsnitt('Bakgrund')).toContainText('Ur den stängda fliken.');
  await expect(left.avsnitt('Sammanfattning')).toContainText('Ur den andra.');
});

test('[V16] the seal survives a killed server, and the page of checks says that the chain holds', async ({
  person,
  server,
}) => {
  const per = await person('Per Östberg');
  await per.openHandling(HANDLING);
  await per.seal();
  await server.kill();
  await server.start();
  await per.page.goto(new URL('/kontroll', server.url).href);
  const chain = per.page.getByRole('region').or(per.page.locator('section')).filter({ hasText: 'Kulturnämnden' });
  await expect(chain).toContainText('Håller');
  await expect(chain).toContainText('1 justerad handling');
  await per.page.getByRole('button', { name: 'Kontrollera igen' }).click();
  await expect(chain).toContainText('1 justerad handling');
  await per.page.screenshot({ path: 'artefakter/kontroll.png' });
});

test('[V34] a text that somebody changes in the store afterwards is found and named by the page of checks', async ({
  person,
  server,
}) => {
  const per = await person('Per Östberg');
  await per.openHandling(HANDLING);
  await per.writeIn('Bakgrund', ' Oskrivbart.');
  await per.statusIs('Sparat');
  await per.seal();
  await server.stop();
  server.changeStoredBytes('Oskrivbart', 'Omskrivbar');
  await server.start();
  await per.page.goto(new URL('/kontroll', server.url).href);
  const chain = per.page.locator('section').filter({ hasText: 'Kulturnämnden' });
  await expect(chain).toContainText('Håller inte');
  await expect(chain.getByRole('link', { name: 'Riktlinjer för bidrag' }).first()).toBeVisible();
  await inspect(per, 'kontroll-haller-inte');
});

test('[V17] a party’s handling is nowhere for those outside the party', async ({ person }) => {
  const lina = await person('Lina Moberg');
  const sofia = await person('Sofia Berg');
  await lina.logIn('/arenden/biblioteksplan');
  await expect(lina.page.getByRole('link', { name: 'Behåll bokbussen' })).toBeVisible();
  await sofia.logIn('/arenden/biblioteksplan');
  await expect(sofia.page.getByRole('link', { name: 'Om meröppna bibliotek' })).toBeVisible();
  await expect(sofia.page.getByText('Behåll bokbussen')).toBeHidden();
  sofia.provokes(/404 .*bokbuss-reservation/);
  await sofia.page.goto(new URL('/handlingar/bokbuss-reservation', sofia.server.url).href);
  await expect(sofia.page.getByRole('heading', { level: 1 })).toHaveText('Handlingen finns inte');
});
