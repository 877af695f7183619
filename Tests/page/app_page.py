"""What the claims about the page's app share: the page opened and ready, questions to its parts, changes by hand."""

import json

from claims import expect, expect_equal
from site_server import SITE, browser

READY = "document.body.dataset.ready === 'true'"

# Helpers that live in the page for the time of a claim; they touch controls as a hand does.
HELPERS = """
globalThis.hand = {
  wait: async (truth, most = 20000) => {
    const end = performance.now() + most;
    while (!truth()) {
      if (performance.now() > end) throw new Error("not within " + most + " ms: " + truth);
      await new Promise((go) => setTimeout(go, 4));
    }
  },
  /** Until the heart of the settings has come, or is known not to beat. */
  settled: async () => {
    await hand.wait(() => mitral.heartbeat.answered === mitral.store.settings);
    await hand.wait(() => mitral.ghost && mitral.ghost.settings.patient.sex === mitral.store.settings.patient.sex);
    await new Promise((go) => setTimeout(go, 0));
  },
  set: (element, value) => {
    if (element.type === "checkbox") { element.click(); return; }
    element.value = value;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  },
  control: (name) => document.querySelector(`[data-control="${CSS.escape(name)}"]`),
  /** What a reader may conclude from a beat, as one text. */
  seen: () => {
    const { findings, severity, stage, nyha, urgency, recommendations, cause, seconds } = mitral.heartbeat.beat;
    return JSON.stringify([findings, severity, stage, nyha, urgency, recommendations, cause, Array.from(seconds?.findings.MAP ?? [])]);
  },
  /** Another heart, and its beat. */
  open: async (settings) => {
    mitral.store.open("test", { version: 1, name: "test", ...settings });
    await hand.settled();
    return mitral.heartbeat.beat?.findings;
  },
  file: (name, text) => new File([text], name),
};
"""


def page(width=1440, height=900, dark=False, fragment="", still=False):
    """The page, open and beating."""
    browser().open(SITE.address + fragment, width, height, dark, still)
    browser().until(READY, 40)
    browser().ask(HELPERS + "0")
    browser().ask("hand.settled()")
    return browser()


def run(script):
    """The value of an asynchronous script in the page."""
    # Long enough for a walk over every control on a busy machine.
    return browser().ask("(async () => {" + script + "})()", timeout=300)


def heart(**settings):
    """The findings of a heart."""
    found = run(f"return await hand.open({json.dumps(settings)})")
    expect(found, "no beat of", settings, run("return mitral.heartbeat.trouble"))
    return found


def quiet():
    """No complaint so far, and nothing fetched from elsewhere."""
    expect_equal(browser().complaints(), [])
    elsewhere = [one for one in browser().fetched() if not one.startswith((SITE.address, "blob:"))]
    expect_equal(elsewhere, [])


def mode(name):
    run(f"document.querySelector('[data-tab={name}]').click(); await new Promise((go) => setTimeout(go, 60))")
