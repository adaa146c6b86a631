// The verdict table for a terminal of 100 columns: a line for each sender, the reasons below it.

const columns = 100;
const indent = 14;
const colors = { accept: 32, ignore: 31, unsure: 33, soft: 2, strong: 1 };
const colored = process.stdout.isTTY && !process.env.NO_COLOR;

export function printTable(cards) {
  const nameWidth = Math.max(...cards.map(({ name }) => name.length)) + 2;
  const headlineWidth = columns - indent - nameWidth;
  for (const { name, headline, verdict, score, speaksFor, against } of cards) {
    const figures = `${verdict.toUpperCase().padEnd(7)} ${String(score).padStart(3)} % `;
    const line =
      name.padEnd(nameWidth) + paint("soft", shortened(headline || "(no headline)", headlineWidth));
    console.log(`${paint(verdict, figures)} ${paint("strong", line)}`);
    const reasons = [...speaksFor.map((words) => `+ ${words}`), ...against.map((words) => `– ${words}`)];
    for (const row of wrapped(reasons)) console.log(" ".repeat(indent) + row);
  }
}

/** Reasons side by side as far as they fit, never broken in the middle unless one alone is too long. */
function wrapped(reasons) {
  const width = columns - indent;
  const rows = [];
  for (const reason of reasons.map((words) => shortened(words, width))) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 3 + reason.length <= width)
      rows[rows.length - 1] += `   ${reason}`;
    else rows.push(reason);
  }
  return rows;
}

function shortened(words, width) {
  const letters = [...words];
  return letters.length <= width
    ? words
    : `${letters
        .slice(0, width - 1)
        .join("")
        .trimEnd()}…`;
}

function paint(color, words) {
  return colored ? `\x1b[${colors[color]}m${words}\x1b[0m` : words;
}
