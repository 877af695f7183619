// A heart's settings as the things that the engine is told, one by one: [key, number, field]. The field names the place in
// the settings, for messages.

const words = (list, prefix, field) => list.map((word, index) => [prefix + word, 1, `${field}[${index}]`]);

// Numbers that a lesion, a treatment or a load was given, by name; `amount` is the first that it takes.
function* chosen(list, prefix, field, kinds) {
  for (const [index, choice] of list.entries()) {
    const place = `${field}[${index}]`;
    const kind = kinds?.find((one) => one.identifier === choice.kind);
    yield [`${prefix}.${choice.kind}`, 1, `${place}.kind`];
    for (const [name, value] of Object.entries(choice)) {
      if (name === "kind") continue;
      if (name === "amount") {
        const first = kind?.arguments[0]?.name;
        if (first) yield [`${prefix}.${choice.kind}.${first}`, value, `${place}.amount`];
      } else {
        yield [`${prefix}.${choice.kind}.${name}`, value, `${place}.${name}`];
      }
    }
  }
}

function* person(patient) {
  for (const [name, value] of Object.entries(patient)) {
    if (name === "sex") yield [`patient.sex.${value}`, 1, "patient.sex"];
    else yield [`patient.${name}`, value, `patient.${name}`];
  }
}

// Measurements as a case file has them: [{finding, value, by, sd, on}], each in the catalogue's unit, `on` as 20260302, 202603 or
// 2026; several of one finding stand one after the other.
function* measured(measurements) {
  for (const [index, { finding, value, by, sd, on }] of measurements.entries()) {
    const [key, place] = [`finding.${finding}`, `measurements[${index}]`];
    yield [key, value, `${place}.value`];
    if (by !== undefined) yield [`${key}.by.${by}`, 1, `${place}.by`];
    if (sd !== undefined) yield [`${key}.sd`, sd, `${place}.sd`];
    if (on !== undefined) yield [`${key}.on`, on, `${place}.on`];
  }
}

function* story(settings) {
  if (settings.history) {
    yield ["history", 0, "history"];
    yield* words(settings.history, "history.", "history");
  }
  if (settings.symptoms) {
    yield ["symptom", 0, "symptoms"];
    yield* words(settings.symptoms, "symptom.", "symptoms");
  }
  if (settings.nyha) yield [`nyha.${settings.nyha}`, 1, "nyha"];
  for (const [name, value] of Object.entries(settings.signs ?? {})) yield [`sign.${name}.${value}`, 1, `signs.${name}`];
  for (const [name, value] of Object.entries(settings.findings ?? {})) yield [`finding.${name}`, value, `findings.${name}`];
  yield* measured(settings.measurements ?? []);
  for (const [name, value] of Object.entries(settings.context ?? {})) {
    if (typeof value === "string") yield [`context.${name}.${value}`, 1, `context.${name}`];
    else yield [`context.${name}`, Number(value), `context.${name}`];
  }
  if (settings.guideline) yield [`guideline.${settings.guideline}`, 1, "guideline"];
}

const today = () => {
  const now = new Date();
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
};

// Everything that the settings say, in the order in which a case file says it: the heart's numbers before its lesions.
export function* things(settings, catalogue) {
  yield* person(settings.patient ?? {});
  if (settings.presentation) yield [`presentation.${settings.presentation}`, 1, "presentation"];
  if (settings.rhythm) yield [`rhythm.${settings.rhythm}`, 1, "rhythm"];
  if (settings.heartRate != null) yield ["heartRate", settings.heartRate, "heartRate"];
  for (const [path, value] of Object.entries(settings.heart ?? {})) yield [`heart.${path}`, value, `heart.${path}`];
  yield* chosen(settings.lesions ?? [], "lesion", "lesions", catalogue?.lesions);
  for (const [valve, lesions] of Object.entries(settings.valves ?? {})) {
    yield* chosen(lesions, `valve.${valve}`, `valves.${valve}`, catalogue?.lesions);
  }
  yield* chosen(settings.treatments ?? [], "treatment", "treatments", catalogue?.treatments);
  yield* chosen(settings.loads ?? [], "load", "loads", catalogue?.loads);
  if (settings.reflexes != null) yield ["reflexes", settings.reflexes ? 1 : 0, "reflexes"];
  yield* story(settings);
  yield ["today", settings.today ?? today(), "today"];
}

// The years of a heart: at which days to look, and what is done when; said after the settings.
export function* years({ days = [], events = [], holdsLesion = false }, catalogue) {
  for (const [index, day] of days.entries()) yield ["course.day", day, `days[${index}]`];
  for (const [index, { day, treatment }] of events.entries()) {
    yield ["course.event", day, `events[${index}].day`];
    const list = Array.isArray(treatment) ? treatment : [treatment];
    yield* chosen(list, "course.treatment", `events[${index}].treatment`, catalogue?.treatments);
  }
  if (holdsLesion) yield ["course.holdsLesion", 1, "holdsLesion"];
}
