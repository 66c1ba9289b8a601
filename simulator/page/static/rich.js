// A message's words with their entities. Telegram counts in UTF-16 units, as JavaScript does.

import { button, h } from "./dom.js";
import { asksForGroup, isOfBot } from "./links.js";
import { t } from "./texts.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** Nodes for the text. `open(link)`, `qr(link)` and `command(text)` are what a press on a link or a command does. */
export function rich(text, entities, hands) {
  const edges = new Set([0, text.length]);
  for (const each of entities) edges.add(each.offset).add(each.offset + each.length);
  const places = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index];
    const over = entities.filter((each) => each.offset <= start && end <= each.offset + each.length);
    return over.reduceRight((inside, each) => wrapped(each, inside, text, hands), text.slice(start, end));
  });
}

function wrapped(entity, inside, text, hands) {
  const words = text.slice(entity.offset, entity.offset + entity.length);
  switch (entity.type) {
    case "bot_command":
      return h("button", { type: "button", class: "link", onclick: () => hands.command(words) }, inside);
    case "url":
    case "text_link":
      return link(entity.url ?? words, inside, hands);
    case "spoiler":
      return h("span", { class: "spoiler", tabindex: 0 }, inside);
    default:
      return entity.type in TAGS ? h(TAGS[entity.type], {}, inside) : inside;
  }
}

function link(address, inside, { open, qr }) {
  if (isOfBot(address)) {
    const code = button("QR", () => qr(address), { class: "code", "aria-label": `${t("qr")}: ${address}`, title: t("qr") });
    return h("span", {}, h("button", { type: "button", class: "link", onclick: () => open(address) }, inside), !asksForGroup(address) && code);
  }
  if (!/^https?:\/\//.test(address)) return inside;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inside);
}
