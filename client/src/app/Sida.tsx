import type { ReactNode } from 'react';
import { useApp } from './kontext.tsx';
import { TEXTER } from './texter.ts';

/** The page's title in the tab and the window list. */
export function Titel({ text }: { readonly text: string }) {
  return <title>{`${text} – ${TEXTER.namn}`}</title>;
}

/** The one h1 of a page; takes focus when the person has come here from another page. */
export function Sidrubrik({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const { sidbyten } = useApp();
  return (
    <h1 ref={sidbyten.rubrik} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}

interface SidaProps {
  readonly rubrik: string;
  /** Above the heading: where the page belongs. */
  readonly over?: ReactNode;
  /** Beside the heading: what can be done here. */
  readonly handlingar?: ReactNode;
  readonly children: ReactNode;
}

/** The head of a page inside the frame, and its title. */
export function Sida({ rubrik, over, handlingar, children }: SidaProps) {
  return (
    <>
      <Titel text={rubrik} />
      <div className="sidhuvud">
        <div>
          {over}
          <Sidrubrik>{rubrik}</Sidrubrik>
        </div>
        {handlingar}
      </div>
      {children}
    </>
  );
}
