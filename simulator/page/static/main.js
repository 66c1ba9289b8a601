// The page: a bar above, the telephones side by side, the side panel, and a tour when one is on.

import { button, dialog, h, lay, menu } from "./dom.js";
import "./panel.js";
import { act, connect, follow, say, state, until } from "./store.js";
import { Tabs } from "./tabs.js";
import "./telephone.js";
import { language, role, switchLanguage, t, worded } from "./texts.js";
import "./tour.js";
import { TOURS } from "./tours.js";

const AT_FIRST = 3; // telephones: a resident, an officer, the coordinator
const WIDE = "(min-width: 1200px)";

let shown = null; // ids of the telephones on the table; null until the first news
let begun = null; // the officer's last message when the page came, until there is another one
const known = new Set();
const phones = new Map();

const bar = h("header", { class: "bar" });
const first = h("p", { class: "first", hidden: true });
const choices = h("div");
const desk = h("main", { class: "desk" });
const panel = h("side-panel", { id: "panel" });
const tour = h("guided-tour", { hidden: true });
const notice = h("div", { id: "notice", role: "status" });
const lost = h("p", { class: "lost", role: "alert", hidden: true });

const table = {
  phone: (id) => phones.get(id),
  get shown() {
    return [...shown];
  },
  showOnly(ids) {
    shown = new Set(ids);
    draw();
  },
  lookAt(id) {
    phones.get(id)?.scrollIntoView({ block: "nearest", inline: "center" });
  },
};
const tabs = new Tabs((id) => table.lookAt(id));
const sight = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) target.looked = isIntersecting;
    draw();
  },
  { root: desk, threshold: 0.6 },
);

function drawBar() {
  document.documentElement.lang = language;
  document.title = t("title");
  const turn = button(t("panel"), turnPanel, { "aria-expanded": String(!panel.hidden), "aria-controls": "panel" });
  bar.replaceChildren(
    h("h1", {}, t("title")),
    h("p", { class: "intro" }, t("intro")),
    h(
      "div",
      { class: "tools" },
      menu(t("tours"), TOURS.map((each) => button(worded(each.title), () => begin(each))), { title: t("tours") }),
      menu(t("telephones"), choices, { title: t("telephones") }),
      button(`+ ${t("add-telephone")}`, askTelephone),
      button(`+ ${t("add-group")}`, askGroup),
      turn,
      button("◐", turnTheme, { "aria-label": t("theme"), title: t("theme") }),
      button(t("language"), changeLanguage, { lang: language === "uk" ? "en" : "uk" }),
    ),
    first,
  );
  lost.textContent = t("lost");
  first.textContent = t("first");
}

function choice(of) {
  const { id, name } = of;
  const change = (event) => {
    event.target.checked ? shown.add(id) : shown.delete(id);
    draw();
  };
  return h("label", {}, h("input", { type: "checkbox", checked: shown.has(id), onchange: change }), `${name}, ${role(of)}`);
}

let drawnTelephones = "";

/** Everything that has changed. */
function draw() {
  lost.hidden = state.connected;
  if (state.telephones.length === 0) return;
  shown ??= kept();
  const added = known.size > 0 ? state.telephones.filter(({ id }) => !known.has(id)) : [];
  for (const { id } of added) shown.add(id);
  for (const { id } of state.telephones) known.add(id);
  const here = [...shown].map((id) => state.telephones.find((each) => each.id === id)).filter(Boolean);
  const drawn = JSON.stringify([here, state.telephones, language]);
  if (drawn !== drawnTelephones) {
    drawnTelephones = drawn;
    put(here);
    choices.replaceChildren(...state.telephones.map(choice));
  }
  for (const phone of phones.values()) phone.update();
  for (const { id } of added) table.lookAt(id);
  tabs.show([...desk.children]);
  first.hidden = hasReported();
  panel.update();
}

/** Ids of the telephones that were on the table before the page was loaded anew, else of the first ones. */
function kept() {
  const before = new Set(JSON.parse(sessionStorage.getItem("shown")));
  const there = state.telephones.filter(({ id }) => before.has(id));
  return new Set((there.length > 0 ? there : state.telephones.slice(0, AT_FIRST)).map((each) => each.id));
}

function put(here) {
  for (const { id } of here) {
    if (phones.has(id)) continue;
    phones.set(id, h("tele-phone", { "data-who": id }));
    sight.observe(phones.get(id));
  }
  lay(desk, here.map((each) => phones.get(each.id)));
  sessionStorage.setItem("shown", JSON.stringify([...shown]));
}

/** Whether something has come to the officer, so that a newcomer has found the way. */
function hasReported() {
  const officer = state.telephones.find((each) => each.role === "officer");
  const last = state.chats[officer?.id]?.bubbles.at(-1)?.id;
  begun ??= last;
  return last !== begun || last === undefined;
}

function begin(which) {
  tour.begin(which, table);
}

function turnPanel(event) {
  panel.hidden = !panel.hidden;
  event.currentTarget.setAttribute("aria-expanded", String(!panel.hidden));
}

function turnTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark" || (!theme() && matchMedia("(prefers-color-scheme: dark)").matches);
  localStorage.setItem("theme", dark ? "light" : "dark");
  applyTheme();
}

function theme() {
  return localStorage.getItem("theme");
}

function applyTheme() {
  if (theme()) document.documentElement.dataset.theme = theme();
}

function changeLanguage() {
  switchLanguage();
  drawBar();
  panel.build();
  draw();
}

function askTelephone() {
  const name = h("input", { maxlength: 40 });
  dialog(t("add-telephone"), (close) => {
    const add = async (event) => {
      event.preventDefault();
      if (await act("AddTelephone", { name: name.value })) close();
    };
    return [
      h(
        "form",
        { onsubmit: add },
        h("label", {}, t("name"), name),
        h("div", { class: "ways" }, button(t("cancel"), close), h("button", { class: "main" }, t("add"))),
      ),
    ];
  });
}

function askGroup() {
  const title = h("input", { required: true, maxlength: 60, value: "Комишуваха: новини" });
  const kind = h("select", {}, ["group", "forum", "channel"].map((each) => h("option", { value: each }, t(each))));
  dialog(t("add-group"), (close) => {
    const add = async (event) => {
      event.preventDefault();
      const before = new Set(state.groups.map(({ id }) => id));
      if (!(await act("AddGroup", { kind: kind.value, title: title.value }))) return;
      close();
      askWhereToOpen(await until(() => state.groups.find(({ id }) => !before.has(id))));
    };
    return [
      h(
        "form",
        { onsubmit: add },
        h("label", {}, t("called"), title),
        h("label", {}, t("kind"), kind),
        h("div", { class: "ways" }, button(t("cancel"), close), h("button", { class: "main" }, t("add"))),
      ),
    ];
  });
}

/** Says where a new group is to be found, and opens it on a telephone that lies on the table. */
function askWhereToOpen({ id: group, title }) {
  dialog(title, (close) => {
    const open = (phone) => {
      close();
      table.lookAt(phone.who);
      phone.show(group);
    };
    return [
      h("p", {}, t("added-how")),
      h("h3", {}, t("open-on")),
      ...[...desk.children].map((phone) => button(`${phone.owner.name}, ${role(phone.owner)}`, () => open(phone), { class: "choice" })),
      h("div", { class: "ways" }, button(t("close"), close)),
    ];
  });
}

desk.addEventListener("scan", ({ detail: { who, link } }) => {
  shown.add(who);
  draw();
  table.lookAt(who);
  phones.get(who).follow(link);
});
desk.addEventListener("hide", (event) => {
  shown.delete(event.target.who);
  draw();
});
window.addEventListener("unhandledrejection", (event) => say(String(event.reason?.message ?? event.reason)));

applyTheme();
panel.hidden = !matchMedia(WIDE).matches;
document.body.append(bar, lost, tour, tabs.element, h("div", { class: "room" }, desk, panel), notice);
drawBar();
follow(draw);
connect();
