import type { Person } from '../support/person.ts';
import { expect, test } from '../support/test.ts';
import { inspect } from '../support/views.ts';

const UTKAST = 'bokbuss-reservation';
const WITHIN_A_SECOND = { timeout: 1_000 };

async function lamnaIn(person: Person): Promise<void> {
  await person.page.getByRole('button', { name: 'Lämna in …' }).click();
  const dialog = person.page.getByRole('dialog', { name: 'Lämna in till Kulturnämnden?' });
  await dialog.getByRole('button', { name: 'Lämna in', exact: true }).click();
  await expect(person.page.getByRole('heading', { level: 1 })).toHaveText('Kvitto på inlämnad text');
}

test('[Y15] a group hands in its text, prints the receipt, the secretary reads it, it is taken back and stays registered', async ({
  person,
  server,
}) => {
  test.setTimeout(120_000);
  const olle = await person('Olle Hedman');
  const { page } = olle;
  await olle.openHandling(UTKAST);
  await olle.statusIs('Sparat');
  await olle.clickEnd(olle.text.locator('p').last());
  await page.keyboard.type(' Sista ordet är bussens.');
  await olle.statusIs('Sparat');
  await page.getByRole('button', { name: 'Lämna in …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lämna in till Kulturnämnden?' });
  await expect(dialog).toContainText('allmän handling');
  await expect(dialog).toContainText('Före utskicket ser nämndens presidium');
  await inspect(olle, 'lamna-in');
  await dialog.getByRole('button', { name: 'Lämna in', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kvitto på inlämnad text');
  const main = page.getByRole('main');
  for (const words of ['Landsbygdslistan', 'Olle Hedman', 'Kulturnämnden', 'KUN 2026/114-2', 'Sista ordet är bussens.'])
    await expect(main).toContainText(words);
  await expect(main.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
  await inspect(olle, 'kvitto');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 567, height: 934 });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeHidden();
  await page.screenshot({ path: 'artefakter/kvitto-utskrift.png', fullPage: true });
  expect((await page.pdf({ format: 'A4', tagged: true })).subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1440, height: 900 });

  const maja = await person('Maja Nilsson');
  await maja.logIn('/inkommet');
  await expect(maja.page.getByRole('region', { name: 'Inte utskickat' })).toContainText('KUN 2026/114-2');
  await inspect(maja, 'inkommet');
  await maja.page.getByRole('link', { name: 'Behåll bokbussen' }).click();
  await maja.sees('Sista ordet är bussens.');
  await maja.statusIs('Bara läsning');
  const band = maja.page.getByRole('region', { name: 'Inlämning' });
  await expect(band).toContainText('Inlämnad av Olle Hedman för Landsbygdslistan');
  await inspect(maja, 'inlamnad-kopia');

  const sofia = await person('Sofia Berg');
  await sofia.logIn('/arenden/biblioteksplan');
  await expect(sofia.page.getByRole('heading', { level: 1 })).toContainText('Biblioteksplan');
  await expect(sofia.page.getByText('Behåll bokbussen')).toBeHidden();

  // From the draft to its receipt, and on to the copy.
  await olle.page.goto(new URL(`/handlingar/${UTKAST}`, server.url).href);
  await page.getByRole('link', { name: 'Kvitto på KUN 2026/114-2' }).click();
  await page.getByRole('link', { name: 'Till handlingen' }).click();
  await page.getByRole('button', { name: 'Återta …' }).click();
  const aterta = page.getByRole('dialog', { name: 'Återta KUN 2026/114-2?' });
  await inspect(olle, 'aterta');
  await aterta.getByRole('button', { name: 'Återta', exact: true }).click();
  await expect(page.getByText('Återtagen av Olle Hedman')).toBeVisible();
  await expect(band).toContainText('Återtagen av Olle Hedman', WITHIN_A_SECOND);
  await expect(maja.page.getByRole('button', { name: 'Skicka ut …' })).toBeHidden();

  await maja.page.goto(new URL('/arenden/biblioteksplan', server.url).href);
  const rad = maja.page
    .getByRole('listitem')
    .filter({ has: maja.page.getByRole('link', { name: 'Behåll bokbussen' }) });
  await expect(rad).toContainText('KUN 2026/114-2');
  await expect(rad).toContainText('Inlämnad · Återtagen');
  await inspect(maja, 'arende-med-inlamnad');
});

test('[Y15] other words are confirmed as such, and take the place of the earlier ones', async ({ person, server }) => {
  const asa = await person('Åsa Wikander');
  await asa.openHandling(UTKAST);
  await asa.statusIs('Sparat');
  await lamnaIn(asa);
  await asa.page.goto(new URL(`/handlingar/${UTKAST}`, server.url).href);
  await asa.clickEnd(asa.text.locator('p').last());
  await asa.page.keyboard.type(' Ett tillägg.');
  await asa.statusIs('Sparat');
  await asa.page.getByRole('button', { name: 'Lämna in …' }).click();
  await expect(asa.page.getByText('Gruppen har redan lämnat in KUN 2026/114-2')).toBeVisible();
  await asa.page.getByRole('button', { name: 'Lämna in den nya texten' }).click();
  await expect(asa.page.getByRole('main')).toContainText('KUN 2026/114-3');
  await asa.page.goto(new URL(`/handlingar/${UTKAST}`, server.url).href);
  const band = asa.page.getByRole('region', { name: 'Inlämning' });
  await expect(band.getByRole('link')).toHaveCount(2);
  await expect(band).toContainText('Återtagen av Åsa Wikander');
});

test('[Y18] without a mouse a förvaltning’s text is handed in and sent out, and its writers’ open pages follow', async ({
  person,
}) => {
  const anna = await person('Anna Lindqvist');
  const karim = await person('Karim Haddad');
  await Promise.all([anna, karim].map((one) => one.openHandling('konstrunda-utlatande')));
  await karim.statusIs('Sparat');
  const press = async (one: Person, button: string, gor: string) => {
    await one.tabTo(one.page.getByRole('button', { name: button }));
    await one.page.keyboard.press('Enter');
    const dialog = one.page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Avbryt' })).toBeFocused();
    await one.tabTo(dialog.getByRole('button', { name: gor, exact: true }));
    await one.page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  };
  await press(anna, 'Lämna in …', 'Lämna in');
  await expect(karim.text).toHaveAttribute('aria-readonly', 'true', WITHIN_A_SECOND);
  await karim.statusIs('Bara läsning');
  await expect(karim.page.getByText('Tjänsteutlåtande · Inlämnad')).toBeVisible();

  const maja = await person('Maja Nilsson');
  await maja.logIn('/inkommet');
  await maja.tabTo(maja.page.getByRole('link', { name: 'Svar på remiss' }));
  await maja.page.keyboard.press('Enter');
  await maja.statusIs('Bara läsning');
  await press(maja, 'Skicka ut …', 'Skicka ut');
  await expect(maja.page.getByText('Tjänsteutlåtande · Utskickad')).toBeVisible();
  await expect(anna.page.getByText('Tjänsteutlåtande · Utskickad')).toBeVisible(WITHIN_A_SECOND);

  const sofia = await person('Sofia Berg');
  await sofia.openHandling('konstrunda-utlatande');
  await sofia.statusIs('Bara läsning');
});
