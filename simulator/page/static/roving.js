// A chat's messages, and the keyboard below it, are one stop of the Tab key each; inside, other keys go about: left and
// right in a message or on the keyboard, up and down from line to line, Home and End to the ends.

const CONTROLS = "a, button, input, summary, video, .spoiler";
const OWN_KEYS = "input, video"; // what needs these keys itself
const BLOCKS = ".bubble, .keyboard";
const LINES = ".inline > div, .keyboard > div, .bubble:not(:has(.inline))";
const ACROSS = { ArrowRight: 1, ArrowLeft: -1 };
const DOWN = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function controls(part) {
  return [...part.querySelectorAll(CONTROLS)].filter((each) => !each.closest(".choices"));
}

/** Let `root`, a log or a keyboard, be one stop; what comes back is called whenever it was drawn. */
export function roving(root) {
  let stop = null;
  const stopAt = (control) => {
    if (stop) stop.tabIndex = -1;
    stop = control;
    if (stop) stop.tabIndex = 0;
  };
  /** The stop is where the focus is; else at what came last. */
  const settle = () => {
    const all = controls(root);
    for (const each of all) each.tabIndex = -1;
    const held = all.find((each) => each === document.activeElement);
    const last = root.matches(BLOCKS) ? root : [...root.querySelectorAll(BLOCKS)].at(-1);
    stopAt(held ?? (last && controls(linesOf(last)[0] ?? last)[0]));
  };
  root.addEventListener("focusin", ({ target }) => controls(root).includes(target) && stopAt(target));
  root.addEventListener("focusout", ({ relatedTarget }) => root.contains(relatedTarget) || settle());
  root.addEventListener("keydown", (event) => {
    if (event.target.matches(OWN_KEYS) || event.target.closest(".choices")) return;
    const to = event.key in ACROSS ? across(event.target, ACROSS[event.key]) : downwards(root, event.target, DOWN[event.key]);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  return settle;
}

function linesOf(part) {
  return part.matches(LINES) ? [part] : [...part.querySelectorAll(LINES)];
}

function across(from, step) {
  const all = controls(from.closest(BLOCKS));
  return all[(all.indexOf(from) + step + all.length) % all.length];
}

/** The control so many lines further down, below this one where that line has as many. */
function downwards(root, from, step) {
  if (!step) return null;
  const lines = linesOf(root);
  const line = from.closest(LINES) ?? linesOf(from.closest(BLOCKS))[0]; // what is about a message with buttons: as its first line
  const at = lines.indexOf(line) + step;
  const next = controls(lines[Math.max(0, Math.min(lines.length - 1, at))]);
  return next[Math.min(next.length - 1, from.closest(".keyboard, .inline") ? controls(line).indexOf(from) : 0)];
}

/** Put a message, drawn anew, in its own place; the focus stays at the button that stands where the focused one did, and
 * its menu stays open. */
export function renew(stale, fresh) {
  const menu = fresh.querySelector("details.menu");
  if (menu) menu.open = stale.querySelector("details.menu")?.open ?? false;
  const at = controls(stale).indexOf(document.activeElement);
  const below = Boolean(document.activeElement?.closest(".inline"));
  stale.replaceWith(fresh);
  const now = controls(fresh)[at];
  if (now && Boolean(now.closest(".inline")) === below) now.focus();
}
