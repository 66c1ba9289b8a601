// A message's words with their entities. Telegram counts in UTF-16 units, as JavaScript does.

import { h } from "./dom.js";

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

/** Nodes for the text. `open(link)` and `command(text)` are what a press on a link or a command does. */
export function rich(text, entities, { open, command }) {
  const edges = new Set([0, text.length]);
  for (const each of entities) edges.add(each.offset).add(each.offset + each.length);
  const places = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index];
    const over = entities.filter((each) => each.offset <= start && end <= each.offset + each.length);
    return over.reduceRight((inside, each) => wrapped(each, inside, text, { open, command }), text.slice(start, end));
  });
}

function wrapped(entity, inside, text, { open, command }) {
  const words = text.slice(entity.offset, entity.offset + entity.length);
  switch (entity.type) {
    case "bot_command":
      return h("button", { type: "button", class: "link", onclick: () => command(words) }, inside);
    case "url":
    case "text_link":
      return link(entity.url ?? words, inside, open);
    case "spoiler":
      return h("span", { class: "spoiler", tabindex: 0 }, inside);
    default:
      return entity.type in TAGS ? h(TAGS[entity.type], {}, inside) : inside;
  }
}

function link(address, inside, open) {
  if (isOfBot(address)) return h("button", { type: "button", class: "link", onclick: () => open(address) }, inside);
  if (!/^https?:\/\//.test(address)) return inside;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inside);
}

export function isOfBot(address) {
  return /^https:\/\/t\.me\/\w+bot(\?|$)/i.test(address);
}
