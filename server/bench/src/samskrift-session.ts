import type { Arende, ArendeMedHandlingar, Demoperson, Handling, NyHandling, TextJson } from '@samskrift/shared';
import { mallarFor } from '@samskrift/shared';
import type { Address } from './system.ts';

const TYP = 'tjansteutlatande';
const CREATE_WIDTH = 20;

/** One demo person's session, by the HTTP API as a browser uses it. */
export class SamskriftSession {
  readonly #origin: string;
  #cookie = '';

  constructor(address: Address) {
    this.#origin = `http://${address.host}:${address.port}`;
  }

  /** What a request and a websocket need to be this person's. */
  get headers(): Readonly<Record<string, string>> {
    return { cookie: this.#cookie, origin: this.#origin };
  }

  /** The session as a browser keeps it. */
  cookies(url: string): { name: string; value: string; url: string }[] {
    return this.#cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
    });
  }

  /** Makes new tjänsteutlåtanden where some demo person may; the session is that person's from then on. */
  async createHandlingar(count: number, text?: TextJson): Promise<readonly string[]> {
    const arende = await this.#becomeWriter();
    const agare = arende.mojligaAgare.find(({ typ }) => typ === 'forvaltning');
    const mall = mallarFor(TYP)[0];
    if (agare === undefined || mall === undefined) throw new Error('no owner or no mall for a tjänsteutlåtande');
    const ids: string[] = [];
    for (let from = 0; from < count; from += CREATE_WIDTH) {
      const group = Array.from({ length: Math.min(CREATE_WIDTH, count - from) }, (_, index) => {
        const titel = `Mätning ${from + index}`;
        const ny: NyHandling = { typ: TYP, mall: mall.id, titel, agare: { typ: agare.typ, id: agare.id } };
        const body = text === undefined ? ny : { ...ny, text };
        return this.#post<Handling>(`/api/arenden/${arende.id}/handlingar`, body);
      });
      ids.push(...(await Promise.all(group)).map(({ id }) => id));
    }
    return ids;
  }

  async #becomeWriter(): Promise<ArendeMedHandlingar> {
    for (const person of await this.#get<readonly Demoperson[]>('/api/demo/personer')) {
      await this.#post('/api/auth/demo/logga-in', { personId: person.id });
      for (const { id } of await this.#get<readonly Arende[]>('/api/arenden')) {
        const arende = await this.#get<ArendeMedHandlingar>(`/api/arenden/${id}`);
        if (arende.mojligaAgare.some(({ typ }) => typ === 'forvaltning')) return arende;
      }
    }
    throw new Error('no demo person may create a tjänsteutlåtande');
  }

  async #get<Answer>(path: string): Promise<Answer> {
    return this.#read<Answer>(path, await fetch(this.#origin + path, { headers: this.headers }));
  }

  async #post<Answer>(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(this.#origin + path, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const set = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    if (set.length > 0) this.#cookie = set.join('; ');
    return this.#read<Answer>(path, response);
  }

  async #read<Answer>(path: string, response: Response): Promise<Answer> {
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return (text === '' ? null : JSON.parse(text)) as Answer;
  }
}
