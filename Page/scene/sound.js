// The heart's sound in step with the clock: whole beats in a loop that begins at the clock's phase. At half rate the
// sound follows an octave lower, and says so; slower than that it would be below hearing, and is silent. The audio
// context is made when the person asks for sound, never before.

/** The slowest rate at which the sound still follows. */
export const slowest = 0.5;

export class Sound extends EventTarget {
  #clock;
  #context = null;
  #gain = null;
  #source = null;
  #buffer = null;
  #sound = null;
  #wanted = false;
  #volume = 0.8;
  #began = { at: 0, offset: 0, rate: 1 };
  #watch = 0;

  constructor(clock) {
    super();
    this.#clock = clock;
    clock.addEventListener("change", () => this.#renew());
  }

  /** {playing, muted, volume, words}: what is shown beside the button. */
  get state() {
    const slow = this.#clock.rate < slowest;
    const playing = this.#wanted && Boolean(this.#buffer) && this.#clock.playing && !slow &&
      this.#context?.state !== "suspended";
    let words = "Sound off";
    if (this.#wanted) {
      if (!this.#buffer) words = "No sound yet";
      else if (!this.#clock.playing) words = "Sound waits for the heart to beat";
      else if (slow) words = "Silent: too slow to hear";
      else if (this.#clock.rate !== 1) words = `Sound on, ${pitch(this.#clock.rate)} as the heart is slowed`;
      else words = "Sound on";
    }
    return { playing, wanted: this.#wanted, muted: this.#wanted && slow, volume: this.#volume, words };
  }

  get volume() { return this.#volume; }
  set volume(value) {
    this.#volume = Math.min(Math.max(Number(value) || 0, 0), 1);
    // Loudness is heard by ratios: the slider's middle is a quarter of the amplitude.
    this.#gain?.gain.setTargetAtTime(this.#volume ** 2, this.#context.currentTime, 0.02);
    this.#changed();
  }

  /** The loop that is played: for tests and exports. */
  get buffer() { return this.#buffer; }
  get context() { return this.#context; }
  /** The last node before the speaker: others may listen in. */
  get output() { return this.#gain; }

  /** Where the loop is now, s of the heart's time; null where nothing plays. */
  get position() {
    if (!this.#source) return null;
    const { at, offset, rate } = this.#began;
    return (offset + Math.max(this.#context.currentTime - at, 0) * rate) % this.#buffer.duration;
  }
  /** How far the sound is from the clock, s of the heart's time, by the shorter way round; output latency left out. */
  get drift() {
    const position = this.position;
    if (position === null) return 0;
    const span = this.#clock.span;
    const off = (((position - this.#clock.time) % span) + span) % span;
    return off > span / 2 ? off - span : off;
  }

  /** @param sound {rate, samples} whole beats from the wave's first sample; null: none. */
  load(sound) {
    this.#sound = sound ?? null;
    this.#buffer = null;
    this.#fill();
    this.#renew();
  }

  /** In a gesture of the person. */
  async start() {
    this.#wanted = true;
    if (!this.#context) {
      this.#context = new AudioContext({ latencyHint: "interactive" });
      this.#gain = this.#context.createGain();
      this.#gain.gain.value = this.#volume ** 2;
      this.#gain.connect(this.#context.destination);
      this.#context.addEventListener("statechange", () => this.#changed());
    }
    this.#fill();
    // A browser that wants a gesture first leaves this pending: the state tells.
    await Promise.race([this.#context.resume(), new Promise((done) => { setTimeout(done, 500); })]);
    this.#renew();
    this.#watch ||= setInterval(() => this.#check(), 1000);
  }

  stop() {
    this.#wanted = false;
    clearInterval(this.#watch);
    this.#watch = 0;
    this.#renew();
  }
  toggle() { return this.#wanted ? this.stop() : this.start(); }

  #fill() {
    if (!this.#context || !this.#sound?.samples?.length || this.#buffer) return;
    const { rate, samples } = this.#sound;
    this.#buffer = this.#context.createBuffer(1, samples.length, rate);
    this.#buffer.copyToChannel(samples instanceof Float32Array ? samples : Float32Array.from(samples), 0);
  }

  /** Begins again at the clock's phase, or falls silent. */
  #renew() {
    this.#end();
    const clock = this.#clock;
    if (this.#wanted && this.#buffer && clock.playing && clock.rate >= slowest) {
      const context = this.#context;
      this.#source = context.createBufferSource();
      this.#source.buffer = this.#buffer;
      this.#source.loop = true;
      this.#source.playbackRate.value = clock.rate;
      const fade = context.createGain();
      fade.gain.setValueAtTime(0, context.currentTime);
      fade.gain.linearRampToValueAtTime(1, context.currentTime + 0.015);
      this.#source.connect(fade).connect(this.#gain);
      this.#source.fade = fade;
      // What is heard leaves the speaker a little later: the loop begins so much ahead.
      const ahead = (context.outputLatency || context.baseLatency || 0) * clock.rate;
      const offset = (clock.time + ahead) % this.#buffer.duration;
      this.#source.start(0, offset);
      this.#began = { at: context.currentTime, offset: clock.time % this.#buffer.duration, rate: clock.rate };
    }
    this.#changed();
  }

  #end() {
    const source = this.#source;
    if (!source) return;
    this.#source = null;
    const now = this.#context.currentTime;
    source.fade.gain.setTargetAtTime(0, now, 0.008);
    source.stop(now + 0.06);
  }

  /** Two clocks drift apart, and a browser's pauses stop one of them. */
  #check() {
    if (this.#source && Math.abs(this.drift) > 0.04) this.#renew();
  }

  #changed() { this.dispatchEvent(new Event("change")); }
}

function pitch(rate) {
  const octaves = Math.log2(rate);
  if (Math.abs(octaves + 1) < 0.01) return "an octave lower";
  return rate < 1 ? "lower" : "higher";
}
