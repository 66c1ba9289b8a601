// The lower end of a telephone: what is written and attached, the bot's keyboard, Start and Unblock.

import { button, dialog, h, menu, svg } from "./dom.js";
import { HOME, map, moved, pressed } from "./place.js";
import { act } from "./store.js";
import { t } from "./texts.js";

const ATTACHED = ["photo", "album", "voice", "video", "video_note", "document", "audio", "sticker", "contact"];
const NUDGE = 12;
const NUDGES = { ArrowLeft: [-NUDGE, 0], ArrowRight: [NUDGE, 0], ArrowUp: [0, -NUDGE], ArrowDown: [0, NUDGE] };

const CLIP = "M7 12.5 12.8 6.7a2.6 2.6 0 0 1 3.7 3.7l-7 7a4.2 4.2 0 0 1-6-6l6.6-6.6";

function clip() {
  const line = svg("path", { d: CLIP, fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round" });
  return svg("svg", { width: 20, height: 20, viewBox: "0 0 20 20", "aria-hidden": "true" }, line);
}

/** Lives as long as its chat is open; `show(chat)` after every change of it. */
export class Composer {
  constructor(who, chat) {
    this.whose = { who, chat: chat.id };
    this.chat = chat;
    this.about = null; // { reply: message } or { edit: message }
    this.keys = true;
    this.topic = null;
    this.field = h("textarea", { rows: 1, onkeydown: (event) => this.#key(event) });
    this.field.addEventListener("input", () => this.#grow());
    this.above = h("div", { class: "above" });
    this.line = h("form", { class: "line", onsubmit: (event) => this.#submit(event) });
    this.keyboard = h("div", { class: "keyboard", role: "group", "aria-label": t("keyboard") });
    this.element = h("div", { class: "composer" }, this.above, this.line, this.keyboard);
    this.show(chat);
  }

  show(chat) {
    this.chat = chat;
    const mode = chat.blocked ? "blocked" : !chat.started ? "new" : "open";
    const drawn = JSON.stringify([mode, chat.keyboard, chat.commands, chat.topics, t("write")]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.mode = mode;
    this.field.placeholder = this.field.ariaLabel = t("write");
    this.#line();
    this.#keyboard();
  }

  reply(message) {
    this.about = { reply: message };
    this.#above(`${t("reply-to")}: ${message.text.slice(0, 60) || "…"}`);
  }

  edit(message) {
    this.about = { edit: message };
    this.field.value = message.text;
    this.#above(t("editing"));
  }

  async write(text) {
    this.field.value = text;
    this.#grow();
    await this.#send();
  }

  attach(what, caption = "") {
    return this.#with((about) => act("Send", { ...this.whose, what, caption, ...about }));
  }

  #line() {
    const one = (label, name) => [button(label, () => act(name, this.whose), { class: "big" })];
    if (this.mode === "blocked") this.line.replaceChildren(...one(t("unblock"), "Unblock"));
    else if (this.mode === "new") this.line.replaceChildren(...one(t("start"), "Start"));
    else this.line.replaceChildren(...this.#open());
  }

  #open() {
    const group = this.chat.kind !== "private";
    const parts = [];
    if (this.chat.commands.length) parts.push(this.#commands());
    if (!group) parts.push(this.#attachments());
    if (this.chat.topics.length) parts.push(this.#topics());
    parts.push(this.field);
    if (this.chat.keyboard) {
      const turn = () => {
        this.keys = !this.keys;
        this.#keyboard();
      };
      parts.push(button("⌨", turn, { class: "round", "aria-label": t("keyboard"), title: t("keyboard") }));
    }
    parts.push(h("button", { class: "round send", "aria-label": t("send"), title: t("send") }, "➤"));
    return parts;
  }

  #commands() {
    const items = this.chat.commands.map(({ command, description }) =>
      button(`/${command} — ${description}`, () => act("Say", { ...this.whose, text: `/${command}` })),
    );
    return menu("☰", items, { title: t("commands") });
  }

  #attachments() {
    const items = ATTACHED.map((what) => button(t(what), () => this.attach(what, this.#taken())));
    items.splice(3, 0, button(t("place"), () => this.#place()));
    return menu(clip(), items, { title: t("attach") });
  }

  #topics() {
    const choose = (event) => (this.topic = Number(event.target.value) || null);
    return h(
      "select",
      { "aria-label": t("topic"), onchange: choose },
      h("option", { value: "" }, t("general")),
      this.chat.topics.map((each) => h("option", { value: each.id, selected: each.id === this.topic }, each.title)),
    );
  }

  #keyboard() {
    const rows = this.mode === "open" && this.keys ? (this.chat.keyboard ?? []) : [];
    const key = ({ text }) => button(text, () => act("PressKey", { ...this.whose, label: text }), { "data-label": text });
    this.keyboard.replaceChildren(...rows.map((row) => h("div", {}, row.map(key))));
    this.keyboard.hidden = rows.length === 0;
  }

  #above(text) {
    const leave = button("✕", () => this.#done(), { "aria-label": t("cancel") });
    this.above.replaceChildren(h("span", {}, text), leave);
    this.field.focus();
  }

  #done() {
    if (this.about?.edit) this.field.value = "";
    this.about = null;
    this.above.replaceChildren();
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
    if (event.key === "Escape") this.#done();
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
  }

  async #send() {
    const text = this.#taken();
    if (!text) return;
    const edited = this.about?.edit;
    const sent = edited
      ? await act("Edit", { ...this.whose, message: edited.id, text })
      : await this.#with((about) => act("Say", { ...this.whose, text, topic: this.topic, ...about }));
    if (sent && edited) this.#done();
    if (!sent && !this.field.value) this.field.value = text;
  }

  async #with(send) {
    const about = this.about?.reply ? { reply_to: this.about.reply.id } : {};
    const sent = await send(about);
    if (sent) this.#done();
    return sent;
  }

  #taken() {
    const text = this.field.value.trim();
    this.field.value = "";
    this.#grow();
    return text;
  }

  #grow() {
    this.field.rows = Math.min(5, this.field.value.split("\n").length + Math.floor(this.field.value.length / 34));
  }

  #place() {
    let place = HOME;
    const frame = h("div", { class: "place", tabindex: 0, role: "application", "aria-label": t("place") });
    const draw = () => frame.replaceChildren(map(place, `${place.latitude}, ${place.longitude}`));
    const go = (right, down) => {
      place = moved(place, right, down);
      draw();
    };
    frame.addEventListener("click", (event) => go(...pressed(event, frame.firstChild)));
    frame.addEventListener("keydown", (event) => {
      if (!(event.key in NUDGES)) return;
      event.preventDefault();
      go(...NUDGES[event.key]);
    });
    draw();
    dialog(t("place"), (close) => {
      const send = () => act("Place", { ...this.whose, ...place }).then(close);
      return [
        h("p", {}, t("place-how")),
        frame,
        h("div", { class: "ways" }, button(t("cancel"), close), button(t("send"), send, { class: "main" })),
      ];
    });
  }
}
