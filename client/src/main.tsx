import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.layer.css';
import './look/fonts.css';
import './look/tokens.css';
import './look/global.css';
import './look/sidor.css';
import { Eftersandning } from './app/eftersandning.ts';
import { oppnaFlikkanal } from './app/kanal.ts';
import { AppProvider } from './app/kontext.tsx';
import { Liveregion } from './app/liveregion.tsx';
import { createMinne } from './app/minne.ts';
import { createQueryClient } from './app/queryClient.ts';
import { createAppRouter } from './app/router.tsx';
import { Session } from './app/session.ts';
import { Sidbyten } from './app/sidbyten.ts';
import { Stadning } from './app/stadning.ts';
import { cssVariables, theme } from './look/theme.ts';

const session = new Session();
const queryClient = createQueryClient(session);
const minne = createMinne();
const router = createAppRouter(queryClient, minne);
// Before the router asks who one is: without network what is kept is the only answer there is.
await minne.aterstall(queryClient);
minne.folj(queryClient);
// The page is fetched while it is asked who one is, but not before: what is kept is waited for by the clock.
const [matched] = router.getMatchedRoutes(router.latestLocation.pathname);
for (const route of matched) void router.loadRouteChunk(route);
const sidbyten = new Sidbyten();
sidbyten.folj(router);
const stadning = new Stadning(queryClient);
// The engine is fetched by pages that write, and by the others only when there is something to send.
const eftersandning = new Eftersandning(() => import('./sync/unsent.ts'));

const app = document.getElementById('app');
if (app === null) throw new Error('index.html has no #app');
createRoot(app).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <AppProvider
          value={{ queryClient, session, minne, kanal: oppnaFlikkanal(), sidbyten, stadning, eftersandning }}
        >
          <Liveregion>
            <RouterProvider router={router} />
          </Liveregion>
        </AppProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
