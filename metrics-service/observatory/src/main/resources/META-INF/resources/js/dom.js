/** Building elements without a line of HTML in a string: texts from outside stay texts. */

export const byId = (id) => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'class') made.className = value;
    else if (key in made && typeof value !== 'string') made[key] = value;
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const fromTemplate = (id) => byId(id).content.firstElementChild.cloneNode(true);

/** A term and its value in a definition list. */
export const pair = (term, value, properties = {}) =>
  element('div', properties, element('dt', {}, term), element('dd', {}, value));
