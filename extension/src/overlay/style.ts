/**
 * How a badge looks. It lives inside a closed shadow root, so the names here are visible to nobody and touch
 * nothing of LinkedIn's. Colours are chosen for 4.5:1 on both of LinkedIn's themes; forced colours keep borders.
 */

const css = `
.badge { all: initial; display: block; width: 100%; min-width: 0; box-sizing: border-box; grid-column: 1 / -1; --ink: #1b1f23; --soft: #56606b; --line: #d5dae0; --panel: #fff; --hover: #f1f4f7;
  --accept: #0b6e4f; --accept-bg: #e3f4ec; --ignore: #6a4b4b; --ignore-bg: #f3eceb; --unsure: #7a4d00; --unsure-bg: #fdf1d8;
  --later: #46409c; --later-bg: #ecebfb;
  font: 400 14px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--ink);
  margin: 8px 0 4px; text-align: start; }
.badge.dark { --ink: #eef1f4; --soft: #a9b4bf; --line: #48525c; --panel: #22272c; --hover: #2d343a;
  --accept: #7fe0b5; --accept-bg: #123d2e; --ignore: #d9bcbc; --ignore-bg: #3b2c2c; --unsure: #ffd27a; --unsure-bg: #40300d;
  --later: #c6c2ff; --later-bg: #2f2b57; }
.accept { --tone: var(--accept); --tone-bg: var(--accept-bg); } .ignore { --tone: var(--ignore); --tone-bg: var(--ignore-bg); }
.unsure { --tone: var(--unsure); --tone-bg: var(--unsure-bg); } .later { --tone: var(--later); --tone-bg: var(--later-bg); }
button { font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 0; cursor: pointer; text-align: start; }
.pill { display: inline-flex; align-items: center; gap: 8px; max-width: 100%; min-height: 28px; padding: 2px 12px 2px 4px;
  border-radius: 999px; border: 1px solid var(--line); background: var(--panel); box-sizing: border-box; }
.pill:hover { background: var(--hover); }
button:focus-visible { outline: 2px solid #0a66c2; outline-offset: 2px; }
.dark button:focus-visible { outline-color: #71b7fb; }
.verdict { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; padding: 1px 10px; border-radius: 999px; white-space: nowrap; color: var(--tone); background: var(--tone-bg); }
.outlined .verdict { background: none; padding-inline-end: 0; }
.outlined .pill { border-color: var(--tone); }
.compact .pill { padding: 0; }
.compact .verdict { min-height: 26px; padding-inline: 12px; }
.first { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--soft); }
.panel { position: fixed; margin: 0; inset: auto; width: 340px; max-width: calc(100vw - 24px); max-height: calc(100vh - 16px); overflow-y: auto; box-sizing: border-box; padding: 16px;
  border: 1px solid var(--line); border-radius: 12px; background: var(--panel); color: var(--ink);
  box-shadow: 0 8px 28px rgb(0 0 0 / .22); font: inherit; }
.title { font-weight: 600; font-size: 15px; overflow-wrap: anywhere; color: var(--tone); }
.close { float: inline-end; margin-inline-start: 12px; min-width: 24px; min-height: 24px; border-radius: 6px; line-height: 1; text-align: center; color: var(--soft); font-size: 18px; }
.close:hover, .choose:hover, .choice:hover { background: var(--hover); }
.score, .who, .small, .held { color: var(--soft); font-size: 13px; }
.score { margin-top: 2px; }
.quote { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.group { font-size: 12px; font-weight: 600; color: var(--soft); margin: 12px 0 4px; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; }
li { display: grid; grid-template-columns: 40px 1fr 24px; gap: 2px 8px; align-items: start; overflow-wrap: anywhere; }
li > div { grid-column: 2 / 3; } .changed li > div { grid-column: 1 / -1; }
.choose { width: 24px; height: 24px; margin-top: -2px; border-radius: 6px; color: var(--soft); text-align: center; line-height: 1; }
.choose::before { content: "⋯"; } .choose[aria-expanded="true"] { background: var(--hover); }
li > .choices, li > .held { grid-column: 2 / -1; }
.choices { display: flex; flex-wrap: wrap; gap: 4px; padding: 2px 0; }
.choice { min-width: 24px; min-height: 24px; padding: 1px 8px; border: 1px solid var(--line); border-radius: 999px; font-size: 12px; color: var(--ink); box-sizing: border-box; }
.outlook { margin-top: 12px; font-size: 13px; overflow-wrap: anywhere; }
.ask { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; margin-top: 6px; padding: 8px 10px; border-radius: 8px; background: var(--hover); font-size: 13px; }
.ask q { flex: 1 1 200px; quotes: none; user-select: text; } .ask .choice { background: var(--panel); padding-inline: 12px; } .ask .choice:hover { background: var(--line); }
.said { margin-top: 8px; font-size: 13px; }
.said.quiet { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.bar { height: 6px; margin-top: 7px; border-radius: 3px; background: var(--line); overflow: hidden; display: flex; }
.bar i { background: var(--accept); display: block; } .against .bar i { background: var(--ignore); }
.advice { margin-top: 12px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12px; }
@media (prefers-reduced-motion: no-preference) { .pill { transition: background-color .12s; } }
@media (forced-colors: active) { .verdict, .pill, .panel, .choice { border: 1px solid CanvasText; } .bar i { background: CanvasText; } }
`;

/** What the page's nodes inherit from their card passes through the slot, which itself is no box. */
const onlyIn = {
  card: "slot { all: inherit; display: contents; animation: none; transition: none; counter-reset: none; counter-increment: none; counter-set: none; }",
  added:
    ":host { all: initial !important; display: block !important; width: 100% !important; min-width: 0 !important; grid-column: 1 / -1 !important; }",
};

const sheets = new Map<keyof typeof onlyIn, CSSStyleSheet>();

/** For a badge in the card's own shadow root, or in that of an element added to the card. */
export function styleOf(place: keyof typeof onlyIn): CSSStyleSheet {
  const sheet = sheets.get(place) ?? new CSSStyleSheet();
  if (!sheets.has(place)) sheet.replaceSync(onlyIn[place] + css);
  sheets.set(place, sheet);
  return sheet;
}

/** LinkedIn's theme is the account's setting, not the system's: look at what is painted behind the card. */
export function isDarkBehind(node: Element): boolean {
  for (let at: Element | null = node; at; at = at.parentElement) {
    const [red, green, blue, alpha = 1] = numbersIn(getComputedStyle(at).backgroundColor);
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    return (red * 299 + green * 587 + blue * 114) / 1000 < 110;
  }
  return false;
}

function numbersIn(color: string): number[] {
  const open = color.indexOf("(");
  if (!color.startsWith("rgb") || open < 0) return [];
  return color
    .slice(open + 1, -1)
    .split(/[ ,/]+/)
    .map(Number);
}
