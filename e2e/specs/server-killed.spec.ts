import { expect, test } from '../support/test.ts';

test.use({ keepsPages: true });

const HANDLING = 'biblioteksplan-utlatande';

test('[V9] the server is killed and restarted in mid-sentence: every letter of both is there', async ({
  person,
  server,
}) => {
  const anna = await person('Anna Lindqvist');
  const eva = await person('Eva Sandström');
  await Promise.all([anna.openHandling(HANDLING), eva.openHandling(HANDLING)]);
  await anna.writeIn('Bakgrund', ' Sparat före avbrottet.');
  await anna.statusIs('Sparat');

  await anna.clickEnd(anna.avsnitt('Bakgrund').locator('p').first());
  await eva.clickEnd(eva.avsnitt('Sammanfattning').locator('p').first());
  const sentence = ' En mening som inte tar slut bara för att servern gör det.';
  const writing = Promise.all([
    anna.page.keyboard.type(sentence, { delay: 25 }),
    eva.page.keyboard.type(sentence, { delay: 25 }),
  ]);
  await anna.sees('En mening som');
  await server.kill();
  await writing;
  await anna.statusIs(/^Frånkopplad/);
  await server.start();
  await Promise.all([anna.statusIs('Sparat'), eva.statusIs('Sparat')]);

  for (const one of [anna, eva]) {
    await expect(one.avsnitt('Bakgrund')).toContainText(`Sparat före avbrottet.${sentence}`);
    await expect(one.avsnitt('Sammanfattning').locator('p').first()).toContainText(sentence);
  }
  expect(await anna.words()).toBe(await eva.words());

  const late = await person('Karim Haddad');
  await late.openHandling(HANDLING);
  await expect(late.avsnitt('Bakgrund')).toContainText(`Sparat före avbrottet.${sentence}`);
  expect(await late.words()).toBe(await anna.words());
});
