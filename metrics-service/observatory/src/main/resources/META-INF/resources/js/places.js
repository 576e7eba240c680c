/** Links to the parts of the page that are there. */
import { byId, element } from './dom.js';

const PLACES = ['feed', 'quality', 'training', 'models', 'quarantine'];

export function showPlaces() {
  const draw = () => {
    const there = PLACES.map(byId).filter((section) => !section.hidden);
    byId('places').hidden = there.length < 2;
    byId('places').replaceChildren(...there.map((section) => {
      const link = element('a', { href: `#${section.id}` }, section.querySelector('h2').firstChild.textContent.trim());
      link.addEventListener('click', (event) => {
        event.preventDefault();
        section.scrollIntoView();
        section.focus({ preventScroll: true });
      });
      return link;
    }));
  };
  const watcher = new MutationObserver(draw);
  PLACES.map(byId).forEach((section) => watcher.observe(section, { attributes: true, attributeFilter: ['hidden'] }));
  draw();
}
