import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppBed, felOf, ORIGIN, openAppBed } from './http/testbed.ts';

/** What anybody may ask without a session; everything else is found in the API's own description. */
const OPEN = new Set([
  ...['/healthz', '/readyz', '/metrics', '/api/demo/personer', '/api/inloggning'],
  ...['/api/inloggning/oidc', '/api/inloggning/oidc/svar', '/api/inloggning/oidc/ut'],
  ...['/api/inloggning/nyckel', '/api/inloggning/nyckel/borja'],
  ...['/api/losenord', '/api/losenord/lank', '/api/losenord/glomt'],
]);
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const SECRET = 'bokbuss-reservation';

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Whether an address is one of a route's, whatever stands where the route has a name in braces. */
const fits = (route: string, path: string) => {
  const parts = path.split('/');
  const own = route.split('/');
  return own.length === parts.length && own.every((part, at) => part.startsWith('{') || part === parts[at]);
};

/** Every route there is, however new, held to what holds for all. */
describe('every route of the API', () => {
  let bed: AppBed;
  let routes: Route[];
  let cookie: string;
  beforeAll(async () => {
    bed = await openAppBed();
    const api = (await (await bed.browser().get('/api/openapi.json')).json()) as { paths: Record<string, object> };
    routes = Object.entries(api.paths)
      .filter(([path]) => !path.startsWith('/api/auth/'))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })));
    const login = await bed.browser().send('POST', '/api/auth/demo/logga-in', { personId: 'sofia-berg' });
    cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  });
  afterAll(() => bed.close());

  const ask = async ({ method, path }: Route, headers: Record<string, string>, id = 'finns-inte') => {
    const url = `${ORIGIN}${path.replace('{id}', id).replaceAll(/\{\w+\}/g, 'finns-inte')}`;
    const init = { method, headers: { 'content-type': 'application/json', ...headers } };
    return bed.services.app.request(url, method === 'GET' ? init : { ...init, body: '{}' }, {});
  };
  const name = ({ method, path }: Route) => `${method} ${path}`;

  it('[H28] is nobody’s without a session', async () => {
    expect(routes.length).toBeGreaterThan(15);
    for (const route of routes.filter(({ path }) => !OPEN.has(path)))
      expect(await felOf(await ask(route, { origin: ORIGIN })), name(route)).toMatchObject({ status: 401 });
  });

  it('[H28] changes nothing for a page of another site, though the browser sends the cookie', async () => {
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      for (const origin of ['https://elak.exempel', 'null', 'http://127.0.0.1:4601']) {
        const answer = await felOf(await ask(route, { origin, cookie }));
        expect(answer, `${name(route)} from ${origin}`).toMatchObject({ status: 403, fel: 'frammandeUrsprung' });
      }
    }
  });

  it('[H28] answers an outsider of another party’s handling as of one that does not exist', async () => {
    const about = routes.filter(({ path }) => path.startsWith('/api/handlingar/{id}'));
    expect(about.length).toBeGreaterThan(8);
    for (const route of about) {
      const told = async (id: string) => {
        const answer = await ask(route, { origin: ORIGIN, cookie }, id);
        return [[...answer.headers.keys()], await felOf(answer)];
      };
      expect(await told(SECRET), name(route)).toEqual(await told('finns-inte'));
    }
  });

  it('[H32] is all there is at its address: another method or a longer path is not there, and no fault', async () => {
    const paths = new Set(routes.map(({ path }) => path).filter((path) => path.startsWith('/api/') && !OPEN.has(path)));
    // The eleventh try here is one too many, whatever it asks (A45).
    paths.delete('/api/mig/losenord');
    const asked = [...paths]
      .flatMap((path) => METHODS.flatMap((method) => [path, `${path}/xyz`].map((longer) => ({ method, path: longer }))))
      .filter(({ method, path }) => !routes.some((route) => route.method === method && fits(route.path, path)));
    expect(asked.length).toBeGreaterThan(200);
    for (const id of ['konstrunda-utlatande', SECRET, 'finns-inte', '%00'])
      await Promise.all(
        asked.map(async (route) => {
          const answer = await felOf(await ask(route, { origin: ORIGIN, cookie }, id));
          expect(answer, `${name(route)} of ${id}`).toMatchObject({ status: 404, fel: 'finnsInte' });
        }),
      );
  });

  it('[H28] does not exist for anybody but administrators where it is theirs', async () => {
    for (const route of routes.filter(({ path }) => path.startsWith('/api/admin/')))
      expect(await felOf(await ask(route, { origin: ORIGIN, cookie })), name(route)).toMatchObject({ status: 404 });
  });
});
