// The scene's colours: read from the page's custom properties, with defaults for light and dark after Okabe and Ito
// (distinguishable with every kind of colour vision; at least 3:1 against their ground). Every line also has its own
// dash or width and its name beside it.

const light = {
  ground: "#ffffff", screen: "#f4f6f8", ink: "#1b2430", faint: "#5c6875", grid: "#d8dee5",
  lv: "#b3400a", la: "#0072b2", ao: "#8a2f78", rv: "#007a5a", ra: "#6b5b00", pa: "#4a55b8",
  leak: "#c62828", flow: "#00717a", ghost: "#6a7480", signal: "#24303d", systole: "rgba(90,110,135,0.13)",
    cursor: "#111827",
  muscle: "#c2665c", "muscle-deep": "#a94d46", "muscle-edge": "#7c2f2b", "blood-rich": "#f8d3cd",
    "blood-rich-deep": "#efb1a8",
  "blood-poor": "#d5e0f2", "blood-poor-deep": "#b3c6e6", "stream-rich": "#a8101f", "stream-poor": "#20479c",
  artery: "#e79a90", "artery-edge": "#7c2f2b", trunk: "#9fb6de", "trunk-edge": "#2c4a86",
  leaflet: "#fff7e6", "leaflet-edge": "#43231a", chord: "#5b3a2c", "jet-outer": "#ef7d22", "jet-middle": "#ffc531",
    "jet-core": "#fffbe0",
  "jet-edge": "#8c2f00", metal: "#5f6b78",
};
const dark = {
  ground: "#12171d", screen: "#0b0f14", ink: "#eef2f6", faint: "#a3afbc", grid: "#2b343e",
  lv: "#ff9a5c", la: "#5cb8f5", ao: "#e59ad3", rv: "#35c79a", ra: "#d9c64a", pa: "#a3acff",
  leak: "#ff7b72", flow: "#4fd2dc", ghost: "#98a4b1", signal: "#dbe3ea", systole: "rgba(160,185,215,0.13)",
    cursor: "#ffffff",
  muscle: "#99504a", "muscle-deep": "#7d3b38", "muscle-edge": "#d99a92", "blood-rich": "#55201f",
    "blood-rich-deep": "#451616",
  "blood-poor": "#1f3357", "blood-poor-deep": "#172845", "stream-rich": "#ffb1a6", "stream-poor": "#a9c8ff",
  artery: "#7a302e", "artery-edge": "#d99a92", trunk: "#2c4576", "trunk-edge": "#9db8ea",
  leaflet: "#fff1d6", "leaflet-edge": "#1b0d09", chord: "#e8cfae", "jet-outer": "#f08a2c", "jet-middle": "#ffd04a",
    "jet-core": "#fffbe0",
  "jet-edge": "#ffd9a8", metal: "#b8c4d0",
};

export const names = Object.keys(light);

/** Whether the element stands on a dark page. */
export function isDark(element) {
  const scheme = document.documentElement.dataset.theme;
  if (scheme === "dark" || scheme === "light") return scheme === "dark";
  void element;
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

/** The colours at an element. */
export function palette(element) {
  const defaults = isDark(element) ? dark : light;
  const style = getComputedStyle(element);
  const colors = { isDark: defaults === dark };
  for (const name of names) colors[name] = style.getPropertyValue(`--${name}`).trim() || defaults[name];
  return colors;
}

function channels(color) {
  const hex = /^#([\da-f]{3,8})$/i.exec(color)?.[1];
  if (hex) {
    const wide = hex.length < 6 ? [...hex].map((c) => c + c).join("") : hex;
    return [0, 2, 4].map((i) => parseInt(wide.slice(i, i + 2), 16));
  }
  return /\(([^)]+)\)/.exec(color)?.[1].split(/[,\s/]+/).slice(0, 3).map(Number) ?? [0, 0, 0];
}

/** A colour with an opacity. */
export function faded(color, alpha) {
  const [r, g, b] = channels(color);
  return `rgba(${r},${g},${b},${Math.round(alpha * 1000) / 1000})`;
}

/** A mixture of two colours. */
export function mixed(first, second, share) {
  const [a, b] = [channels(first), channels(second)];
  return `rgb(${a.map((v, i) => Math.round(v + share * (b[i] - v))).join(",")})`;
}

/** Contrast of two colours after WCAG 2.2. */
export function contrast(first, second) {
  const luminance = (color) => {
    const [r, g, b] = channels(color).map((v) => (v / 255 <= 0.04045 ?
      v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(first), luminance(second)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}
