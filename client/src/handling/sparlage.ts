import type { HandlingSession } from '../sync/session.ts';

/** How what one has written oneself stands, for who is about to seal: all of it stored, on its way, or stuck in this browser. */
export type Sparlage = 'sparat' | 'sparas' | 'osparat';

export function sparlage(session: Pick<HandlingSession, 'view' | 'warnsOnLeave'>): Sparlage {
  if (!session.warnsOnLeave()) return 'sparat';
  const { status } = session.view();
  return status === 'saving' || status === 'connecting' ? 'sparas' : 'osparat';
}
