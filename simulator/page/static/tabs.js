// Where the page is narrow: whose telephones there are, which of them is seen, and what is new on the others.

import { button, fresh, h, lay } from "./dom.js";
import { role, t } from "./texts.js";

export class Tabs {
  #tabs = new Map(); // telephone → element

  /** `turn(id)` brings a telephone into sight. */
  constructor(turn) {
    this.turn = turn;
    this.element = h("nav", { class: "tabs" });
  }

  /** Draw what changed; `phones` stand on the table, from left to right. */
  show(phones) {
    this.element.setAttribute("aria-label", t("telephones"));
    lay(this.element, phones.map((each) => this.#tab(each)));
  }

  #tab(phone) {
    if (!this.#tabs.has(phone)) this.#tabs.set(phone, button("", () => this.turn(phone.who)));
    const tab = this.#tabs.get(phone);
    const { owner, unread, looked } = phone;
    const drawn = JSON.stringify([owner.name, role(owner), unread, looked]);
    if (drawn === tab.dataset.drawn) return tab;
    tab.dataset.drawn = drawn;
    tab.replaceChildren(`${owner.name} · ${role(owner)}`, ...(unread > 0 ? [" ", fresh(unread)] : []));
    if (!looked) tab.removeAttribute("aria-current");
    else tab.setAttribute("aria-current", "true");
    if (looked) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    return tab;
  }
}
