import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Mig } from '@samskrift/shared';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { useMeddela } from '../app/liveregion.tsx';
import type { HandlingSession } from '../sync/session.ts';
import { personColour } from './colours.ts';
import { FOLLOW_EVENT } from './follow.ts';
import styles from './Narvarande.module.css';
import { People, type Person } from './people.ts';
import { TEXTER } from './texter.ts';

interface NarvarandeProps {
  readonly session: HandlingSession;
  readonly mig: Mig;
}

/** Who else has the handling open. A click goes to where they are; who comes and goes is told to those who hear the page. */
export function Narvarande({ session, mig }: NarvarandeProps) {
  const people = usePeople(session.awareness, mig.id);
  useArrivals(people);
  if (people.length === 0) return null;
  return (
    <ul className={styles.lista} aria-label={TEXTER.narvarande}>
      {people.map(({ id, name, hasCaret }) => (
        <li key={id}>
          <Tooltip label={hasCaret ? TEXTER.folj(name) : TEXTER.ingenMarkor(name)}>
            <UnstyledButton
              className={styles.person}
              aria-label={hasCaret ? TEXTER.folj(name) : TEXTER.ingenMarkor(name)}
              aria-disabled={!hasCaret}
              onClick={() => window.dispatchEvent(new CustomEvent(FOLLOW_EVENT, { detail: id }))}
            >
              <span
                className={styles.avatar}
                style={{ background: personColour(id) }}
                data-initialer={initials(name)}
              />
            </UnstyledButton>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

function usePeople(awareness: Awareness, me: string): readonly Person[] {
  const [people] = useState(() => new People(awareness, me));
  return useSyncExternalStore(people.subscribe, people.list);
}

function useArrivals(people: readonly Person[]): void {
  const say = useMeddela();
  const [known, setKnown] = useState<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const now = new Map(people.map(({ id, name }) => [id, name]));
    if (known !== null) {
      for (const [id, name] of now) if (!known.has(id)) say(TEXTER.kom(name));
      for (const [id, name] of known) if (!now.has(id)) say(TEXTER.gick(name));
      if (now.size === known.size && [...now.keys()].every((id) => known.has(id))) return;
    }
    setKnown(now);
  }, [people, known, say]);
}

function initials(name: string): string {
  const words = name.split(/\s+/);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
}
