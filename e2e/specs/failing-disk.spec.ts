import { expect, test } from '../support/test.ts';

const HANDLING = 'biblioteksplan-utlatande';
/** The store waits five seconds for its turn before it says that it cannot write. */
const PATIENCE = { timeout: 20_000 };

test('[V37] the disk fails: it is said, nothing is forgotten, and when it is back everything is saved', async ({
  person,
  server,
}) => {
  const anna = await person('Anna Lindqvist');
  const eva = await person('Eva Sandström');
  await Promise.all([anna.openHandling(HANDLING), eva.openHandling(HANDLING)]);
  await anna.statusIs('Sparat');
  const release = server.blockWrites();
  await anna.writeIn('Bakgrund', ' Skrivet på en full disk.');
  const status = anna.page.locator('[data-status]');
  await expect(status).toContainText('Kan inte spara', PATIENCE);
  await eva.sees('Skrivet på en full disk.');
  const ready = await anna.page.request.get(new URL('/readyz', server.url).href);
  expect(ready.status()).toBe(503);
  release();
  await expect(status).toContainText('Sparat', PATIENCE);
  await server.kill();
  await server.start();
  const late = await person('Karim Haddad');
  await late.openHandling(HANDLING);
  await expect(late.avsnitt('Bakgrund')).toContainText('Skrivet på en full disk.');
});
