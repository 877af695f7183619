// Building elements by a function, ids, and the one polite voice for screen readers.

/** An element; `properties` with a capital-free `on…` are listeners, the rest attributes or, after a dot, properties. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on") && typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (key.startsWith(".")) element[key.slice(1)] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...flat(children));
  return element;
}

/** The same in SVG's name space. */
export function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) element.setAttribute(key, value);
  }
  element.append(...flat(children));
  return element;
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

let count = 0;
/** An id that no other element has. */
export function fresh(stem) {
  count += 1;
  return `${stem}-${count}`;
}

/** "leftVentricle.activeStress" and "secondary-ventricular" as words. */
export function words(identifier) {
  return String(identifier).replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[-_.]/g, " ").toLowerCase();
}

/** The first letter large. */
export function capital(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}

let waiting;
/** Tells screen readers, once things have been quiet for a moment: the last thing said wins. */
export function announce(text, wait = 900) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const region = document.getElementById("voice");
    if (region && region.textContent !== text) region.textContent = text;
  }, wait);
}

/** A short note that is seen and said, and goes away. */
export function notify(text, kind = "note") {
  const place = document.getElementById("notes");
  const note = h("p", { class: `toast ${kind}` }, text);
  place.append(note);
  while (place.children.length > 3) place.firstChild.remove();
  setTimeout(() => note.remove(), kind === "fault" ? 12000 : 6000);
}
