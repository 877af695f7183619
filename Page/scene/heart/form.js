// How the mitral valve of a heart is made: which leaflet is ill and in what way, and what has been done to it. Read
// from the settings that the beat was made from, or, where they are absent, from what leaks.

const forms = {
  sound: "The mitral leaflets meet below their ring.",
  hole: "One mitral leaflet has a hole.",
  cleft: "The anterior mitral leaflet is split to its root.",
  flail: "A mitral leaflet has torn from its chords and swings into the atrium.",
  rupture: "A papillary muscle has torn off; its head swings with the leaflet into the atrium.",
  prolapse: "A mitral leaflet bulges over the ring into the atrium.",
  tethered: "The wide ventricle pulls the mitral leaflets down and apart.",
  ring: "The mitral ring is too wide for its leaflets.",
  rheumatic: "The mitral leaflets are thick and stiff, fused at their edges.",
  mechanical: "A mechanical valve with two discs stands in the mitral ring.",
  biological: "A biological valve with three cusps stands in the mitral ring.",
};

// What is ill stays ill below a clip: only the edge is held.
const clipped = {
  flail: "A mitral leaflet has torn from its chords.", rupture: "A papillary muscle has torn off.", prolapse: "A mitral leaflet is too long.",
};

/** How the valve is made and what was done to it, in words. */
export function formWords({ kind, clip, band }) {
  const done = [clip ? "A clip holds the leaflets' edges together in the middle." : null, band ? "A ring is sewn in." : null];
  return [(clip && clipped[kind]) || forms[kind], ...done].filter(Boolean).join(" ");
}

const ofLesion = {
  "fixed-orifice": "hole", "congenital-cleft": "cleft", "prolapse": "prolapse", "flail-leaflet": "flail",
  "papillary-muscle-rupture": "rupture", "leaflet-tethering": "tethered", "ventricular-dilatation": "tethered",
  "annular-dilatation": "ring", "rheumatic": "rheumatic",
};
/** Which share of the leak is whose. */
const place = {
  hole: "hole", cleft: "hole", rheumatic: "hole", flail: "flail", rupture: "flail", prolapse: "prolapse",
  tethered: "functional", ring: "functional",
};

/** {kind, leaflet: "posterior" | "anterior", clip, band, side: −1 … 1 (where a jet leans; −1 the septum)} */
export function formOf(beat) {
  const settings = beat.settings ?? {};
  const lesions = (settings.lesions ?? []).filter((l) => ofLesion[l.kind]);
  const treatments = (settings.treatments ?? []).map((t) => t.kind);
  const leaks = beat.leaks ?? {};
  let kind = "sound";
  if (lesions.length) {
    const size = (l) => leaks[place[ofLesion[l.kind]]] ?? l.orificeArea ?? 0;
    const worst = lesions.reduce((a, b) => (size(b) > size(a) ? b : a));
    kind = ofLesion[worst.kind];
  } else {
    kind = fromLeaks(beat, leaks);
  }
  if (treatments.includes("replacement-mechanical")) kind = "mechanical";
  if (treatments.includes("replacement-biological")) kind = "biological";
  const repaired = treatments.some((t) => t === "repair" || t === "leaflet-repair");
  if (repaired && (kind === "flail" || kind === "prolapse" || kind === "rupture" || kind === "cleft")) kind = "sound";
  const leaflet = lesions.some((l) => l.leaflet === "anterior") ? "anterior" : "posterior";
  const eccentric = kind === "flail" || kind === "prolapse" || kind === "rupture";
  return {
    kind, leaflet,
    clip: treatments.includes("edge-to-edge"),
    band: treatments.some((t) => t === "annuloplasty" || t === "repair"),
    side: eccentric ? (leaflet === "anterior" ? 1 : -1) : 0,
  };
}

function fromLeaks(beat, leaks) {
  const [name, area] = Object.entries(leaks).reduce((a, b) => (b[1] > a[1] ? b : a), ["none", 0]);
  if (area < 0.01) return "sound";
  const told = `${beat.cause?.mechanism ?? ""}`.toLowerCase();
  if (/rheumat/.test(told)) return "rheumatic";
  if (name === "functional") return beat.cause?.class === "secondary-atrial" ? "ring" : "tethered";
  if (name === "flail") return /papill/.test(told) ? "rupture" : "flail";
  if (name === "hole") return /cleft/.test(told) ? "cleft" : "hole";
  return name;
}
