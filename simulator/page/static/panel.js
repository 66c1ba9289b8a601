// Behind the scenes: the clock, the bot's process, Telegram's faults, the queues, and every call to Telegram.

import { button, h, lay } from "./dom.js";
import { act, now, state } from "./store.js";
import { day, t, time } from "./texts.js";

const MOVES = ["hour", "morning", "week"];
const FAULTS = ["Slow", "TooMany", "ServerError", "CutBefore", "CutAfter"];
const QUEUES = ["unconfirmed", "inbox", "outbox", "set_aside"];

export class SidePanel extends HTMLElement {
  #calls = new Map(); // number → element
  #hidden = 0; // calls up to this number were cleared

  connectedCallback() {
    this.setAttribute("role", "complementary");
    this.build();
    setInterval(() => this.#clock(), 1000);
  }

  /** Draw it anew, in the language of now. */
  build() {
    this.setAttribute("aria-label", t("panel"));
    this.#calls.clear();
    this.clockFace = h("p", { class: "clock" });
    this.moving = h("p", { role: "status" });
    this.status = h("p", { class: "status", role: "status" });
    this.kill = button(t("kill"), () => act("KillBot"), { class: "danger" });
    this.restart = button(t("restart"), () => act("RestartBot"));
    this.topics = this.#topics();
    this.faults = FAULTS.map((kind) => this.#fault(kind));
    this.queues = QUEUES.map((name) => ({ name, value: h("dd") }));
    this.aside = h("ul", { class: "aside", "aria-label": t("set_aside") });
    this.traffic = h("div", { class: "traffic", role: "group", "aria-label": t("traffic"), tabindex: 0 });
    this.replaceChildren(
      part(t("clock"), this.clockFace, h("div", { class: "row" }, MOVES.map((to) => this.#move(to))), this.moving),
      part(t("bot-process"), this.status, h("div", { class: "row" }, this.kill, this.restart), this.topics.element),
      part(t("faults"), ...this.faults.map((each) => each.element)),
      part(t("queue"), h("dl", {}, this.queues.map(({ name, value }) => h("div", {}, h("dt", {}, t(name)), value))), this.aside),
      part(t("traffic"), button(t("clear"), () => this.#clear(), { class: "small" }), this.traffic),
    );
    this.update();
  }

  update() {
    const panel = state.panel;
    if (!panel) return;
    this.#clock();
    this.status.textContent = panel.runs ? `● ${t("runs")}` : `○ ${t("dead")}`;
    this.status.classList.toggle("dead", !panel.runs);
    this.kill.disabled = !panel.runs;
    this.restart.disabled = panel.runs;
    if (!this.topics.box.disabled) this.topics.box.checked = panel.topics;
    for (const { kind, box, asked } of this.faults) if (!asked) box.checked = panel.faults.includes(kind);
    for (const { name, value } of this.queues) value.textContent = panel[name].length ?? panel[name];
    this.aside.replaceChildren(...panel.set_aside.map((each) => h("li", {}, each)));
    this.aside.hidden = panel.set_aside.length === 0;
    this.#traffic();
  }

  #clock() {
    this.clockFace.textContent = `${day(now())}, ${time(now())}`;
  }

  #move(to) {
    return button(t(to), async () => {
      this.moving.textContent = t("clock-moves");
      await act("MoveClock", { to });
      this.moving.textContent = "";
    });
  }

  #topics() {
    const box = h("input", {
      type: "checkbox",
      onchange: async () => {
        box.disabled = true; // until the bot runs again
        await act("SetTopics", { on: box.checked });
        box.disabled = false;
        this.update();
      },
    });
    return { box, element: h("label", { class: "fault" }, box, t("case-topics")) };
  }

  #fault(kind) {
    const fault = { kind, asked: 0 }; // while the table has not answered, what it says of the box is older than the hand
    fault.box = h("input", {
      type: "checkbox",
      onchange: async () => {
        fault.asked += 1;
        await act("SetFault", { kind, on: fault.box.checked });
        fault.asked -= 1;
      },
    });
    fault.element = h("label", { class: "fault" }, fault.box, kind === "CutAfter" ? `${t(kind)} (${t("three-times")})` : t(kind));
    return fault;
  }

  #clear() {
    this.#hidden = state.traffic.at(-1)?.number ?? 0;
    this.#traffic();
  }

  /** Newest first; what is open stays open. */
  #traffic() {
    const shown = state.traffic.filter((each) => each.number > this.#hidden || this.#hidden === 0).reverse();
    const wanted = shown.map((each) => {
      if (!this.#calls.has(each.number)) this.#calls.set(each.number, call(each));
      return this.#calls.get(each.number);
    });
    if (wanted.length === 0) wanted.push(h("p", {}, t("no-traffic")));
    lay(this.traffic, wanted);
  }
}

function part(title, ...contents) {
  return h("section", {}, h("h2", {}, title), ...contents);
}

function call({ method, params, answer, error, fault }) {
  const failed = error ?? (fault && t(fault));
  const from = method === "getUpdates" ? "⇦" : "⇨";
  const about = method === "getUpdates" ? kinds(answer) : (params.text ?? params.caption ?? "");
  const made = h(
    "details",
    { class: failed ? "call failed" : "call" },
    h("summary", {}, h("span", {}, `${from} ${method}`), h("small", {}, failed ?? about)),
  );
  made.addEventListener("toggle", () => made.childElementCount > 1 || made.append(...opened(params, failed ?? answer)));
  return made;
}

function opened(params, answer) {
  const shown = (value) => h("pre", { tabindex: 0 }, typeof value === "string" ? value : JSON.stringify(value, null, 1));
  return [h("h3", {}, t("parameters")), shown(params), h("h3", {}, t("answer")), shown(answer)];
}

function kinds(updates) {
  return (updates ?? []).map((update) => Object.keys(update).find((name) => name !== "update_id")).join(", ");
}

customElements.define("side-panel", SidePanel);
