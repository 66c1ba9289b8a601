// The lower end of a telephone: what is written and attached, the bot's keyboard, Start and Unblock.

import { attachments } from "./attachments.js";
import { button, h, menu } from "./dom.js";
import { roving } from "./roving.js";
import { act } from "./store.js";
import { t } from "./texts.js";

/** Lives as long as its chat is open; `show(chat)` after every change of it. `topic`: the one that is written into. */
export class Composer {
  constructor(who, chat) {
    this.whose = { who, chat: chat.id };
    this.chat = chat;
    this.about = null; // { reply: message } or { edit: message }
    this.asked = null; // the message to which the bot has forced a reply here
    this.keys = true;
    this.topic = null;
    this.field = h("textarea", { rows: 1, onkeydown: (event) => this.#key(event) });
    this.field.addEventListener("input", () => this.#grow());
    this.above = h("div", { class: "above", role: "status" });
    this.line = h("form", { class: "line", onsubmit: (event) => this.#submit(event) });
    this.keyboard = h("div", { class: "keyboard", role: "toolbar", "aria-label": t("keyboard") });
    this.settle = roving(this.keyboard);
    this.element = h("div", { class: "composer" }, this.above, this.line, this.keyboard);
    this.show(chat);
  }

  show(chat) {
    this.chat = chat;
    const mode = chat.blocked ? "blocked" : !chat.started ? "new" : "open";
    const drawn = JSON.stringify([mode, chat.keyboard, chat.commands, t("write")]);
    if (drawn !== this.drawn) {
      const held = this.element.contains(document.activeElement);
      this.drawn = drawn;
      this.mode = mode;
      this.field.placeholder = this.field.ariaLabel = t("write");
      this.#line();
      this.#keyboard();
      if (held) this.takeFocus();
    }
    this.#forced();
  }

  /** From a button that is gone; not on a touch screen, whose own keyboard it would bring up. */
  takeFocus() {
    if (!matchMedia("(pointer: coarse)").matches) this.field.focus();
  }

  reply(message) {
    this.about = { reply: message };
    this.#above(`${t("reply-to")}: ${message.text.slice(0, 60) || "…"}`);
    this.field.focus();
  }

  edit(message) {
    this.about = { edit: message };
    this.field.value = message.text;
    this.#above(t("editing"));
    this.field.focus();
  }

  async write(text) {
    this.field.value = text;
    this.#grow();
    await this.#send();
  }

  attach(what, caption = "") {
    return this.#with((about) => act("Send", { what, caption, ...about }));
  }

  /** The reply box opens by itself at a message that forces a reply, and closes when it is answered or gone. */
  #forced() {
    const { asks, bubbles } = this.chat;
    const mine = asks && (!asks.of || asks.of.includes(this.whose.who));
    const answered = mine && bubbles.some((each) => each.from === this.whose.who && each.reply?.id === asks.id);
    const forced = mine && !answered ? asks.id : null;
    if (forced === this.asked) return;
    if (this.asked !== null && this.about?.reply?.id === this.asked) this.#done();
    this.asked = forced;
    if (forced === null) return;
    this.about = { reply: bubbles.find((each) => each.id === forced) };
    this.#above(`${t("reply-to")}: ${this.about.reply.text.slice(0, 60)}`);
    this.field.placeholder = asks.hint ?? t("write");
    const busy = document.activeElement?.closest("tele-phone, dialog");
    if (!busy || busy.contains(this.element)) this.field.focus(); // nobody is disturbed who writes elsewhere
  }

  #line() {
    const one = (label, name) => [button(label, () => act(name, this.whose), { class: "big" })];
    if (this.mode === "blocked") this.line.replaceChildren(...one(t("unblock"), "Unblock"));
    else if (this.mode === "new") this.line.replaceChildren(...one(t("start"), "Start"));
    else this.line.replaceChildren(...this.#open());
  }

  #open() {
    const parts = [this.field]; // first: the message before it is one Shift+Tab away
    if (this.chat.commands.length) parts.push(this.#commands());
    parts.push(this.#attachments());
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
      button(`/${command} — ${description}`, () => act("Say", { ...this.whose, text: `/${command}`, topic: this.topic })),
    );
    return menu("☰", items, { title: t("commands") });
  }

  #attachments() {
    return attachments({
      sample: (what) => this.attach(what, this.#taken()),
      file: async (file) => {
        const caption = this.#taken();
        const sent = await this.#with((about) => act("SendFile", { ...file, caption, ...about }));
        if (!sent) this.field.value = caption;
        return sent;
      },
      place: (place) => this.#with((about) => act("Place", { ...place, ...about })),
    });
  }

  #keyboard() {
    const rows = this.mode === "open" && this.keys ? (this.chat.keyboard ?? []) : [];
    const key = ({ text }) => button(text, () => act("PressKey", { ...this.whose, label: text }), { "data-label": text });
    this.keyboard.replaceChildren(...rows.map((row) => h("div", {}, row.map(key))));
    this.keyboard.hidden = rows.length === 0;
    this.settle();
  }

  #above(text) {
    const leave = button("✕", () => this.#done(), { "aria-label": t("cancel") });
    this.above.replaceChildren(h("span", {}, text), leave);
  }

  #done() {
    if (this.about?.edit) this.field.value = "";
    this.about = null;
    this.field.placeholder = t("write");
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
      : await this.#with((about) => act("Say", { text, ...about }));
    if (sent && edited) this.#done();
    if (!sent && !this.field.value) this.field.value = text;
  }

  /** `send` with who, where and what it replies to: a reply goes into the topic of what it answers. */
  async #with(send) {
    const reply = this.about?.reply;
    const sent = await send({ ...this.whose, reply_to: reply?.id ?? null, topic: reply ? reply.topic : this.topic });
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
}
