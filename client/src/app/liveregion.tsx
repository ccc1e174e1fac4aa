import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react';

const MeddelaContext = createContext<((text: string) => void) | null>(null);

/**
 * One polite live region for the app. It is there from the start, since a region that comes with its text is often not read.
 */
export function Liveregion({ children }: { readonly children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const meddela = useCallback((text: string) => {
    // A node of its own for each message: the same words said twice are a change too, and two at once are both read.
    const rad = document.createElement('p');
    rad.textContent = text;
    region.current?.append(rad);
    while ((region.current?.childElementCount ?? 0) > 4) region.current?.firstElementChild?.remove();
  }, []);
  return (
    <MeddelaContext value={meddela}>
      {children}
      <div ref={region} role="log" aria-live="polite" aria-relevant="additions" className="bara-upplast" />
    </MeddelaContext>
  );
}

/** Says a sentence to those who hear the page, when they have heard out what is being read. */
export function useMeddela(): (text: string) => void {
  const meddela = useContext(MeddelaContext);
  if (meddela === null) throw new Error('useMeddela is called outside Liveregion');
  return meddela;
}
