// Draws land.svg: the world's land outline, plate carrée, one unit a degree.
//
// In: `npm install world-atlas topojson-client` (Natural Earth 1:50m, public domain).
// Out: land.svg on standard output. Run: node draw_land.mjs > land.svg
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
const require = createRequire(join(process.cwd(), "x.js"));
const { feature } = require("topojson-client");
const world = JSON.parse(readFileSync(require.resolve("world-atlas/land-50m.json"), "utf8"));
const shapes = feature(world, world.objects.land).features.flatMap((f) => f.geometry.coordinates);
const point = ([lon, lat]) => `${(lon + 180).toFixed(1)} ${(90 - lat).toFixed(1)}`;
// Points nearer than 0.35 degrees to the last one drawn do not show at this size.
const line = (ring) => {
  let last = [999, 999];
  const kept = ring.filter((p) => {
    const far = Math.hypot(p[0] - last[0], p[1] - last[1]) > 0.35;
    if (far) last = p;
    return far;
  });
  return kept.map(point);
};
const path = shapes
  .flatMap((rings) => rings.map(line).filter((ring) => ring.length > 3))
  .map((ring) => `M${ring.join("L")}Z`)
  .join("");
console.log(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180" width="360" height="180">` +
    `<path fill="#9a9a8c" fill-opacity=".45" fill-rule="evenodd" d="${path}"/></svg>`,
);
