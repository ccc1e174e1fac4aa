import { z } from 'zod';

const MeddelandeSchema = z.object({ typ: z.enum(['inloggad', 'utloggad']), personId: z.string() });
export type Flikmeddelande = z.infer<typeof MeddelandeSchema>;

/** What the tabs of one browser tell each other: that the session they share belongs to somebody else, or to nobody. */
export interface Flikkanal {
  sag(meddelande: Flikmeddelande): void;
  lyssna(mottagare: (meddelande: Flikmeddelande) => void): () => void;
}

export function oppnaFlikkanal(): Flikkanal {
  const kanal = new BroadcastChannel('samskrift');
  return {
    sag: (meddelande) => kanal.postMessage(meddelande),
    lyssna(mottagare) {
      const hor = (handelse: MessageEvent<unknown>) => {
        const last = MeddelandeSchema.safeParse(handelse.data);
        // A tab of another version may say what this one does not know.
        if (last.success) mottagare(last.data);
      };
      kanal.addEventListener('message', hor);
      return () => kanal.removeEventListener('message', hor);
    },
  };
}
