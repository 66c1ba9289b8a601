// Each message is one stop of the Tab key; the arrow keys go about inside it.

const CONTROLS = "a, button, input, summary, video, .spoiler";
const OWN_ARROWS = "input, video"; // what needs the arrow keys itself
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function controls(message) {
  return [...message.querySelectorAll(CONTROLS)].filter((each) => !each.closest(".choices"));
}

/** The message: it stops at its first button, else at whatever comes first in it. */
export function roving(message) {
  const all = controls(message);
  const stop = message.querySelector(".inline button") ?? all[0];
  for (const each of all) each.tabIndex = each === stop ? 0 : -1;
  message.addEventListener("keydown", (event) => {
    const at = all.indexOf(event.target);
    const step = STEPS[event.key];
    if (!step || at < 0 || event.target.matches(OWN_ARROWS)) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length].focus();
  });
  return message;
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
