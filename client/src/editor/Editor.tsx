import type { Handling, Mig } from '@samskrift/shared';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApp } from '../app/kontext.tsx';
import { IPlats, useSessionTillSidan } from '../handling/platser.tsx';
import type { HandlingSession } from '../sync/session.ts';
import { CalmStatus } from './calm-status.ts';
import styles from './Editor.module.css';
import { Forseglad } from './Forseglad.tsx';
import { Narvarande } from './Narvarande.tsx';
import { Skrivyta } from './Skrivyta.tsx';
import { Statusord } from './Status.tsx';
import { TEXTER } from './texter.ts';
import { useHandlingSession, useSealed, useSessionView } from './use-session.ts';
import './text.css';
import './print.css';

export interface EditorProps {
  readonly handling: Handling;
  readonly mig: Mig;
}

/** The text of a handling: written together while it is open, shown as it was sealed afterwards. */
export function Editor({ handling, mig }: EditorProps) {
  const { eftersandning } = useApp();
  // Decided once: a page that was open when the seal came, or left before it, holds what its person was writing.
  const [wasSealed] = useState(handling.sigill !== null && !eftersandning.har(handling.id));
  return wasSealed ? <Last handling={handling} mig={mig} /> : <Oppen handling={handling} mig={mig} />;
}

function Last({ handling, mig }: EditorProps) {
  const { eftersandning } = useApp();
  useEffect(() => eftersandning.visas(handling.id), [eftersandning, handling.id]);
  return (
    <>
      <IPlats namn="status">
        <Statusord status="locked" />
      </IPlats>
      <Forseglad handling={handling} mig={mig} />
    </>
  );
}

function Oppen({ handling, mig }: EditorProps) {
  const session = useHandlingSession(handling, mig);
  if (session === null) return <Vantar />;
  return <Ansluten handling={handling} mig={mig} session={session} />;
}

function Ansluten({ handling, mig, session }: EditorProps & { readonly session: HandlingSession }) {
  useSessionTillSidan(session);
  return (
    <>
      <IPlats namn="status">
        <Sessionsstatus session={session} />
      </IPlats>
      <IPlats namn="narvaro">
        <Narvarande session={session} mig={mig} />
      </IPlats>
      <Text handling={handling} mig={mig} session={session} />
    </>
  );
}

function Sessionsstatus({ session }: { readonly session: HandlingSession }) {
  const [calm] = useState(() => new CalmStatus(session));
  return <Statusord {...useSyncExternalStore(calm.subscribe, calm.shown)} />;
}

function Text({ handling, mig, session }: EditorProps & { readonly session: HandlingSession }) {
  const mountable = useSessionView(session, 'mountable');
  const editable = useSessionView(session, 'editable');
  const large = useSessionView(session, 'documentLarge');
  const by = useSessionView(session, 'sealed');
  if (useSealed(session)) return <Forseglad handling={handling} mig={mig} live={session} by={by} />;
  if (!mountable) return <Vantar />;
  return (
    <>
      {large && (
        <p className="besked" role="status">
          {TEXTER.stor}
        </p>
      )}
      <Skrivyta
        doc={session.doc}
        awareness={session.awareness}
        beforeMessage={session.beforeMessage}
        editable={editable}
        handling={handling}
        mig={mig}
      />
    </>
  );
}

function Vantar() {
  return (
    <div className={`ark ${styles.vantar}`} role="status">
      {TEXTER.hamtar}
    </div>
  );
}
