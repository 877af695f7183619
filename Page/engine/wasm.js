// The engine's WebAssembly by itself: words and numbers in, replies out. Replies are JSON in which every number is a place
// in a list of doubles, so that no double is ever written in digits: it arrives as it was computed, to the last bit.

import { things, years } from "./settings.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The smallest module that uses a vector instruction.
const SIMD = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);

// Fetches and compiles the engine; the error says in a sentence what is missing.
export async function compile(url) {
  if (typeof WebAssembly !== "object" || !WebAssembly.validate(SIMD)) {
    throw new Error("This browser has no WebAssembly with SIMD, which the heart is computed with. Any browser of 2023 or later has it.");
  }
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The engine could not be fetched (${answer.status}).`);
  return WebAssembly.compile(await answer.arrayBuffer());
}

// The numbers of a reply put in their places; what is null is left out of objects.
function filled(value, numbers) {
  if (typeof value === "number") return numbers[value];
  if (typeof value === "string") {
    if (!value.startsWith("@")) return value;
    const [first, count] = value.slice(1).split(":").map(Number);
    return numbers.slice(first, first + count);
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, numbers));
  if (value === null || typeof value === "boolean") return value;
  const object = {};
  for (const [name, one] of Object.entries(value)) if (one !== null) object[name] = filled(one, numbers);
  return object;
}

const MESSAGES = {
  unknown: () => "is not known",
  range: (fault, value) => (Number.isFinite(value) ? `is out of range: ${fault.minimum} to ${fault.maximum} ${fault.unit}` : "is not a number"),
  whole: (fault) => `is not a whole number from ${fault.minimum} to ${fault.maximum}`,
  exclusive: () => "cannot be borne together with another of its kind",
  alone: () => "passes within a minute and stands alone",
  order: () => "belongs to nothing said before",
  contradiction: (fault) => `is not below ${fault.word}`,
};

export class Wasm {
  constructor(instance) {
    this.exports = instance.exports;
    this.catalogue = null;
    this.catalogue = this.ask("mitral_catalogue");
  }

  static async start(module) {
    return new Wasm(await WebAssembly.instantiate(module, {}));
  }

  // Calls an export that leaves a reply, and reads it.
  ask(name, ...given) {
    const { exports } = this;
    exports[name](...given);
    const bytes = new Uint8Array(exports.memory.buffer, exports.mitral_text(), exports.mitral_text_size());
    const tree = JSON.parse(decoder.decode(bytes));
    return filled(tree, new Float64Array(exports.memory.buffer, exports.mitral_numbers(), exports.mitral_number_count()));
  }

  // Says a word with a number.
  #tell(call, word, number) {
    const bytes = encoder.encode(word);
    const room = this.exports.mitral_room(bytes.length);
    new Uint8Array(this.exports.memory.buffer, room, bytes.length).set(bytes);
    call(bytes.length, number);
  }

  // A measurement in the finding's own unit: {value, unit, units}, without a value where `unit` does not measure such a thing;
  // empty where nothing is known of it. `isError`: a standard error, which has no zero point.
  quantity(finding, value, unit, isError = false) {
    const word = `${finding}${isError ? ".sd" : ""} ${unit}`;
    let answer;
    this.#tell((size, number) => { answer = this.ask("mitral_quantity", size, number); }, word, value);
    return answer;
  }

  // Says everything that the settings hold, and the course that is planned, if one is; gives the list of what was said.
  say(settings, plan) {
    const { exports } = this;
    const said = [...things(settings, this.catalogue), ...(plan ? years(plan, this.catalogue) : [])];
    exports.mitral_clear();
    for (const [key, value] of said) {
      this.#tell(exports.mitral_say, key, typeof value === "number" ? value : NaN);
    }
    return said;
  }

  // Every fault of the settings: [{field, value, allowed, message}].
  check(settings, plan) {
    const said = this.say(settings, plan);
    return this.ask("mitral_check").map((fault) => {
      const [key, value, field] = said[fault.said];
      const isWord = fault.problem === "unknown";
      const shown = isWord ? this.word({ ...settings, ...plan }, field) ?? key : value;
      const allowed = fault.minimum === undefined ? undefined : { minimum: fault.minimum, maximum: fault.maximum, unit: fault.unit };
      const below = fault.word && `below ${fault.word}`;
      return { field, value: shown, allowed: allowed ?? below, message: `${field}: ${shown} ${MESSAGES[fault.problem](fault, value)}` };
    });
  }

  // What stands at a field of the settings.
  word(settings, field) {
    let value = settings;
    for (const part of field.replace(/\[(\d+)\]/g, ".$1").split(".")) value = value?.[part];
    return typeof value === "object" ? undefined : value;
  }
}
