/**
 * What plots are drawn with. A canvas knows no style sheets, so the colours are read from probes that the style sheet
 * colours (in both themes, and with the system's own in forced colours), and every series has a texture of its own
 * beside its colour, so that nothing is told by colour alone.
 */
export const inks = ["accent", "calm", "warn", "text", "muted", "line", "surface", "inverse"] as const;
export type Ink = (typeof inks)[number];
export type Palette = Record<Ink, string>;
export type Texture = "solid" | "hatch" | "dots" | "cross";

/** Side of a texture's tile, in CSS pixels. */
const tile = 8;

/** `frame` holds a probe `.ink-<name>` for each ink. */
export function paletteOf(frame: Element): Palette {
  const colour = (ink: Ink) => {
    const probe = frame.querySelector(`.ink-${ink}`);
    return probe ? getComputedStyle(probe).color : "CanvasText";
  };
  return Object.fromEntries(inks.map((ink) => [ink, colour(ink)])) as Palette;
}

/** What to fill a bar with: the ink itself, or strokes of it on the surface, sharp on dense screens too. */
export function fillOf(texture: Texture, ink: string, surface: string): string | CanvasPattern {
  if (texture === "solid") return ink;
  const dense = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(tile * dense);
  canvas.height = canvas.width;
  const scale = canvas.width / tile;
  const context = canvas.getContext("2d");
  if (!context) return ink;
  context.scale(scale, scale);
  context.fillStyle = surface;
  context.fillRect(0, 0, tile, tile);
  context.fillStyle = ink;
  context.strokeStyle = ink;
  drawTile(context, texture);
  const pattern = context.createPattern(canvas, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? ink;
}

/** One tile that joins with its copies on every side. */
function drawTile(context: CanvasRenderingContext2D, texture: Texture): void {
  if (texture === "dots") {
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1.25, 0, 2 * Math.PI);
      context.fill();
    }
    return;
  }
  context.lineWidth = texture === "hatch" ? 2 : 1.25;
  context.beginPath();
  for (const at of [-tile, 0, tile]) {
    context.moveTo(at - 1, tile + 1);
    context.lineTo(at + tile + 1, -1);
    if (texture === "cross") {
      context.moveTo(at - 1, -1);
      context.lineTo(at + tile + 1, tile + 1);
    }
  }
  context.stroke();
}

/** Draws the legend's sample of a series: a filled box, or the piece of a dashed line. */
export function drawSample(
  canvas: HTMLCanvasElement,
  fill: string | CanvasPattern,
  ink: string,
  line: boolean,
): void {
  const dense = window.devicePixelRatio || 1;
  const side = canvas.clientWidth || 14;
  canvas.width = Math.round(side * dense);
  canvas.height = canvas.width;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.scale(dense, dense);
  context.strokeStyle = ink;
  context.fillStyle = fill;
  if (line) {
    context.lineWidth = 2;
    context.setLineDash([4, 2]);
    context.beginPath();
    context.moveTo(0, side / 2);
    context.lineTo(side, side / 2);
  } else {
    context.fillRect(0, 0, side, side);
    context.beginPath();
    context.rect(0.5, 0.5, side - 1, side - 1);
  }
  context.stroke();
}
