// What stands on the table, kept up to date by the server's events, and the acts that change it.

import { t } from "./texts.js";

const CALLS_KEPT = 300;

export const state = empty();

const followers = new Set();
let acting = 0; // acts whose outcome the page does not show yet

function empty() {
  return { telephones: [], groups: [], chats: {}, panel: null, traffic: [], largest: {}, connected: false };
}

/** Call `follower` after every change, until the function that comes back is called. */
export function follow(follower) {
  followers.add(follower);
  return () => followers.delete(follower);
}

export function connect() {
  const source = new EventSource("/events");
  source.onopen = () => Object.assign(state, empty(), { connected: true }); // the server tells everything anew
  source.onerror = () => {
    state.connected = false;
    tell();
  };
  source.onmessage = (event) => {
    const { chats = {}, traffic = [], ...news } = JSON.parse(event.data);
    Object.assign(state, news);
    Object.assign(state.chats, chats);
    state.traffic = [...state.traffic, ...traffic].slice(-CALLS_KEPT);
    tell();
  };
}

function tell() {
  for (const follower of [...followers]) follower();
}

/** Do something on the server, and wait until the page shows it; false, after a word, where it cannot be done. */
export async function act(name, body = {}) {
  acting += 1;
  try {
    const answer = await fetch(`/acts/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) {
      const { acts } = await answer.json();
      await until(() => state.panel?.acts >= acts);
      return true;
    }
    say(await refusal(answer));
  } catch {
    say(t("no-connection"));
  } finally {
    acting -= 1;
    tell(); // those who wait until the page is at rest
  }
  return false;
}

/** The server names what is in the way; the words are the page's. */
async function refusal(answer) {
  if (answer.status === 413) return `${t("too-large")}.`;
  return answer.status === 409 ? t(`refused-${await answer.text()}`) : `${t("cannot")}.`;
}

/** A telephone of somebody new: with a name, where it matters. Resolves with it when it lies there. */
export async function addTelephone(about = {}) {
  const known = new Set(state.telephones.map((each) => each.id));
  await act("AddTelephone", about);
  return until(() => state.telephones.find((each) => !known.has(each.id)));
}

/** Whether nothing is on its way: no act of the page, no update and no letter of a bot that runs. */
export function atRest() {
  const { runs, unconfirmed, inbox, outbox } = state.panel;
  return acting === 0 && !(runs && (unconfirmed || inbox || outbox));
}

/** Resolve with what `look` finds, which is asked after every change; reject after so many seconds, naming `what`. */
export function until(look, seconds = 15, what = "") {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (!found) return;
      end();
      resolve(found);
    };
    const late = setTimeout(() => {
      end();
      reject(new Error(`${t("too-long")} ${what}`));
    }, seconds * 1000);
    const unfollow = follow(check);
    const end = () => {
      clearTimeout(late);
      unfollow();
    };
    check();
  });
}

/** The clock that the bot and Telegram go by. */
export function now() {
  return new Date(Date.now() + (state.panel?.ahead ?? 0) * 1000);
}

/** A word about the page itself, for a few seconds; in the window that is open, where there is one. */
export function say(text) {
  const place = document.querySelector("dialog[open] [data-said]") ?? document.querySelector("#notice");
  if (!place) return;
  place.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (place.textContent = ""), 6000);
}
