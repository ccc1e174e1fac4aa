import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Oppningar } from '../akter/oppningar.ts';
import type { Db } from '../db/open.ts';
import type { Auth } from '../konton/auth.ts';
import type { Oidc } from '../konton/oidc.ts';
import type { Sessions } from '../konton/sessions.ts';
import type { Post } from '../post/post.ts';
import type { Sok } from '../sok/sok.ts';
import type { Store } from '../store/store.ts';
import type { Participant } from '../sync/gate.ts';
import type { Rooms } from '../sync/rooms.ts';

/** What every handler may count on: `person` is set wherever a session is required, `unseen` where a request is to leave no trace in the log. */
export interface Env {
  Variables: { person: Participant; unseen?: boolean };
  Bindings: Partial<HttpBindings>;
}

/** Everything the HTTP server stands on, made elsewhere and handed in. */
export interface Deps {
  readonly db: Db;
  readonly store: Store;
  readonly auth: Auth;
  readonly sessions: Sessions;
  readonly rooms: Pick<
    Rooms,
    'seal' | 'still' | 'rightsChanged' | 'namndChanged' | 'personChanged' | 'changed' | 'storageOk' | 'sessionEnded'
  >;
  readonly oppningar: Pick<Oppningar, 'noteNow'>;
  readonly sok: Pick<Sok, 'changed' | 'search' | 'match'>;
  /** Sends mail; null where no mail server is configured. */
  readonly post: Post | null;
  /** The city's own login; null where none is configured. */
  readonly oidc: Oidc | null;
  readonly trustProxy: number;
  readonly registry: Registry;
  readonly log: Logger;
  readonly demo: boolean;
  readonly publicUrl: URL;
  readonly origins: readonly string[];
  /** Folder of the built client; null serves the API alone. */
  readonly clientDir: string | null;
  readonly now: () => Date;
}
