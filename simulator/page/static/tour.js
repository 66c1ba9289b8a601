// Plays a tour step by step. It can be left at any point, to go on by hand from there.

import { button, h } from "./dom.js";
import { act, addTelephone, atRest, state, until } from "./store.js";
import { t, worded } from "./texts.js";

const REST = 8; // seconds after which a tour goes on though something waits

export class GuidedTour extends HTMLElement {
  /** `table`: shows only some telephones, and finds the element of one. */
  begin(tour, table) {
    if (this.tour) this.leave();
    this.tour = { ...tour }; // one's own: it may be begun again before an earlier one is through
    this.table = table;
    this.at = 0;
    this.text = h("p", { role: "status" });
    this.count = h("small");
    this.forward = button(t("next"), () => this.#step(), { class: "main" });
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", worded(tour.title));
    this.replaceChildren(
      h("div", { class: "head" }, h("strong", {}, worded(tour.title)), this.count),
      this.text,
      h("div", { class: "ways" }, button(t("leave"), () => this.leave()), this.forward),
    );
    this.hidden = false;
    this.#show();
    this.forward.focus();
  }

  /** The telephones that stood on the table before come back; those of the tour stay, to go on by hand. */
  leave() {
    this.tour = null;
    if (this.cast) {
      const cast = Object.values(this.cast);
      this.table.showOnly([...this.before, ...cast]);
      this.table.lookAt(cast[0]);
    }
    this.cast = null;
    this.hidden = true;
    this.replaceChildren();
  }

  #show() {
    const steps = this.tour.steps;
    const over = this.at >= steps.length;
    this.text.textContent = over ? t("tour-ended") : worded(steps[this.at].say);
    this.count.textContent = over ? "" : `${t("step")} ${this.at + 1} ${t("of")} ${steps.length}`;
    this.forward.hidden = over;
    this.dataset.at = this.at;
  }

  async #step() {
    const tour = this.tour;
    this.forward.disabled = true;
    try {
      if (this.at === 0) await this.#layOut(tour);
      const { does, sees } = tour.steps[this.at];
      for (const each of does) {
        if (this.tour !== tour) return; // it was left meanwhile
        await this.#does(each);
      }
      if (sees) await until(() => this.tour !== tour || this.#phone(sees[0])?.message(sees[1]), 30, sees[1]);
      if (this.tour !== tour) return;
      if (sees) this.table.lookAt(this.cast[sees[0]]);
      this.at += 1;
      this.#show();
    } catch (error) {
      if (this.tour !== tour) return;
      console.warn(error);
      this.text.textContent = `${t("tour-broken")} ${error.message}`;
    }
    this.forward.disabled = false;
    this.forward.focus({ preventScroll: true });
  }

  /** A resident who is new, the first officer, and the tour's `third`: alone on the table. */
  async #layOut(tour) {
    const { shown } = this.table;
    const resident = await addTelephone({ name: "Тетяна" });
    const [officer, colleague] = state.telephones.filter((each) => each.role === "officer" && each.title); // from the beginning
    const cast = { resident: resident.id, officer: officer.id };
    if (tour.third === "colleague") cast.colleague = colleague.id;
    if (tour.third === "reader") cast.reader = (await addTelephone({ name: "Галина" })).id;
    if (this.tour !== tour) return; // it was left meanwhile: the new ones stay, as if added by hand
    this.before = shown;
    this.cast = cast;
    this.table.showOnly(Object.values(cast));
    for (const each of Object.values(cast)) this.table.phone(each).show(each); // not what was opened there by hand
  }

  #phone(role) {
    return this.table.phone(this.cast[role]);
  }

  async #does([whose, what, ...how]) {
    if (what === "kill") return act("KillBot");
    if (what === "restart") return act("RestartBot");
    if (whose === "topics") return act("SetTopics", { on: what === "on" });
    if (whose === "clock") return act("MoveClock", { to: what });
    const phone = await until(() => this.#phone(whose));
    await until(atRest, REST).catch(() => null); // the bot may be asking for just this; a notice may wait for the morning
    this.table.lookAt(this.cast[whose]);
    switch (what) {
      case "start":
        return phone.press(t("start"));
      case "press":
        return phone.press(how[0]);
      case "write":
        return phone.composer.write(how[0]);
      case "photo":
        return phone.composer.attach("photo", how[0]);
      case "attach":
        return phone.composer.attach(how[0]);
      case "topic":
        return phone.turn(how[0]);
      case "open":
        return phone.show(state.groups.find((each) => each.title === how[0]).id);
      case "reply":
        return phone.reply(...how);
    }
  }
}

customElements.define("guided-tour", GuidedTour);
