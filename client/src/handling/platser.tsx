import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { HandlingSession } from '../sync/session.ts';
import { type Sparlage, sparlage } from './sparlage.ts';

/** The places in the handling's top bar that the editor fills, since only it knows the connection and who is there. */
export type Platsnamn = 'status' | 'narvaro';

interface Platser {
  /** The open connection to the text; null before there is one, and for a text that was sealed already. */
  readonly session: HandlingSession | null;
  readonly sattSession: (session: HandlingSession | null) => void;
  readonly element: Readonly<Record<Platsnamn, HTMLElement | null>>;
  readonly satt: Readonly<Record<Platsnamn, (element: HTMLElement | null) => void>>;
}

const PlatserContext = createContext<Platser | null>(null);

export function PlatserProvider({ children }: { readonly children: ReactNode }) {
  const [status, sattStatus] = useState<HTMLElement | null>(null);
  const [narvaro, sattNarvaro] = useState<HTMLElement | null>(null);
  const [session, sattSession] = useState<HandlingSession | null>(null);
  return (
    <PlatserContext
      value={{ session, sattSession, element: { status, narvaro }, satt: { status: sattStatus, narvaro: sattNarvaro } }}
    >
      {children}
    </PlatserContext>
  );
}

/** Where the top bar keeps the place open. */
export function Plats({ namn, className }: { readonly namn: Platsnamn; readonly className?: string | undefined }) {
  const platser = useContext(PlatserContext);
  return <div ref={platser?.satt[namn]} data-plats={namn} className={className} />;
}

/** Puts its children into a place of the top bar; outside a handling page they stand where they are written. */
export function IPlats({ namn, children }: { readonly namn: Platsnamn; readonly children: ReactNode }) {
  const platser = useContext(PlatserContext);
  if (platser === null) return children;
  const element = platser.element[namn];
  return element === null ? null : createPortal(children, element);
}

/** Tells the page which connection its text has. */
export function useSessionTillSidan(session: HandlingSession): void {
  const satt = useContext(PlatserContext)?.sattSession;
  useEffect(() => {
    satt?.(session);
    return () => satt?.(null);
  }, [satt, session]);
}

/** The open connection to the page's text; null before there is one, and for a text that was sealed already. */
export function useOppenText(): HandlingSession | null {
  return useContext(PlatserContext)?.session ?? null;
}

const INGET = () => () => undefined;

/** How what has been written on this page stands. */
export function useSparlage(): Sparlage {
  const session = useOppenText();
  return useSyncExternalStore(session?.subscribe ?? INGET, () => (session === null ? 'sparat' : sparlage(session)));
}
