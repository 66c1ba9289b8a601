// Makes elements. Text always goes in as text: nothing that people or the bot wrote is ever parsed as HTML.

import { t } from "./texts.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element with properties (`onclick`), attributes (`aria-label`, `class`) and children; null and false are left out. */
export function h(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button that is not a form's. */
export function button(label, onclick, properties = {}) {
  return h("button", { type: "button", onclick, ...properties }, label);
}

/** Let `parent` have just these children, in this order. What stands there already is not moved, and keeps the focus. */
export function lay(parent, children) {
  const wanted = new Set(children);
  for (const there of [...parent.children]) if (!wanted.has(there)) there.remove();
  children.forEach((each, index) => parent.children[index] === each || parent.insertBefore(each, parent.children[index] ?? null));
}

/** How many messages nobody has read. */
export function fresh(count) {
  return h("span", { class: "fresh", role: "img", "aria-label": `${t("fresh")}: ${count}` }, count);
}

/** A small menu that opens under its label; it closes on a choice, on Escape, and when the focus leaves it. */
export function menu(label, items, properties = {}) {
  const made = h(
    "details",
    { class: "menu", ...properties },
    h("summary", { "aria-label": properties.title ?? label, title: properties.title }, label),
    h("div", { class: "choices" }, items),
  );
  const close = () => (made.open = false);
  made.addEventListener("click", (event) => event.target.closest(".choices button") && close());
  made.addEventListener("focusout", (event) => made.contains(event.relatedTarget) || !event.relatedTarget || close());
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !made.open) return;
    close();
    made.querySelector("summary").focus();
  });
  return made;
}

document.addEventListener("pointerdown", (event) => {
  for (const open of document.querySelectorAll("details.menu[open]")) if (!open.contains(event.target)) open.open = false;
});

/** A window over the page with these contents, until it is closed; `contents(close)` makes them. */
export function dialog(title, contents) {
  const made = h("dialog", { "aria-label": title, onclose: () => made.remove() });
  made.append(h("h2", {}, title), ...contents(() => made.close()), h("p", { class: "wrong", role: "alert", "data-said": true }));
  document.body.append(made);
  made.showModal();
  return made;
}
