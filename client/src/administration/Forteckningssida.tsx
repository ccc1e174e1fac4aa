import { Button, FileButton, Stack } from '@mantine/core';
import { FORTECKNING_MAX_BYTES } from '@samskrift/shared';
import { IconChevronLeft, IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiFel } from '../api.ts';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { useMeddela } from '../app/liveregion.tsx';
import { Sida } from '../app/Sida.tsx';
import styles from './Administration.module.css';
import { base64Ur } from './base64.ts';
import { granska, lasIn } from './fragor.ts';
import { Granskad } from './Granskad.tsx';
import { FORTECKNING, TEXTER } from './texter.ts';

/** A list of förtroendevalda: chosen, shown as what it would change, and taken in whole or not at all. */
export function Forteckningssida() {
  const { queryClient } = useApp();
  const meddela = useMeddela();
  const granskning = useMutation({ mutationFn: granskaFil });
  const inlasning = useMutation({
    mutationFn: lasIn,
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      meddela(FORTECKNING.inlast);
    },
  });
  const vidFil = (fil: File | null) => {
    if (fil === null) return;
    inlasning.reset();
    granskning.mutate(fil);
  };
  const granskad = granskning.data;
  return (
    <Sida
      rubrik={FORTECKNING.rubrik}
      over={
        <Link to="/administration" className="tillbaka">
          <IconChevronLeft size={18} aria-hidden />
          {TEXTER.rubrik}
        </Link>
      }
    >
      <p className={styles.ingress}>{FORTECKNING.ingress}</p>
      <Stack>
        <div className={styles.knappar}>
          <FileButton
            accept=".csv,.xlsx,text/csv"
            onChange={vidFil}
            key={granskning.submittedAt}
            disabled={granskning.isPending || inlasning.isPending}
          >
            {(props) => (
              <Button
                {...props}
                variant={granskad ? 'default' : 'filled'}
                loading={granskning.isPending}
                leftSection={<IconFileText size={18} aria-hidden />}
              >
                {granskad ? FORTECKNING.annanFil : FORTECKNING.valjFil}
              </Button>
            )}
          </FileButton>
        </div>
        {granskning.error && <Felruta fel={granskning.error} />}
        {inlasning.data ? (
          <div className={`ark ${styles.kort}`} role="status">
            <p>
              <strong>{FORTECKNING.inlast}</strong>
            </p>
            <Button variant="default" renderRoot={(props) => <Link to="/administration" {...props} />}>
              {FORTECKNING.tillAdministration}
            </Button>
          </div>
        ) : (
          granskad && (
            <>
              <Granskad {...granskad.vad} />
              {inlasning.error && <Felruta fel={inlasning.error} />}
              {granskad.vad.fel.length === 0 && granskad.vad.uppdrag.some(({ utfall }) => utfall !== 'oforandrat') && (
                <div>
                  <Button loading={inlasning.isPending} onClick={() => inlasning.mutate(granskad.innehall)}>
                    {FORTECKNING.lasIn}
                  </Button>
                </div>
              )}
            </>
          )
        )}
      </Stack>
    </Sida>
  );
}

/** Of a file that is too big nothing is sent. What was shown is what is then taken in, also if the file changes meanwhile. */
async function granskaFil(fil: File) {
  if (fil.size > FORTECKNING_MAX_BYTES) throw new ApiFel('forStor', 413, FORTECKNING.forStor);
  const innehall = await base64Ur(fil).catch(() => {
    throw new ApiFel('ogiltig', 0, FORTECKNING.oppnas);
  });
  return { innehall, vad: await granska(innehall) };
}
