// One message as it stands in a chat.

import { button, h, menu } from "./dom.js";
import { isOfBot, rich } from "./rich.js";
import { map } from "./place.js";
import { fileSize, lasting, t, time } from "./texts.js";

const REACTIONS = ["👍", "❤", "🙏", "👎", "😢", "🔥"];

/** The message, drawn for the telephone in whose hands it is; `hands` are what can be done to it there. */
export function bubble(message, { me, inGroup, topics, hands }) {
  if (message.service) return h("p", { class: "service" }, t(message.service));
  const own = message.from === me;
  const topic = topics.find((each) => each.id === message.topic)?.title;
  const said = `${own ? t("you") : message.name}, ${time(message.at)}`;
  return h(
    "article",
    { class: `bubble ${own ? "out" : "in"}`, "data-message": message.id, "aria-label": said },
    h(
      "div",
      { class: message.file?.kind === "sticker" ? "body bare" : "body" },
      inGroup && !own && h("p", { class: "sender" }, topic ? `${message.name} · ${topic}` : message.name),
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
  drawn.querySelector(".body").prepend(h("div", { class: "album" }, messages.map((each) => media(each.file))));
  return drawn;
}

function quote(reply, { jump }) {
  return button(reply.text || "…", () => jump(reply.id), { class: "quote", title: t("to-message") });
}

function foot(message, own) {
  const marks = [message.edited && t("edited"), time(message.at)].filter(Boolean).join(" ");
  const ticks = h("span", { role: "img", "aria-label": t(message.taken ? "taken" : "sent") }, message.taken ? "✓✓" : "✓");
  return h("p", { class: "foot" }, marks, own && " ", own && ticks);
}

function media(file) {
  const address = `/files/${encodeURIComponent(file.id)}`;
  switch (file.kind) {
    case "photo":
      return h("img", { class: "photo", src: address, alt: t("photo"), width: 480, height: 320, loading: "lazy" });
    case "voice":
      return voice(file, address);
    case "video":
    case "animation":
      return h("div", { class: "video" }, h("span", {}, `▶ ${lasting(file.duration)}`), t("video"));
    case "video_note":
      return h("div", { class: "video round" }, h("span", {}, `▶ ${lasting(file.duration)}`), t("video_note"));
    case "sticker":
      return h("div", { class: "sticker", role: "img", "aria-label": t("sticker") }, file.emoji ?? "▣");
    case "audio":
      return attached("♪", [file.performer, file.title].filter(Boolean).join(" — ") || file.file_name, file);
    default:
      return attached("🗎", file.file_name, file);
  }
}

function attached(sign, name, file) {
  return h("div", { class: "file" }, h("span", { "aria-hidden": "true" }, sign), h("div", {}, name ?? "", h("small", {}, fileSize(file.size))));
}

function voice(file, address) {
  let sound = null;
  const play = () => {
    sound ??= new Audio(address);
    sound.paused ? sound.play() : sound.pause();
  };
  return h(
    "div",
    { class: "voice" },
    button("▶", play, { "aria-label": t("play-voice") }),
    h("span", { class: "wave", "aria-hidden": "true" }, "▁▃▅▂▇▃▅▁▃▆▂▄▁"),
    h("small", {}, lasting(file.duration)),
  );
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
