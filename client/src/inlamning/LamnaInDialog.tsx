import { Button, Group, Skeleton, Stack } from '@mantine/core';
import type { Handling, InforInlamning } from '@samskrift/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ApiFel } from '../api.ts';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import type { HandlingsdialogProps } from '../handling/dialog.ts';
import { useSparlage } from '../handling/platser.tsx';
import { lasOm } from './efterat.ts';
import { inforFraga, lamnaIn } from './fragor.ts';
import { TEXTER } from './texter.ts';

/** Says what handing in a group's draft does and who will see it, does it, and shows the receipt. */
export function LamnaInDialog({ oppen, stang, handling }: HandlingsdialogProps) {
  const infor = useQuery({ ...inforFraga(handling.id), enabled: oppen });
  return (
    <Dialog oppen={oppen} stang={stang} rubrik={TEXTER.lamnaInRubrik(infor.data?.namnd ?? '…')} bred>
      {infor.error ? (
        <Felruta fel={infor.error} forsokIgen={() => void infor.refetch()} />
      ) : infor.data === undefined ? (
        <Skeleton height={200} aria-label={TEXTER.hamtar} />
      ) : (
        <Innehall handling={handling} infor={infor.data} stang={stang} />
      )}
    </Dialog>
  );
}

interface InnehallProps {
  readonly handling: Handling;
  readonly infor: InforInlamning;
  readonly stang: () => void;
}

function Innehall({ handling, infor, stang }: InnehallProps) {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const navigate = useNavigate();
  const lage = useSparlage();
  const gor = useMutation({
    mutationFn: (ersatt: boolean) => lamnaIn(handling.id, ersatt),
    onSuccess: async (kopia) => {
      stang();
      meddela(TEXTER.inlamnadNu(kopia.nummer ?? ''));
      await navigate({ to: '/handlingar/$id/kvitto', params: { id: kopia.id } });
    },
    onSettled: () => lasOm(queryClient, handling),
  });
  // Somebody else in the group may have been first since the dialog opened.
  const bekraftar = infor.tidigare !== null || (gor.error instanceof ApiFel && gor.error.fel === 'ersatter');
  return (
    <Stack>
      <p>{TEXTER.lamnaInVad(handling.titel)}</p>
      <ul>
        {TEXTER.lamnaInPunkter.map((punkt) => (
          <li key={punkt}>{punkt}</li>
        ))}
      </ul>
      <p>
        <strong>{infor.synsFor === 'alla' ? TEXTER.synsAlla : TEXTER.synsPresidiet}</strong> {TEXTER.synsSen}
      </p>
      <p>{TEXTER.angra}</p>
      {infor.saknas.length > 0 && (
        <div>
          <p>{TEXTER.saknas}</p>
          <ul>
            {infor.saknas.map((en) => (
              <li key={en}>{en}</li>
            ))}
          </ul>
          <p className="dampad">{TEXTER.saknasAnda}</p>
        </div>
      )}
      {infor.tidigare !== null && <p className="besked">{TEXTER.ersatter(infor.tidigare)}</p>}
      <div role="status">
        {lage === 'sparas' && <p>{TEXTER.sparas}</p>}
        {lage === 'osparat' && <p className="besked">{TEXTER.osparat}</p>}
      </div>
      {gor.error && <Felruta fel={gor.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={stang} data-autofocus>
          {TEXTER.avbryt}
        </Button>
        <Button loading={gor.isPending} disabled={lage === 'sparas'} onClick={() => gor.mutate(bekraftar)}>
          {bekraftar ? TEXTER.lamnaInNy : TEXTER.lamnaInGor}
        </Button>
      </Group>
    </Stack>
  );
}
