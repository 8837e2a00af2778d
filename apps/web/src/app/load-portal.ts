/** The component library's styles are asked for first: the portal's own stand after them and win. */
export async function loadPortal() {
  const styles = import('./portal-styles');
  const [portal] = await Promise.all([import('./portal'), styles]);
  return portal;
}
