// A telephone: a list of chats where there are several, one open chat, and its composer.

import { album, bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { button, dialog, fresh, h, lay, menu } from "./dom.js";
import { askGroup, askLink, asksForGroup, showQr } from "./links.js";
import { renew, roving } from "./roving.js";
import { act, now, state, until } from "./store.js";
import { day, doing, role, t, time } from "./texts.js";

const TOAST_LASTS = 5000;
const NEAR_END = 80; // pixels from the end at which somebody reads along

export class Telephone extends HTMLElement {
  #messages = new Map(); // id → { drawn, element }
  #alerts = null; // how many were shown
  #seen = {}; // chat → the last message that was read

  /** Whether it is in sight, so that what comes into its open chat is read. */
  looked = false;

  connectedCallback() {
    if (this.log) return;
    this.who = Number(this.dataset.who);
    this.chatId = this.who;
    this.topic = null; // the one that is looked at: its id, 0 for the general one, null for all of them
    this.header = h("header");
    this.about = h("small");
    this.doing = h("small", { class: "doing", role: "status" });
    this.topics = h("div", { class: "topics", role: "group", hidden: true });
    this.log = h("div", { class: "log", role: "log" });
    this.list = h("div", { class: "list", hidden: true });
    this.toast = h("div", { class: "toast", role: "status" });
    this.pins = h("div", { class: "pins" });
    this.bottom = h("div");
    this.settle = roving(this.log);
    this.atEnd = true;
    this.log.addEventListener("scroll", () => (this.atEnd = this.#nearEnd()));
    this.log.addEventListener("load", () => this.#keepEnd(), true); // of pictures
    new ResizeObserver(() => this.#keepEnd()).observe(this.log);
    this.append(this.header, this.list, this.topics, this.pins, this.log, this.toast, this.bottom);
    this.setAttribute("role", "region");
    this.#open(this.who);
  }

  /** Draw what changed. */
  update() {
    const chat = state.chats[this.chatId];
    if (!chat || !this.log) return;
    if (this.composer?.whose.chat !== chat.id) {
      this.composer = new Composer(this.who, chat);
      this.bottom.replaceChildren(this.composer.element);
    }
    this.#read(chat);
    this.#head(chat);
    this.#does(chat);
    this.#divide(chat);
    this.#draw(chat);
    this.#tell();
    if (!this.list.hidden) this.#drawList();
  }

  // What a guided tour does on it, as a finger would.

  async press(label) {
    const found = await until(() => this.button(label), 15, label);
    found.scrollIntoView({ block: "nearest", inline: "nearest" });
    found.classList.add("pointed");
    await new Promise((resolve) => setTimeout(resolve, document.documentElement.dataset.quick ? 0 : 450));
    const now = found.isConnected ? found : this.button(label); // it may have been drawn anew meanwhile
    found.classList.remove("pointed");
    now?.click();
    this.atEnd = true;
  }

  /** The newest button with this label (or, with …, one that begins so): under a message, else on the keyboard, else Start. */
  button(label) {
    const all = [...this.querySelectorAll(".inline button, .keyboard button, button.big")];
    const fits = label.endsWith("…") ? (it) => it.startsWith(label.slice(0, -1)) : (it) => it === label;
    const labelled = all.filter((each) => fits(each.dataset.label ?? each.textContent) && !each.closest("[hidden]"));
    return labelled.filter((each) => each.closest(".inline")).at(-1) ?? labelled.at(-1);
  }

  async reply(to, text) {
    const message = await until(() => this.message(to), 15, to);
    this.composer.reply(message);
    await this.composer.write(text);
  }

  /** Look at the newest topic with these words in its name. */
  async turn(to) {
    const found = await until(() => state.chats[this.chatId]?.topics.findLast((each) => each.title.includes(to)), 15, to);
    this.#look(found.id);
  }

  /** The newest message with this text in it. */
  message(text) {
    return state.chats[this.chatId]?.bubbles.findLast((each) => each.text.includes(text));
  }

  // How it is drawn.

  #open(chatId) {
    this.topic = null;
    this.chatId = chatId;
    this.list.hidden = true;
    this.log.replaceChildren();
    this.#messages.clear();
    this.drawn = null;
    this.atEnd = true;
    this.update();
  }

  get owner() {
    return state.telephones.find((each) => each.id === this.who);
  }

  #head(chat) {
    const { owner, unread } = this;
    const others = state.groups.length > 0;
    const drawn = JSON.stringify([owner, chat.title, chat.kind, chat.member, chat.started, chat.blocked, others, unread, t("telephone")]);
    if (drawn === this.headDrawn) return;
    this.headDrawn = drawn;
    this.setAttribute("aria-label", `${t("telephone")}: ${owner.name}, ${role(owner)}`);
    this.log.setAttribute("aria-label", `${t("messages")}: ${owner.name}`);
    this.dataset.role = owner.role;
    const back = button(unread ? `‹ ${unread}` : "‹", () => this.#turnList(), { class: "back", "aria-label": t("chats") });
    this.about.textContent = this.#aboutIt(chat, owner);
    this.header.replaceChildren(
      ...[
        h("div", { class: "owner" }, h("strong", {}, owner.name), h("span", {}, role(owner))),
        h(
          "div",
          { class: "bar" },
          others && back,
          h("div", { class: "peer" }, h("h2", {}, chat.title), this.about, this.doing),
          menu("⋮", chat.kind === "private" ? this.#privateMenu(chat) : this.#groupMenu(chat), { title: t("more") }),
        ),
      ].filter(Boolean),
    );
  }

  #aboutIt(chat, owner) {
    if (chat.kind !== "private") return `${t(chat.kind)} · ${t("bot-is")}: ${t(chat.member)}`;
    if (chat.blocked) return t("blocked");
    return owner.role === "resident" ? "" : owner.title;
  }

  /** What the bot is seen doing, for its seconds. */
  #does(chat) {
    clearTimeout(this.doingEnds);
    const left = (chat.doing?.until ?? 0) - now();
    this.doing.textContent = left > 0 ? doing(chat.doing.action) : "";
    this.about.hidden = left > 0;
    if (left > 0) this.doingEnds = setTimeout(() => this.update(), left);
  }

  /** The topics, to look at one of them and to write into it; first that in which something was written last. */
  #divide(chat) {
    if (!chat.topical || (this.topic && !chat.topics.some((each) => each.id === this.topic))) this.topic = null; // it is gone
    this.composer.topic = this.topic || null;
    const last = new Map(chat.bubbles.map((each) => [each.topic, each.id]));
    const topics = chat.topics.toSorted((one, other) => (last.get(other.id) ?? 0) - (last.get(one.id) ?? 0));
    const drawn = JSON.stringify([chat.id, chat.topical, topics, this.topic, t("topics")]);
    if (drawn === this.topicsDrawn) return;
    this.topicsDrawn = drawn;
    this.topics.hidden = !chat.topical;
    this.topics.setAttribute("aria-label", t("topics"));
    const choice = (id, title) => button(title, () => this.#look(id), { "aria-pressed": String(id === this.topic) });
    this.topics.replaceChildren(
      choice(null, t("all-topics")),
      choice(0, t("general")),
      ...topics.map((each) => choice(each.id, `${each.icon} ${each.title}`.trim())),
      ...(chat.makes_topics
        ? [button("+", () => this.#askTopic(chat), { "aria-label": t("add-topic"), title: t("add-topic") })]
        : []),
    );
    this.topics.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #look(topic) {
    this.topic = topic;
    this.atEnd = true;
    this.update();
    this.topics.querySelector("[aria-pressed=true]")?.focus();
  }

  #askTopic(chat) {
    const title = h("input", { required: true, maxlength: 60 });
    dialog(t("add-topic"), (close) => {
      const add = async (event) => {
        event.preventDefault();
        if (await act("AddTopic", { who: this.who, chat: chat.id, title: title.value })) close();
      };
      return [
        h(
          "form",
          { onsubmit: add },
          h("label", {}, t("called"), title),
          h("div", { class: "ways" }, button(t("cancel"), close), h("button", { class: "main" }, t("add"))),
        ),
      ];
    });
  }

  #privateMenu(chat) {
    const whose = { who: this.who, chat: this.who };
    return [
      button(t("open-link"), () => askLink((link) => this.follow(link))),
      chat.started && !chat.blocked && button(t("block"), () => act("Block", whose)),
      button(t("hide"), () => this.dispatchEvent(new CustomEvent("hide", { bubbles: true }))),
    ].filter(Boolean);
  }

  #groupMenu(chat) {
    const whose = { who: this.who, chat: chat.id };
    const inside = ["member", "administrator"].includes(chat.member);
    return [
      !inside && chat.kind !== "channel" && button(t("add-bot"), () => act("LetBotIn", whose)),
      chat.member !== "administrator" && button(t("make-admin"), () => act("LetBotIn", { ...whose, administrator: true })),
      inside && button(t("remove-bot"), () => act("PutBotOut", whose)),
    ].filter(Boolean);
  }

  /** The chat's messages and what is below them. The store replaces what has changed, so that one look is enough. */
  #draw(chat) {
    const drawn = { chat, topic: this.topic, language: t("you") };
    if (this.drawn && Object.keys(drawn).every((each) => drawn[each] === this.drawn[each])) return;
    this.drawn = drawn;
    this.#messagesOf(chat);
    this.#pins(chat);
    this.composer.show(chat);
    this.#keepEnd(); // after all that makes the log longer or lower
  }

  #messagesOf(chat) {
    const held = this.log.contains(document.activeElement);
    const wanted = this.#parts(chat).map(([key, drawn, make]) => {
      const known = this.#messages.get(key);
      if (known?.drawn === drawn) return known.element;
      const element = make();
      if (known?.element.isConnected) renew(known.element, element);
      this.#messages.set(key, { drawn, element });
      return element;
    });
    if (wanted.length === 0) wanted.push(this.#empty(chat));
    lay(this.log, wanted);
    this.settle();
    if (held && !this.log.contains(document.activeElement)) this.composer.takeFocus();
  }

  #read(chat) {
    const last = chat.bubbles.at(-1);
    if (last?.from === this.who && last.id > (this.#seen[chat.id] ?? 0)) this.atEnd = true;
    if (this.looked) this.#seen[chat.id] = last?.id ?? 0;
  }

  #nearEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END;
  }

  #keepEnd() {
    if (this.atEnd) this.log.scrollTop = this.log.scrollHeight;
  }

  /** What the log holds: [key, what decides its looks, how it is made]; days between, albums as one. */
  #parts(chat) {
    const named = this.topic === null ? chat.topics : []; // where one is looked at, its messages do not name it
    const how = { me: this.who, inGroup: chat.kind !== "private", topics: named, hands: this.#hands(chat) };
    const bubbles = chat.bubbles.filter((each) => this.topic === null || (each.topic ?? 0) === this.topic);
    const language = t("you");
    const parts = [];
    let lastDay = null;
    for (let index = 0; index < bubbles.length; index += 1) {
      const message = bubbles[index];
      const today = day(message.at);
      if (today !== lastDay) parts.push([`day ${today}`, today, () => h("p", { class: "service" }, today)]);
      lastDay = today;
      let end = index + 1;
      if (message.album) while (bubbles[end]?.album === message.album) end += 1;
      const group = bubbles.slice(index, end);
      index = end - 1;
      const make = () => (group.length > 1 ? album(group, how) : bubble(message, how));
      parts.push([message.id, JSON.stringify([group, named, language]), make]);
    }
    return parts;
  }

  #empty(chat) {
    return h("p", { class: "service" }, (chat.kind === "private" && chat.description) || t("nothing-yet"));
  }

  #pins(chat) {
    const last = chat.bubbles.find((each) => each.id === chat.pinned.at(-1));
    this.pins.replaceChildren(
      ...(last ? [button(`📌 ${t("pinned")}: ${last.text.split("\n")[0]}`, () => this.#jump(last.id))] : []),
    );
  }

  #hands(chat) {
    const whose = { who: this.who, chat: chat.id };
    return {
      press: (message, row, column, pressed) => this.#press(chat, message, row, column, pressed),
      open: (link) => this.follow(link),
      qr: (link) => showQr(this, link),
      command: (text) => act("Say", { ...whose, text }),
      react: (message, emoji) => act("React", { ...whose, message, emoji }),
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message),
      remove: (message) => act("Delete", { ...whose, message }),
      jump: (message) => this.#jump(message),
    };
  }

  async #press(chat, message, row, column, pressed) {
    const { url } = message.inline[row][column];
    if (url && /^https?:/.test(url) && !/^https:\/\/t\.me\//.test(url)) return void window.open(url, "_blank", "noopener");
    if (url && asksForGroup(url)) return void askGroup(this.who, url);
    pressed.classList.add("waits");
    await act("Press", { who: this.who, chat: chat.id, message: message.id, row, column });
    if (url) this.#open(this.who);
    else await until(() => !this.owner?.spinning, 60).catch(() => null);
    pressed.classList.remove("waits");
  }

  /** Open a link to the bot, as pressed or scanned. */
  follow(link) {
    if (asksForGroup(link)) return askGroup(this.who, link);
    this.#open(this.who);
    return act("Open", { who: this.who, chat: this.who, link });
  }

  #jump(id) {
    const found = this.log.querySelector(`[data-message="${id}"]`);
    found?.scrollIntoView({ block: "center", behavior: "smooth" });
    found?.animate([{ opacity: 0.3 }, { opacity: 1 }], 700);
  }

  /** What the bot answered to pressed buttons, in whatever chat; what it said before the page came is past. */
  #tell() {
    const { alerts } = this.owner;
    for (const alert of alerts.slice(this.#alerts ?? alerts.length)) this.#alert(alert);
    this.#alerts = alerts.length;
  }

  #alert({ text, window: inWindow }) {
    clearTimeout(this.toastEnds);
    const close = () => this.toast.replaceChildren();
    this.toast.replaceChildren(h("p", {}, text), ...(inWindow ? [button("OK", close)] : []));
    if (!inWindow) this.toastEnds = setTimeout(close, TOAST_LASTS);
  }

  // Chats and links.

  #fresh({ id, bubbles }) {
    this.#seen[id] ??= bubbles.at(-1)?.id ?? 0; // what was there before the telephone came is no news
    return bubbles.filter((each) => each.id > this.#seen[id] && each.from !== this.who).length;
  }

  /** How many messages nobody has read here. */
  get unread() {
    return this.#mine().reduce((sum, chat) => sum + this.#fresh(chat), 0);
  }

  #mine() {
    return [this.who, ...state.groups.map((each) => each.id)].map((id) => state.chats[id]).filter(Boolean);
  }

  #turnList() {
    this.list.hidden = !this.list.hidden;
    if (!this.list.hidden) this.#drawList();
  }

  #drawList() {
    const line = (chat) => {
      const last = chat.bubbles.at(-1);
      const about = last ? `${time(last.at)} ${last.text.split("\n")[0] || t(last.file?.kind ?? "place")}` : "";
      const count = this.#fresh(chat);
      return button(h("span", {}, h("strong", {}, chat.title), count > 0 && fresh(count), h("small", {}, about)), () => this.#open(chat.id));
    };
    this.list.replaceChildren(...this.#mine().map(line));
  }

  /** Show this chat; for who has just made or been given one. */
  show(chatId) {
    this.#open(chatId);
  }
}

customElements.define("tele-phone", Telephone);
