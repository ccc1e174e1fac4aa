import { type Handling, HandlingSchema, handlingId, personId } from '@samskrift/shared';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { type AppBed, openAppBed } from '../http/testbed.ts';

const ARENDE = '/api/arenden/biblioteksplan';
export const GRUPP = { typ: 'partigrupp', id: 'landsbygdslistan' };
export const GRUPPEN = ['olle-hedman', 'asa-wikander', 'lina-moberg'];
/** Nobody of these is in the group, and each of them has a right of some kind in the nämnd or the server. */
export const ANDRA = ['maja-nilsson', 'goran-ek', 'sofia-berg', 'anna-lindqvist', 'per-ostberg', 'ulla-berglund'];

/** A server, and what its people do with the drafts of one group. */
export async function openInlamningsbed() {
  const bed = await openAppBed();
  const browsers = new Map<string, Promise<Awaited<ReturnType<AppBed['login']>>>>();
  const ask = async (person: string, method: string, path: string, body?: object) => {
    const browser = browsers.get(person) ?? bed.login(person);
    browsers.set(person, browser);
    return (await browser).send(method, path, body);
  };
  const utkast = async (ord: string, titel = 'Behåll busslinjen', person = 'olle-hedman'): Promise<Handling> => {
    const content = ord === '' ? [] : [{ type: 'text', text: ord }];
    const text = { type: 'doc', content: [{ type: 'paragraph', content }] };
    const body = { typ: 'reservation', mall: 'reservation', titel, agare: GRUPP, text };
    return HandlingSchema.parse(await (await ask(person, 'POST', `${ARENDE}/handlingar`, body)).json());
  };
  const lamnaIn = (id: string, person = 'olle-hedman', ersatt = false) =>
    ask(person, 'POST', `/api/handlingar/${id}/inlamning`, { ersatt });
  const inlamnad = async (id: string, person?: string, ersatt?: boolean): Promise<Handling> => {
    const answer = await lamnaIn(id, person, ersatt);
    expect(answer.status).toBe(201);
    return HandlingSchema.parse(await answer.json());
  };
  const sedd = async (person: string, id: string) => (await ask(person, 'GET', `/api/handlingar/${id}`)).status;
  const visad = async (person: string, id: string) =>
    HandlingSchema.parse(await (await ask(person, 'GET', `/api/handlingar/${id}`)).json());
  const lage = (person: string, id: string, akt: string) => ask(person, 'POST', `/api/handlingar/${id}/lage`, { akt });
  const skriv = async (id: string, ord: string, client: number, person = 'lina-moberg') => {
    const { store } = bed.services;
    const doc = new Y.Doc();
    doc.clientID = client;
    const stored = await store.load(handlingId(id));
    for (const bytes of [stored?.base ?? new Uint8Array(), ...(stored?.tail ?? [])]) Y.applyUpdate(doc, bytes);
    const before = Y.encodeStateVector(doc);
    const text = (doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(text.length, ord);
    const updates = [{ author: personId(person), bytes: Y.encodeStateAsUpdate(doc, before) }];
    await store.append([{ handlingId: handlingId(id), updates }]);
    return { doc, text };
  };
  return { bed, ask, utkast, lamnaIn, inlamnad, sedd, visad, lage, skriv };
}
export type Inlamningsbed = Awaited<ReturnType<typeof openInlamningsbed>>;
