// A heart in a link: the settings, shortened, behind the number sign, where no server sees them.

import { spare, VERSION } from "./settings.js";

const MARK = /^#v(\d+)\.([A-Za-z0-9_-]+)$/;
const MOST = 200_000; // characters of JSON that a link may hold: more is no heart of ours

async function through(stream, bytes) {
  const source = new Blob([bytes]).stream().pipeThrough(stream);
  const reader = source.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST) throw new Error("too long");
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** "#v1.…" of what is to be shared: {settings, years?, kept?}. */
export async function fragment({ settings, years, kept }) {
  const said = { ...spare(settings), ...(years ? { years } : {}), ...(kept ? { kept: spare(kept) } : {}) };
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(said)));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `#v${VERSION}.${btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** What a fragment says, as it says it: {settings, years, kept}, {fault: text}, or null when it is no link of ours. */
export async function readFragment(text) {
  if (!text || text === "#" || !/^#v\d/.test(text)) return null;
  const match = MARK.exec(text);
  if (!match) return { fault: "This link is broken: some of it is missing or changed. Nothing was opened." };
  if (Number(match[1]) !== VERSION) {
    return { fault: `This link was made by a newer page (version ${match[1]}, this one reads ${VERSION}). Nothing was opened.` };
  }
  try {
    const packed = Uint8Array.from(atob(match[2].replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const bytes = await through(new DecompressionStream("deflate-raw"), packed);
    const { years, kept, ...settings } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (settings.version !== VERSION) throw new Error("version");
    return { settings, years, kept };
  } catch {
    return { fault: "This link is broken: some of it is missing or changed. Nothing was opened." };
  }
}
