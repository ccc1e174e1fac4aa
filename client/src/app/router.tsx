import { AKTER, OIDCFEL } from '@samskrift/shared';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
  rootRouteId,
} from '@tanstack/react-router';
import { z } from 'zod';
import { ApiFel } from '../api.ts';
import { VISNINGAR } from '../arenden/visning.ts';
import { Inloggad } from '../konto/Inloggad.tsx';
import { inslapp } from '../konto/inslapp.ts';
import { migFraga } from '../konto/mig.ts';
import { inomAppen } from '../konto/retur.ts';
import { Felsida, Saknas } from './Felsida.tsx';
import type { Minne } from './minne.ts';
import { Ram } from './Ram.tsx';
import { Rot } from './Rot.tsx';

interface RouterContext {
  readonly queryClient: QueryClient;
  /** Asked before each page behind the login; fails with ApiFel 401 when nobody is logged in. */
  readonly slappIn: () => Promise<void>;
}

const rot = createRootRouteWithContext<RouterContext>()({ component: Rot });

const loggaIn = createRoute({
  getParentRoute: () => rot,
  path: '/logga-in',
  validateSearch: z.object({
    till: z.string().optional().catch(undefined),
    fel: z.enum(OIDCFEL).optional().catch(undefined),
    klar: z.boolean().optional().catch(undefined),
    ut: z.boolean().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../konto/LoggaInSida.tsx'), 'LoggaInSida'),
});

const valjLosenord = createRoute({
  getParentRoute: () => rot,
  path: '/valj-losenord',
  validateSearch: z.object({ kod: z.string().catch('') }),
  component: lazyRouteComponent(() => import('../konto/ValjLosenordSida.tsx'), 'ValjLosenordSida'),
});

const glomtLosenord = createRoute({
  getParentRoute: () => rot,
  path: '/glomt-losenord',
  component: lazyRouteComponent(() => import('../konto/GlomtLosenordSida.tsx'), 'GlomtLosenordSida'),
});

const inloggad = createRoute({
  getParentRoute: () => rot,
  id: 'inloggad',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.slappIn();
    } catch (fel) {
      if (!(fel instanceof ApiFel) || fel.status !== 401) throw fel;
      throw redirect({ to: '/logga-in', search: { till: inomAppen(location.href) } });
    }
  },
  component: Inloggad,
});

const ram = createRoute({ getParentRoute: () => inloggad, id: 'ram', component: Ram });

const arendelista = createRoute({
  getParentRoute: () => ram,
  path: '/',
  validateSearch: z.object({
    sok: z.string().optional().catch(undefined),
    visa: z.enum(VISNINGAR).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../arenden/Arendelista.tsx'), 'Arendelista'),
});

const arende = createRoute({
  getParentRoute: () => ram,
  path: '/arenden/$id',
  component: lazyRouteComponent(() => import('../arenden/Arendesida.tsx'), 'Arendesida'),
});

const sok = createRoute({
  getParentRoute: () => ram,
  path: '/sok',
  validateSearch: z.object({ q: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../sok/Soksida.tsx'), 'Soksida'),
});

const importera = createRoute({
  getParentRoute: () => ram,
  path: '/arenden/$id/importera',
  component: lazyRouteComponent(() => import('../importera/Importsida.tsx'), 'Importsida'),
});

const kontroll = createRoute({
  getParentRoute: () => ram,
  path: '/kontroll',
  component: lazyRouteComponent(() => import('../kontroll/Kontrollsida.tsx'), 'Kontrollsida'),
});

const logg = createRoute({
  getParentRoute: () => ram,
  path: '/logg',
  validateSearch: z.object({
    akt: z.enum(AKTER).optional().catch(undefined),
    person: z.string().optional().catch(undefined),
    fran: z.iso.date().optional().catch(undefined),
    till: z.iso.date().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../logg/Loggsida.tsx'), 'Loggsida'),
});

/** For everybody but administrators there are no such pages. */
const administration = createRoute({
  getParentRoute: () => ram,
  path: '/administration',
  beforeLoad: async ({ context }) => {
    const jag = await context.queryClient.ensureQueryData(migFraga);
    if (!jag.administrator) throw notFound({ routeId: rootRouteId });
  },
});

const administrationssida = createRoute({
  getParentRoute: () => administration,
  path: '/',
  component: lazyRouteComponent(() => import('../administration/Administrationssida.tsx'), 'Administrationssida'),
});

const uppdragssida = createRoute({
  getParentRoute: () => administration,
  path: '/uppdrag/$typ/$id',
  component: lazyRouteComponent(() => import('../administration/Uppdragssida.tsx'), 'Uppdragssida'),
});

const forteckningssida = createRoute({
  getParentRoute: () => administration,
  path: '/forteckning',
  component: lazyRouteComponent(() => import('../administration/Forteckningssida.tsx'), 'Forteckningssida'),
});

const minaInloggningar = createRoute({
  getParentRoute: () => ram,
  path: '/mina-inloggningar',
  component: lazyRouteComponent(() => import('../konto/MinaInloggningar.tsx'), 'MinaInloggningar'),
});

const personer = createRoute({
  getParentRoute: () => administration,
  path: '/personer',
  component: lazyRouteComponent(() => import('../admin-personer/Personer.tsx'), 'Personer'),
});

const kvitto = createRoute({
  getParentRoute: () => ram,
  path: '/handlingar/$id/kvitto',
  component: lazyRouteComponent(() => import('../inlamning/Kvittosida.tsx'), 'Kvittosida'),
});

const inkommet = createRoute({
  getParentRoute: () => ram,
  path: '/inkommet',
  component: lazyRouteComponent(() => import('../inlamning/Inkommetsida.tsx'), 'Inkommetsida'),
});

const handling = createRoute({
  getParentRoute: () => inloggad,
  path: '/handlingar/$id',
  component: lazyRouteComponent(() => import('../handling/Handlingssida.tsx'), 'Handlingssida'),
});

const routeTree = rot.addChildren([
  loggaIn,
  valjLosenord,
  glomtLosenord,
  inloggad.addChildren([
    ram.addChildren([
      arendelista,
      arende,
      sok,
      importera,
      kontroll,
      logg,
      kvitto,
      inkommet,
      minaInloggningar,
      administration.addChildren([administrationssida, uppdragssida, forteckningssida, personer]),
    ]),
    handling,
  ]),
]);

export function createAppRouter(queryClient: QueryClient, minne: Minne) {
  return createRouter({
    routeTree,
    context: { queryClient, slappIn: inslapp(queryClient, minne) },
    defaultPreload: 'intent',
    defaultErrorComponent: Felsida,
    defaultNotFoundComponent: Saknas,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
