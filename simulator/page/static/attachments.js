// What can be attached: a file of one's own, ready-made samples, a place on the map.

import { button, dialog, h, menu, svg } from "./dom.js";
import { HOME, map, moved, pressed } from "./place.js";
import { state } from "./store.js";
import { t } from "./texts.js";

const SAMPLES = ["photo", "album", "voice", "video", "video_note", "document", "audio", "sticker", "contact"];
const OWN = ["photo", "voice", "video", "audio", "document"];
const NUDGE = 12;
const NUDGES = { ArrowLeft: [-NUDGE, 0], ArrowRight: [NUDGE, 0], ArrowUp: [0, -NUDGE], ArrowDown: [0, NUDGE] };

const CLIP = "M7 12.5 12.8 6.7a2.6 2.6 0 0 1 3.7 3.7l-7 7a4.2 4.2 0 0 1-6-6l6.6-6.6";

/** The menu. Each of `sends` takes what was chosen, and resolves with whether it has gone: sample, file, place. */
export function attachments(sends) {
  return menu(
    clip(),
    [
      button(t("own-file"), () => askFile(sends.file)),
      button(t("place"), () => askPlace(sends.place)),
      h("p", { class: "apart" }, t("samples")),
      ...SAMPLES.map((what) => button(t(what), () => sends.sample(what))),
    ],
    { title: t("attach") },
  );
}

function clip() {
  const line = svg("path", { d: CLIP, fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round" });
  return svg("svg", { width: 20, height: 20, viewBox: "0 0 20 20", "aria-hidden": "true" }, line);
}

function askFile(send) {
  const file = h("input", { type: "file", required: true });
  const what = h("select", {}, OWN.map((each) => h("option", { value: each }, t(each))));
  const go = h("button", { class: "main" }, t("send"));
  const word = h("p", { role: "alert", class: "wrong" });
  const look = () => {
    const [chosen] = file.files;
    const most = state.largest[what.value];
    const wrong = chosen && chosen.size > most;
    word.textContent = wrong ? `${t("too-large")}. ${t("at-most")}: ${Math.floor(most / 1e6)} MB.` : "";
    go.disabled = wrong;
  };
  file.addEventListener("change", () => {
    what.value = kindOf(file.files[0]?.type ?? "");
    look();
  });
  what.addEventListener("change", look);
  dialog(t("own-file"), (close) => {
    const submit = async (event) => {
      event.preventDefault();
      go.disabled = true;
      const [chosen] = file.files;
      if (await send({ what: what.value, name: chosen.name, content: await base64(chosen) })) close();
      else go.disabled = false;
    };
    return [
      h(
        "form",
        { onsubmit: submit },
        h("label", {}, t("document"), file),
        h("label", {}, t("send-as"), what),
        word,
        h("div", { class: "ways" }, button(t("cancel"), close), go),
      ),
    ];
  });
}

/** As what a file of this type is sent, unless somebody wants it otherwise. */
function kindOf(type) {
  if (/^image\/(png|jpeg|gif|webp)$/.test(type)) return "photo";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("audio/") ? "voice" : "document";
}

async function base64(file) {
  const reader = new FileReader();
  const read = new Promise((resolve, reject) => {
    reader.onload = resolve;
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(file);
  await read;
  return reader.result.slice(reader.result.indexOf(",") + 1);
}

function askPlace(send) {
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
    const sent = async () => (await send(place)) && close();
    return [
      h("p", {}, t("place-how")),
      frame,
      h("div", { class: "ways" }, button(t("cancel"), close), button(t("send"), sent, { class: "main" })),
    ];
  });
}
