/** A path within the app to come back to; undefined for anything that could lead to another site, and for the start page. */
export function inomAppen(vag: string | undefined): string | undefined {
  if (vag === undefined || vag === '/') return undefined;
  const ursprung = 'https://samskrift.invalid';
  const url = URL.parse(vag, ursprung);
  if (!vag.startsWith('/') || url === null || url.origin !== ursprung || url.pathname === '/logga-in') return undefined;
  return url.pathname + url.search + url.hash;
}
