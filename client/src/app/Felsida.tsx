import { Button, Group } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { ApiFel } from '../api.ts';
import { Sidrubrik, Titel } from './Sida.tsx';
import { TEXTER } from './texter.ts';

/** Where a page threw: says so, and lets one try again without losing the address. */
export function Felsida({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const forsokIgen = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <main id="innehall" className="ensamsida">
      <Titel text={TEXTER.felRubrik} />
      <Sidrubrik>{TEXTER.felRubrik}</Sidrubrik>
      <p>{error instanceof ApiFel ? error.message : TEXTER.felText}</p>
      {error instanceof Error && !(error instanceof ApiFel) && (
        <details>
          <summary>{TEXTER.felDetalj}</summary>
          <code>{error.message}</code>
        </details>
      )}
      <Group>
        <Button onClick={() => void forsokIgen()}>{TEXTER.forsokIgen}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {TEXTER.laddaOm}
        </Button>
      </Group>
    </main>
  );
}

export function Saknas() {
  return (
    <main id="innehall" className="ensamsida">
      <Titel text={TEXTER.saknasRubrik} />
      <Sidrubrik>{TEXTER.saknasRubrik}</Sidrubrik>
      <p>{TEXTER.saknasText}</p>
      <p>
        <Link to="/">{TEXTER.tillArenden}</Link>
      </p>
    </main>
  );
}
