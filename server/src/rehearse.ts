import { handlingId } from '@samskrift/shared';
import { serializeSigned } from 'hono/utils/cookie';
import type { Db } from './db/open.ts';
import { uppdragOf } from './konton/uppdrag.ts';
import type { Store } from './store/store.ts';
import type { Gate } from './sync/gate.ts';

interface Stage {
  readonly db: Db;
  readonly store: Store;
  readonly gate: Gate;
  readonly secret: string;
  readonly cookieName: string;
}

/** No session, person or handling is called so: ids and tokens are longer. */
const NOBODY = '-';

/**
 * Does once for nobody what a socket is let in by, so that its statements are prepared and its code compiled: else the first person
 * after a start waits for that, longer than for the text.
 */
export async function rehearse({ db, store, gate, secret, cookieName }: Stage): Promise<void> {
  await gate.participant(await serializeSigned(cookieName, NOBODY, secret));
  await uppdragOf(db, NOBODY);
  await gate.handling(handlingId(NOBODY));
  await store.load(handlingId(NOBODY));
}
