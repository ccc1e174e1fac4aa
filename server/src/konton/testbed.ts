import { type AppBed, openAppBed } from '../http/testbed.ts';
import { forstaLanken } from './forsta-start.ts';

export const LOSENORD = 'tre små ord räcker';
export const ADMIN = { namn: 'Ada Första', epost: 'ada@exempel.se' };

type Browser = ReturnType<AppBed['browser']>;

/** A server without demo that has its first administrator, and whatever clock a test wants. */
export interface KontoBed extends AppBed {
  readonly admin: Browser;
  readonly clock: { now: number };
  /** Invites somebody and returns the code of the link, and the person's id. */
  invite(namn: string, epost: string): Promise<{ kod: string; id: string }>;
  /** Chooses the password by a link and returns the browser that is then logged in. */
  choose(kod: string): Promise<Browser>;
  /** The first cookie of a login with a password. */
  logIn(epost: string, losenord?: string): Promise<Response>;
  acts(): Promise<readonly string[]>;
}

export async function openKontoBed(options: Parameters<typeof openAppBed>[0] = {}): Promise<KontoBed> {
  const clock = { now: Date.now() };
  const bed = await openAppBed({ demo: false, now: () => new Date(clock.now), ...options });
  const { db } = bed.services;
  const choose = async (kod: string, more: object = {}) =>
    bed.browser(cookieOf(await bed.browser().send('POST', '/api/losenord', { kod, losenord: LOSENORD, ...more })));
  const words = (await forstaLanken(db, new URL('http://127.0.0.1:4600'), new Date(clock.now))) ?? '';
  const admin = await choose(kodOf(words), ADMIN);
  // The minute in which the bed itself has used the links is over.
  const later = () => (clock.now += 60_000);
  later();
  return {
    ...bed,
    admin,
    clock,
    choose,
    invite: async (namn, epost) => {
      later();
      const answer = await admin.send('POST', '/api/admin/konton', { namn, epost });
      const { konto, lank } = (await answer.json()) as { konto: { id: string }; lank: { lank: string } };
      return { id: konto.id, kod: kodOf(lank.lank) };
    },
    logIn: (email, password = LOSENORD) => bed.browser().send('POST', '/api/auth/sign-in/email', { email, password }),
    acts: async () => (await db.selectFrom('akt').select('akt').orderBy('nr').execute()).map(({ akt }) => akt),
  };
}

export function kodOf(words: string): string {
  const kod = /kod=([\w-]{43})/.exec(words)?.[1];
  if (kod === undefined) throw new RangeError(`no link in: ${words}`);
  return kod;
}

export function cookieOf(answer: Response): string {
  if (!answer.ok) throw new RangeError(`answered ${answer.status}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
