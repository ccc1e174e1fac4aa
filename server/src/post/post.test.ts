import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { type KontoBed, kodOf, openKontoBed } from '../konton/testbed.ts';

interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server of the test's own, on a port of the loopback. */
class MailServer {
  readonly letters: Letter[] = [];
  #arrived: (() => void) | null = null;
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        this.letters.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done();
        this.#arrived?.();
      });
    },
  });

  async open(): Promise<URL> {
    const listening = this.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return new URL(`smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`);
  }

  /** Waits until so many letters have come in all. */
  async count(wanted: number): Promise<readonly Letter[]> {
    while (this.letters.length < wanted) await new Promise<void>((resolve) => (this.#arrived = resolve));
    return this.letters;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A letter's words as they are read: quoted-printable, or the eight bits as they are. */
function wordsOf({ raw }: Letter): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const words = body.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(words, 'base64').toString();
  const bytes = words
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

describe('mail', () => {
  const undo: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const one of undo.splice(0).reverse()) await one();
  });

  async function withMail(): Promise<{ bed: KontoBed; mail: MailServer }> {
    const mail = new MailServer();
    const smtpUrl = await mail.open();
    const bed = await openKontoBed({ mail: { smtpUrl, from: 'Samskrift <samskrift@exempel.se>' } });
    undo.push(() => mail.close(), bed.close);
    return { bed, mail };
  }

  it('[A16] an invitation is mailed, its link is nowhere else, and it lets the person in', async () => {
    const { bed, mail } = await withMail();
    const person = { namn: 'Åsa Öhman', epost: 'asa@exempel.se' };
    const answer = await bed.admin.send('POST', '/api/admin/konton', person);
    expect(await answer.json()).toMatchObject({ lank: { skickad: true, lank: null } });
    const [letter] = await mail.count(1);
    expect(letter).toMatchObject({ from: 'samskrift@exempel.se', to: ['asa@exempel.se'] });
    const words = letter === undefined ? '' : wordsOf(letter);
    expect(words).toContain('Hej Åsa Öhman!');
    const mig = await (await (await bed.choose(kodOf(words))).get('/api/mig')).json();
    expect(mig).toMatchObject(person);
    expect(bed.log.join('')).not.toContain(kodOf(words));
  });

  it('[A16] a name or an address with line ends or commas puts nothing into the letter’s head, and nobody else gets it', async () => {
    const { bed, mail } = await withMail();
    const send = (namn: string, epost: string) => bed.admin.send('POST', '/api/admin/konton', { namn, epost });
    expect((await send('Bo\r\nBcc: tjuv@exempel.se', 'bo@exempel.se')).status).toBe(400);
    expect((await send('Bo', 'bo@exempel.se, tjuv@exempel.se')).status).toBe(400);
    expect((await send('Bo', 'bo@exempel.se\r\nBcc: tjuv@exempel.se')).status).toBe(400);
    expect((await send('Bo <tjuv@exempel.se>, ', 'bo@exempel.se')).status).toBe(201);
    expect((await mail.count(1)).map(({ to }) => to)).toEqual([['bo@exempel.se']]);
  });

  it('[A16] when the mail server is gone the person is invited all the same, and the administrator gets the link', async () => {
    const { bed, mail } = await withMail();
    await mail.close();
    undo.shift();
    const answer = await bed.admin.send('POST', '/api/admin/konton', { namn: 'Bo Ek', epost: 'bo@exempel.se' });
    expect(answer.status).toBe(201);
    const { lank } = (await answer.json()) as { lank: { skickad: boolean; lank: string } };
    expect(lank.skickad).toBe(false);
    expect((await (await bed.choose(kodOf(lank.lank))).get('/api/mig')).status).toBe(200);
    expect(bed.log.join('')).not.toContain('bo@exempel.se');
  });

  it('[A17] asking for a new password is answered alike for known, unknown and blocked; only the known gets a letter', async () => {
    const { bed, mail } = await withMail();
    const invite = async (epost: string) => {
      const answer = await bed.admin.send('POST', '/api/admin/konton', { namn: 'Någon', epost });
      return ((await answer.json()) as { konto: { id: string } }).konto.id;
    };
    await invite('kand@exempel.se');
    await bed.admin.send('PUT', `/api/admin/konton/${await invite('sparrad@exempel.se')}/sparr`);
    await mail.count(2);
    const answers: string[] = [];
    for (const epost of ['okand@exempel.se', 'sparrad@exempel.se', 'KAND@exempel.se ']) {
      const answer = await bed.browser().send('POST', '/api/losenord/glomt', { epost });
      answers.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^202 /);
    // The last asked for: what the others had caused would have come before it.
    const letters = await mail.count(3);
    expect(letters.slice(2).map(({ to }) => to)).toEqual([['kand@exempel.se']]);
    const words = letters[2] === undefined ? '' : wordsOf(letters[2]);
    expect((await (await bed.choose(kodOf(words))).get('/api/mig')).status).toBe(200);
  });

  it('[A17] the answer does not wait for the mail server, and an invitation that is out still works', async () => {
    const { bed, mail } = await withMail();
    await bed.admin.send('POST', '/api/admin/konton', { namn: 'Bo Ek', epost: 'bo@exempel.se' });
    const answer = await bed.browser().send('POST', '/api/losenord/glomt', { epost: 'bo@exempel.se' });
    expect(answer.status).toBe(202);
    expect(mail.letters).toHaveLength(1);
    const [invitation] = await mail.count(2);
    const kod = invitation === undefined ? '' : kodOf(wordsOf(invitation));
    expect((await (await bed.choose(kod)).get('/api/mig')).status).toBe(200);
  });
});
