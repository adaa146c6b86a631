/**
 * What axe-core finds on a page, by the rules of WCAG 2.2 AA and its best practices, the size of targets included,
 * which axe leaves out unless told. It is evaluated rather than
 * loaded as a script, because the pages' own policy allows no script but theirs.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";

const here = dirname(fileURLToPath(import.meta.url));
const source = readFileSync(join(here, "../../../extension/node_modules/axe-core/axe.min.js"), "utf8");

/** One line for each element that breaks a rule: which rule, where, and why. Empty is as it should be. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
    });
    return JSON.stringify(
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
      ),
    );
  });
  return JSON.parse(found) as string[];
}
