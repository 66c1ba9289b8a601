// One message as it stands in a chat.

import { button, h, menu } from "./dom.js";
import { isOfBot } from "./links.js";
import { media } from "./media.js";
import { map } from "./place.js";
import { rich } from "./rich.js";
import { t, time } from "./texts.js";

const REACTIONS = ["👍", "❤", "🙏", "👎", "😢", "🔥"];

/** The message, drawn for the telephone in whose hands it is; `hands` are what can be done to it there. */
export function bubble(message, { me, inGroup, topics, hands }) {
  if (message.service) return h("p", { class: "service" }, [t(message.service), message.text].filter(Boolean).join(": "));
  const own = message.from === me;
  const topic = topics.find((each) => each.id === message.topic)?.title;
  const whose = [inGroup && !own && message.name, topic].filter(Boolean).join(" · ");
  const said = `${own ? t("you") : message.name}, ${time(message.at)}`;
  return h(
    "article",
    { class: `bubble ${own ? "out" : "in"}`, "data-message": message.id, "aria-label": said },
    h(
      "div",
      { class: message.file?.kind === "sticker" ? "body bare" : "body" },
      whose && h("p", { class: "sender" }, whose),
      message.reply && quote(message.reply, hands),
      message.file && media(message.file),
      message.place && place(message.place),
      message.contact && h("p", {}, `👤 ${message.contact.name}`, h("br"), message.contact.number),
      message.text && h("p", { class: "words" }, rich(message.text, message.entities, hands)),
      foot(message, own),
    ),
    message.reactions.length > 0 && reactions(message, me, hands),
    message.inline.length > 0 && inline(message, hands),
    actions(message, own, me, hands),
  );
}

/** Messages that were sent as one album, as one. */
export function album(messages, how) {
  const last = messages.at(-1);
  const drawn = bubble({ ...messages[0], file: null, at: last.at, taken: last.taken }, how);
  const below = drawn.querySelector(".body > .words, .body > .foot");
  below.before(h("div", { class: "album" }, messages.map((each) => media(each.file))));
  return drawn;
}

function quote(reply, { jump }) {
  return button(reply.text || "…", () => jump(reply.id), { class: "quote", title: t("to-message") });
}

function foot(message, own) {
  const marks = [message.edited && t("edited"), time(message.at)].filter(Boolean).join(" ");
  const ticks = h("span", { role: "img", "aria-label": t(message.taken ? "taken" : "sent") }, message.taken ? "✓✓" : "✓");
  return h("p", { class: "foot" }, marks, own && message.delivered && " ", own && message.delivered && ticks);
}

function place(of) {
  const label = of.title ?? t("place");
  return h("div", { class: "place" }, map(of, label), of.title && h("p", {}, h("strong", {}, of.title), h("br"), of.address));
}

function reactions(message, me, { react }) {
  const counted = Map.groupBy(message.reactions, (emoji) => emoji);
  return h(
    "div",
    { class: "reactions" },
    [...counted].map(([emoji, all]) => {
      const mine = message.own_reaction[me]?.includes(emoji) ?? false;
      const label = `${t("reaction")} ${emoji}: ${all.length}`;
      const words = all.length > 1 ? `${emoji} ${all.length}` : emoji;
      return button(words, () => react(message.id, mine ? null : emoji), { "aria-pressed": String(mine), "aria-label": label });
    }),
  );
}

function inline(message, { press }) {
  return h(
    "div",
    { class: "inline" },
    message.inline.map((row, down) =>
      h(
        "div",
        {},
        row.map((each, across) => {
          const label = each.url && !isOfBot(each.url) ? `${each.text} ↗` : each.text;
          return button(label, (event) => press(message, down, across, event.currentTarget), { "data-label": each.text });
        }),
      ),
    ),
  );
}

function actions(message, own, me, hands) {
  const now = message.own_reaction[me]?.[0];
  const more = [
    h(
      "div",
      { class: "emoji" },
      REACTIONS.map((emoji) =>
        button(emoji, () => hands.react(message.id, emoji === now ? null : emoji), { "aria-label": `${t("react")} ${emoji}` }),
      ),
    ),
    own && (message.text || message.file) && button(t("edit"), () => hands.edit(message)),
    own && button(t("delete"), () => hands.remove(message.id)),
  ];
  return h(
    "div",
    { class: "actions" },
    button("↩", () => hands.reply(message), { "aria-label": `${t("reply")}: ${message.text.slice(0, 40)}`, title: t("reply") }),
    menu("⋯", more, { title: t("more") }),
  );
}
