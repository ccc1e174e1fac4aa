import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { TEXTER } from './texter.ts';

interface FelrutaProps {
  readonly fel: Error;
  readonly forsokIgen?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** What went wrong and what to do, where the thing itself would have stood. */
export function Felruta({ fel, forsokIgen, children }: FelrutaProps) {
  return (
    <div className="felruta" role="alert">
      <p>{fel.message}</p>
      {children}
      {forsokIgen && (
        <Button variant="default" onClick={forsokIgen}>
          {TEXTER.forsokIgen}
        </Button>
      )}
    </div>
  );
}
