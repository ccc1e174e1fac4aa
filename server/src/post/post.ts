import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';

export interface Brev {
  readonly till: string;
  readonly amne: string;
  readonly text: string;
}

/** Sends plain text by the municipality's own mail server. */
export interface Post {
  /** Resolves when the mail server has taken it. @throws where it could not be reached or refused it */
  skicka(brev: Brev): Promise<void>;
}

/** Whoever waits for the mail server waits no longer than this; milliseconds. */
const WAIT_MS = 10_000;

export function createPost({ smtpUrl, from }: NonNullable<Config['mail']>): Post {
  const transport = createTransport({
    url: smtpUrl.href,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    // A name or an address is data: nothing of it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    skicka: async ({ till, amne, text }) => {
      await transport.sendMail({ from, to: { name: '', address: till }, subject: amne, text });
    },
  };
}
