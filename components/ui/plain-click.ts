/**
 * The link of a click that opens another page of this site in this tab. Null for clicks with a modifier key, downloads,
 * new tabs, other sites, and clicks that another listener has handled.
 */
export function plainClick(event: MouseEvent): { link: HTMLAnchorElement; url: URL } | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement)) return null;
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return null;
  const url = new URL(link.href);
  return url.origin === window.location.origin ? { link, url } : null;
}
