import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useApp } from './kontext.tsx';
import { TEXTER } from './texter.ts';

interface DialogProps {
  readonly oppen: boolean;
  readonly stang: () => void;
  readonly rubrik: string;
  readonly bred?: boolean;
  /** Without a way out but those inside: for what must be answered. */
  readonly tvingande?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog with a named way out. Its head is a plain box: Mantine's `<header>` counts as a second page head. */
export function Dialog({ oppen, stang, rubrik, bred = false, tvingande = false, children }: DialogProps) {
  useAterFokus(oppen);
  return (
    <Modal.Root
      opened={oppen}
      onClose={stang}
      size={bred ? 'lg' : 'md'}
      centered
      // The page keeps its scrollbar, so that it does not shift sideways behind the dialog.
      removeScrollProps={{ removeScrollBar: false }}
      closeOnEscape={!tvingande}
      closeOnClickOutside={!tvingande}
    >
      {/* What must be answered may be asked of another than the one who wrote what lies under it. */}
      <Modal.Overlay {...(tvingande && { blur: 16 })} />
      <Modal.Content>
        <div className="dialoghuvud">
          <Modal.Title>{rubrik}</Modal.Title>
          {!tvingande && <Modal.CloseButton size={44} iconSize={22} aria-label={TEXTER.stang} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What the page no longer offers takes its open dialog with it, and focus would be nowhere. */
function useAterFokus(oppen: boolean): void {
  const { sidbyten } = useApp();
  const sist = useRef(oppen);
  useEffect(() => {
    sist.current = oppen;
  }, [oppen]);
  useEffect(
    () => () => {
      if (!sist.current) return;
      // After what is drawn instead has had its chance to take it.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) sidbyten.sidanVande();
      });
    },
    [sidbyten],
  );
}
