// Links to the bot, and QR codes: shown on one telephone, scanned with another.

import { button, dialog, h } from "./dom.js";
import { act, addTelephone, state } from "./store.js";
import { role, t } from "./texts.js";

const CAPTION = 60; // characters
const CARRYING = /https:\/\/t\.me\/\w+\?start=[\w-]+/g;

export function isOfBot(address) {
  return /^https:\/\/t\.me\/\w+bot(\?|$)/i.test(address);
}

/** Whether it asks for a group or channel to which the bot is to be added. */
export function asksForGroup(link) {
  return /[?&]start(group|channel)/.test(link);
}

/** The code of a link on this telephone, and the others that may be held before it: they open what it says. */
export function showQr(telephone, link) {
  dialog(t("qr"), (close) => {
    const scan = (who) => {
      close();
      telephone.dispatchEvent(new CustomEvent("scan", { bubbles: true, detail: { who, link } }));
    };
    const others = state.telephones.filter((each) => each.id !== telephone.who);
    return [
      code(link, "qr"),
      h("p", { class: "address" }, link),
      h("h3", {}, t("scan-with")),
      button(t("new-telephone"), async () => scan((await addTelephone()).id), { class: "choice" }),
      ...others.map((each) => button(`${each.name}, ${role(each)}`, () => scan(each.id), { class: "choice" })),
      h("div", { class: "ways" }, button(t("close"), close)),
    ];
  });
}

/** A link from anywhere: typed in, or one of the codes that stand on any telephone. `follow(link)` opens it. */
export function askLink(follow) {
  const field = h("input", { "aria-label": t("link"), placeholder: "https://t.me/…", required: true });
  const seen = linksSeen();
  dialog(t("open-link"), (close) => {
    const go = (link) => follow(link).then((opened) => opened && close());
    const submit = (event) => {
      event.preventDefault();
      go(field.value);
    };
    return [
      h("p", {}, t("open-link-how")),
      h("form", { onsubmit: submit }, field, h("div", { class: "ways" }, button(t("cancel"), close), h("button", { class: "main" }, t("open")))),
      seen.size > 0 && h("p", {}, t("links-seen")),
      ...[...seen].map(([link, about]) =>
        h("button", { type: "button", class: "choice seen", onclick: () => go(link) }, code(link, "qr small"), h("span", {}, about, h("small", {}, link))),
      ),
    ].filter(Boolean);
  });
}

/** Links to the bot in all chats, each with where it stands and what is said of it there. */
function linksSeen() {
  const seen = new Map();
  for (const { id, title, bubbles } of Object.values(state.chats)) {
    const where = state.telephones.find((each) => each.id === id)?.name ?? title;
    for (const { text } of bubbles) for (const link of text.match(CARRYING) ?? []) seen.set(link, `${where}: ${about(text, link)}`);
  }
  return seen;
}

/** What a person would call it: the nearest short line, from the one in which the link stands upwards. */
function about(text, link) {
  const lines = text.split("\n");
  const upTo = lines.slice(0, lines.findIndex((each) => each.includes(link)) + 1);
  const words = upTo.map((each) => each.replace(CARRYING, "").replace(/[\s:—-]+$/, "")).filter(Boolean);
  return words.findLast((each) => each.length <= CAPTION && !link.includes(each)) ?? t("link");
}

/** Where the bot is to be added, as its link says. */
export function askGroup(who, link) {
  const channel = /startchannel/.test(link);
  const administrator = /[?&]admin=/.test(link);
  const fitting = state.groups.filter(({ id }) => (state.chats[id]?.kind === "channel") === channel);
  dialog(t("where-to-add"), (close) => [
    ...fitting.map(({ id, title }) =>
      button(title, () => act("LetBotIn", { who, chat: id, administrator }).then(close), { class: "choice" }),
    ),
    ...(fitting.length === 0 ? [h("p", {}, t("add-group"))] : []),
    h("div", { class: "ways" }, button(t("cancel"), close)),
  ]);
}

function code(link, looks) {
  return h("img", { class: looks, src: `/qr?link=${encodeURIComponent(link)}`, alt: looks === "qr" ? `${t("qr")}: ${link}` : "" });
}
