import type { View } from './view.ts';

const DOWN = new Set(['ArrowDown', 'j']);
const UP = new Set(['ArrowUp', 'k']);

/** `/` goes to the box, arrows or j and k move through the results, Enter opens (the browser does that: they are links). */
export function listenToKeys(view: View): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const box = view.form.elements.namedItem('q') as HTMLInputElement;
    const typing = document.activeElement instanceof HTMLElement && document.activeElement.matches('input, select, textarea');
    if (event.key === '/' && !typing) return go(event, box);
    // From the box the arrow leads into the results; letters there are text, and arrows in a list of choices choose.
    if (typing && !(document.activeElement === box && event.key === 'ArrowDown')) return;
    const links = [...view.results.querySelectorAll<HTMLElement>('li a')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at === -1 && event.key.startsWith('Arrow') && document.activeElement !== box) return;
    if (DOWN.has(event.key)) go(event, links[at + 1]);
    else if (UP.has(event.key)) go(event, at > 0 ? links[at - 1] : box);
  });
}

function go(event: KeyboardEvent, target: HTMLElement | undefined): void {
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target instanceof HTMLInputElement) target.select();
}
