import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatch } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { handlingFraga } from '../handling/fragor.ts';
import type { Osand } from './eftersandning.ts';
import { useApp } from './kontext.tsx';
import { useMeddela } from './liveregion.tsx';
import { OSANT } from './texter.ts';

/** Says which handlingar have text that the server has not got, on every page but a handling's own, which says it itself. */
export function Osanda() {
  const { eftersandning } = useApp();
  const osanda = useSyncExternalStore(eftersandning.lyssna, eftersandning.osanda);
  const handling = useMatch({ from: '/inloggad/handlingar/$id', shouldThrow: false });
  if (handling !== undefined || osanda.length === 0) return null;
  return (
    <aside aria-label={OSANT.rubrik} className="lappar">
      {osanda.map((osand) => (
        <Rad key={osand.handlingId} {...osand} />
      ))}
    </aside>
  );
}

function Rad({ handlingId, lage }: Osand) {
  const { eftersandning } = useApp();
  const { data } = useQuery(handlingFraga(handlingId));
  const meddela = useMeddela();
  const titel = data?.titel ?? OSANT.enHandling;
  const [fore, efter] = OSANT[lage];
  useEffect(() => meddela(`${fore}${titel}${efter}`), [meddela, fore, titel, efter]);
  return (
    <div className="lapp" data-lage={lage}>
      <p>
        {fore}
        <Link to="/handlingar/$id" params={{ id: handlingId }}>
          {titel}
        </Link>
        {efter}
      </p>
      {lage === 'nekad' && (
        <Button size="compact-md" variant="subtle" color="gray" onClick={() => eftersandning.dolj(handlingId)}>
          {OSANT.dolj}
        </Button>
      )}
    </div>
  );
}
