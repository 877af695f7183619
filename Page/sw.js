// Keeps the page for the time without a network: everything of it is stored when it is first opened, by version.
//
// VERSION is set when the page is built; a new one takes the place of the old one as a whole, so that no page is ever
// half old and half new.

const VERSION = "mitral-development";
const FILES = [
  "./", "index.html", "style.css", "panels.css", "icon.svg", "manifest.webmanifest", "data/cases.json",
];

/** Every module, by following the imports from the first; the engine's files with them. */
async function everything(cache) {
  const scope = self.registration.scope;
  const waiting = [...FILES, "app/main.js", "scene/scene.css", "engine/engine.js", "engine/worker.js", "engine/engine.wasm"]
    .map((name) => new URL(name, scope).href);
  const seen = new Set();
  while (waiting.length) {
    const address = waiting.pop();
    if (seen.has(address) || !address.startsWith(scope)) continue;
    seen.add(address);
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer.clone());
    if (!address.endsWith(".js")) continue;
    const text = await answer.text();
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)) waiting.push(new URL(name, address).href);
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then(everything).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith("mitral-") && name !== VERSION).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

/** The network first, so that a page served anew is new; the store where there is none. */
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answered(request));
});

async function answered(request) {
  const cache = await caches.open(VERSION);
  const stored = () => cache.match(request, { ignoreSearch: true });
  try {
    const fresh = await fetch(request);
    if (fresh.ok) cache.put(request, fresh.clone());
    return fresh;
  } catch (error) {
    const kept = await stored() ?? (request.mode === "navigate" ? await cache.match(new URL("./", self.registration.scope).href) : null);
    if (kept) return kept;
    throw error;
  }
}
