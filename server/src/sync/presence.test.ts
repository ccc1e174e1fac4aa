import { personId } from '@samskrift/shared';
import { describe, expect, it } from 'vitest';
import { Presence } from './presence.ts';

const peer = (person: string) => ({ person: personId(person), name: person.toUpperCase() });
const state = (client: number, clock: number, json = '{}') => ({ client, clock, json });

describe('presence', () => {
  it('[R2] writes the account into the state, keeps a colour and drops what else a user claims to be', () => {
    const presence = new Presence();
    const elsa = peer('elsa');
    presence.receive(elsa, [state(1, 1, '{"cursor":{"a":1},"user":{"color":"#abcdef","roll":"ordförande"}}')]);
    expect(presence.states()).toEqual([
      { client: 1, clock: 1, json: '{"cursor":{"a":1},"user":{"color":"#abcdef","id":"elsa","name":"ELSA"}}' },
    ]);
    presence.receive(elsa, [state(1, 2, '{"user":{"color":"red;background:url(//ond.se)"}}')]);
    expect(presence.states()[0]?.json).toBe('{"user":{"id":"elsa","name":"ELSA"}}');
  });

  it('[X2] refuses another name, another id, a second id, and what is no object', () => {
    const presence = new Presence();
    const [elsa, mikael] = [peer('elsa'), peer('mikael')];
    expect(presence.receive(elsa, [state(1, 1)])).toBe(true);
    expect(presence.receive(mikael, [state(2, 1)])).toBe(true);
    const before = presence.states();
    expect(presence.receive(mikael, [state(2, 2, '{"user":{"name":"ELSA"}}')])).toBe(false);
    expect(presence.receive(mikael, [state(2, 2, '{"user":{"id":"elsa"}}')])).toBe(false);
    expect(presence.receive(mikael, [state(1, 2)])).toBe(false);
    expect(presence.receive(mikael, [state(1, 2, 'null')])).toBe(false);
    expect(presence.receive(mikael, [state(3, 1)])).toBe(false);
    for (const json of ['[]', '"x"', '1', '{', '']) expect(presence.receive(mikael, [state(2, 3, json)])).toBe(false);
    expect(presence.receive(mikael, [state(2, 2), state(1, 9)])).toBe(false);
    expect(presence.states()).toEqual(before);
  });

  it('[X2] passes over echoes: what is known, what a client takes for gone, and what has left', () => {
    const presence = new Presence();
    const [elsa, mikael, tom] = [peer('elsa'), peer('mikael'), peer('tom')];
    presence.receive(elsa, [state(1, 5)]);
    presence.takeChanged();
    expect(presence.receive(mikael, [state(1, 5, '{"user":{"name":"ELSA"}}'), state(1, 5, 'null'), state(1, 3)])).toBe(
      true,
    );
    expect(presence.takeChanged()).toEqual([]);
    presence.leave(elsa);
    expect(presence.takeChanged()).toEqual([{ client: 1, clock: 6, json: 'null' }]);
    expect(presence.receive(tom, [state(1, 5)])).toBe(true);
    expect(presence.states()).toEqual([]);
    expect(presence.receive(tom, [state(9, 1)])).toBe(true);
  });

  it('[R2] an id follows its person to a new socket, and the old one does not take it along when it dies', () => {
    const presence = new Presence();
    const [before, after] = [peer('elsa'), peer('elsa')];
    presence.receive(before, [state(1, 5)]);
    expect(presence.receive(after, [state(1, 6)])).toBe(true);
    presence.leave(before);
    expect(presence.states().map(({ client, clock }) => [client, clock])).toEqual([[1, 6]]);
    presence.leave(after);
    expect(presence.receive(peer('elsa'), [state(1, 8)])).toBe(true);
    expect(presence.receive(peer('mikael'), [state(1, 9)])).toBe(false);
  });
});
