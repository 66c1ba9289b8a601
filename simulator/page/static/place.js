// A small map drawn without a network: streets and a river that depend on the place alone. It shows no real streets.

import { svg } from "./dom.js";

export const HOME = { latitude: 47.718, longitude: 35.522 };
const WIDTH = 240;
const HEIGHT = 130;
const STEP = 0.004; // degrees from one street to the next
const SCALE = 9000; // units a degree

/** The map around a place, with a pin on it. */
export function map(place, label) {
  const across = (longitude) => WIDTH / 2 + (longitude - place.longitude) * SCALE;
  const down = (latitude) => HEIGHT / 2 - (latitude - place.latitude) * SCALE;
  const streets = [];
  for (const degree of around(place.longitude, WIDTH)) {
    const x = across(degree);
    const lean = noise(degree) * 30 - 15;
    streets.push(street(x, 0, x + lean, HEIGHT, noise(degree + 1) > 0.7));
  }
  for (const degree of around(place.latitude, HEIGHT)) {
    const y = down(degree);
    const lean = noise(degree) * 16 - 8;
    streets.push(street(0, y, WIDTH, y + lean, noise(degree + 1) > 0.7));
  }
  const bend = down(Math.round(place.latitude * 50) / 50 + 0.003);
  return svg(
    "svg",
    { class: "map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label },
    svg("rect", { class: "land", width: WIDTH, height: HEIGHT }),
    svg("path", { class: "river", d: `M-5 ${bend} Q 60 ${bend - 24} 120 ${bend} T 245 ${bend - 6}` }),
    streets,
    svg("path", { class: "pin", d: pin(WIDTH / 2, HEIGHT / 2) }),
    svg("circle", { class: "hole", cx: WIDTH / 2, cy: HEIGHT / 2 - 17, r: 4 }),
  );
}

/** The same place, so many units to the right and down. */
export function moved({ latitude, longitude }, right, down) {
  const rounded = (degrees) => Math.round(degrees * 1e5) / 1e5;
  return { latitude: rounded(latitude - down / SCALE), longitude: rounded(longitude + right / SCALE) };
}

/** Where on the map somebody pressed, in units from its middle. */
export function pressed(event, drawn) {
  const box = drawn.getBoundingClientRect();
  return [((event.clientX - box.left) / box.width - 0.5) * WIDTH, ((event.clientY - box.top) / box.height - 0.5) * HEIGHT];
}

function around(middle, size) {
  const reach = size / SCALE / 2 + STEP;
  const first = Math.ceil((middle - reach) / STEP);
  const last = Math.floor((middle + reach) / STEP);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * STEP);
}

function street(x1, y1, x2, y2, wide) {
  return svg("line", { class: wide ? "street wide" : "street", x1, y1, x2, y2 });
}

function noise(degree) {
  const wave = Math.sin(Math.round(degree / STEP) * 12.9898) * 43758.5453;
  return wave - Math.floor(wave);
}

function pin(x, y) {
  return `M${x} ${y} c -5 -8 -10 -11 -10 -18 a 10 10 0 0 1 20 0 c 0 7 -5 10 -10 18 z`;
}
