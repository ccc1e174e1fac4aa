import { registerSW } from 'virtual:pwa-register';
import { useEffect, useState } from 'react';

/** @returns what loads the new version, once one has been fetched in the background; null until then. */
export function useUppdatering(): (() => Promise<void>) | null {
  const [ladda, sattLadda] = useState<(() => Promise<void>) | null>(null);
  useEffect(() => {
    const ladda = registerSW({
      onNeedRefresh: () => sattLadda(() => () => ladda(true)),
      // Without a service worker everything works but opening while offline; a private window is such a place.
      onRegisterError: (fel: unknown) => console.error('service worker:', fel),
    });
  }, []);
  return ladda;
}
