/** A file's bytes in base64, as JSON can carry them. */
export async function base64Ur(fil: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const lasare = new FileReader();
  lasare.onload = () => resolve(String(lasare.result));
  lasare.onerror = () => reject(lasare.error ?? new Error('the file could not be read'));
  lasare.readAsDataURL(fil);
  const url = await promise;
  return url.slice(url.indexOf(',') + 1);
}
