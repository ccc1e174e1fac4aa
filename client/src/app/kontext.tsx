import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Eftersandning } from './eftersandning.ts';
import type { Flikkanal } from './kanal.ts';
import type { Minne } from './minne.ts';
import type { Session } from './session.ts';
import type { Sidbyten } from './sidbyten.ts';
import type { Stadning } from './stadning.ts';

/** What main.tsx builds once and every page leans on. */
export interface Appen {
  readonly queryClient: QueryClient;
  readonly session: Session;
  readonly minne: Minne;
  readonly kanal: Flikkanal;
  readonly sidbyten: Sidbyten;
  readonly stadning: Stadning;
  readonly eftersandning: Eftersandning;
}

const AppContext = createContext<Appen | null>(null);
export const AppProvider = AppContext.Provider;

export function useApp(): Appen {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp is called outside AppProvider');
  return app;
}
