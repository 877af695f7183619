// One clock for all that moves: plays, pauses, runs slower, and measures how long each frame's work takes.
// It starts paused where the person asked for reduced motion.

export class Clock extends EventTarget {
  #span = 1;
  #time = 0;
  #rate = 1;
  #playing;
  #last = null;
  #request = 0;
  #works = new Float64Array(600);
  #gaps = new Float64Array(600);
  #count = 0;

  constructor({ playing } = {}) {
    super();
    this.reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#playing = playing ?? !this.reducedMotion;
    document.addEventListener("visibilitychange", () => { this.#last = null; });
    this.#schedule();
  }

  get playing() { return this.#playing; }
  set playing(value) {
    if (this.#playing === Boolean(value)) return;
    this.#playing = Boolean(value);
    this.#last = null;
    this.#schedule();
    this.#changed();
  }
  play() { this.playing = true; }
  pause() { this.playing = false; }
  toggle() { this.playing = !this.playing; }

  /** Of the heart's time to the watch's: 1, ½, ¼ … */
  get rate() { return this.#rate; }
  set rate(value) {
    if (!(value > 0) || value === this.#rate) return;
    this.#rate = value;
    this.#changed();
  }

  /** Length of what repeats, s. A new one keeps the phase. */
  get span() { return this.#span; }
  set span(value) {
    if (!(value > 0) || value === this.#span) return;
    this.#time *= value / this.#span;
    this.#span = value;
    this.#changed();
  }

  /** Within the span, s. */
  get time() { return this.#time; }
  set time(value) {
    this.#time = ((value % this.#span) + this.#span) % this.#span;
    this.#changed();
    this.#emit();
  }
  /** Moves by so many seconds of the heart's time, as a key does while paused. */
  step(seconds) { this.time = this.#time + seconds; }

  /** Milliseconds of work in a frame and between frames, over the last 600. */
  get frames() {
    const n = Math.min(this.#count, this.#works.length);
    const of = (values) => {
      const sorted = Float64Array.from(values.subarray(0, n)).sort();
      const pick = (share) => (n ? sorted[Math.min(n - 1, Math.floor(share * n))] : 0);
      return { median: pick(0.5), p95: pick(0.95) };
    };
    const work = of(this.#works);
    return { ...work, count: this.#count, between: of(this.#gaps) };
  }
  resetFrames() { this.#count = 0; }

  #schedule() {
    if (!this.#playing || this.#request) return;
    this.#request = requestAnimationFrame((now) => this.#frame(now));
  }

  #frame(now) {
    this.#request = 0;
    if (!this.#playing) return;
    if (this.#last !== null) {
      const gap = now - this.#last;
      // After a pause of the browser the heart goes on from where it stood.
      this.#time = (this.#time + (Math.min(gap, 250) / 1000) * this.#rate) % this.#span;
      const begin = performance.now();
      this.#emit();
      const place = this.#count % this.#works.length;
      this.#works[place] = performance.now() - begin;
      this.#gaps[place] = gap;
      this.#count += 1;
    }
    this.#last = now;
    this.#schedule();
  }

  #emit() { this.dispatchEvent(new Event("frame")); }
  #changed() { this.dispatchEvent(new Event("change")); }
}
