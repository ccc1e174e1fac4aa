export function Importsida() {
  return null;
}
