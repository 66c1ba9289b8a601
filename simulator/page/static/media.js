// Files in a message: what a browser can show or play is shown and played, anything else can be saved.

import { button, h } from "./dom.js";
import { fileSize, lasting, t } from "./texts.js";

export function media(file) {
  const address = `/files/${encodeURIComponent(file.id)}`;
  const is = (kind) => file.type?.startsWith(`${kind}/`) ?? false;
  switch (file.kind) {
    case "photo":
      return is("image") ? photo(address) : drawn(t("photo"));
    case "voice":
      return is("audio") || is("video") ? player(file, address, t("voice")) : attached("♪", t("voice"), file, address);
    case "audio":
      return is("audio") ? h("div", {}, h("p", {}, name(file)), player(file, address, name(file))) : attached("♪", name(file), file, address);
    case "video":
    case "animation":
    case "video_note":
      return is("video") ? video(file, address) : drawn(t(file.kind), `▶ ${lasting(file.duration)}`, file.kind);
    case "sticker":
      return h("div", { class: "sticker", role: "img", "aria-label": t("sticker") }, file.emoji ?? "▣");
    default:
      return attached("↓", file.file_name, file, address);
  }
}

function name(file) {
  return [file.performer, file.title].filter(Boolean).join(" — ") || file.file_name;
}

function photo(address) {
  return h("img", { class: "photo", src: address, alt: t("photo"), width: 480, height: 320, loading: "lazy" });
}

function video(file, address) {
  return h("video", { class: "film", src: address, controls: true, preload: "metadata", "aria-label": file.file_name ?? t("video") });
}

/** In place of what has no bytes here: the ready-made samples of films. */
function drawn(label, sign = "▣", kind = "video") {
  return h("div", { class: kind === "video_note" ? "video round" : "video" }, h("span", {}, sign), label);
}

function attached(sign, label, file, address) {
  return h(
    "a",
    { class: "file", href: address, download: file.file_name ?? label, title: t("save") },
    h("span", { "aria-hidden": "true" }, sign),
    h("div", {}, label ?? "", h("small", {}, fileSize(file.size))),
  );
}

/** Plays and pauses, shows how far it is, and goes to where it is told. */
function player(file, address, label) {
  const sound = h("audio", { src: address, preload: "metadata" });
  const turn = button("▶", () => (sound.paused ? sound.play() : sound.pause()), { "aria-label": `${t("play")}: ${label}` });
  const place = h("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": `${t("position")}: ${label}` });
  const clock = h("small", {}, lasting(file.duration));
  const long = () => (Number.isFinite(sound.duration) ? sound.duration : file.duration);
  const show = () => {
    turn.textContent = sound.paused ? "▶" : "❚❚";
    turn.ariaLabel = `${t(sound.paused ? "play" : "pause")}: ${label}`;
    clock.textContent = lasting(sound.paused && !sound.currentTime ? long() : sound.currentTime);
    place.value = (1000 * sound.currentTime) / long() || 0;
  };
  for (const event of ["play", "pause", "timeupdate", "loadedmetadata"]) sound.addEventListener(event, show);
  sound.addEventListener("ended", () => (sound.currentTime = 0));
  place.addEventListener("input", () => (sound.currentTime = (place.value / 1000) * long()));
  return h("div", { class: "voice" }, turn, place, clock);
}
