// What axe finds against WCAG 2.2 AA, the size of targets included, which axe leaves out unless it is asked for it.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { path } from "../../www/build/project.mjs";

const script = readFileSync(path("node_modules", "axe-core", "axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Serious and critical findings in the state that the page is in, each with the elements that it is about. */
export function serious(page: Page): Promise<string[]> {
  return findings(page, ["serious", "critical"]);
}

/** All findings, moderate and minor ones too: landmarks of one name, headings out of order, roles that do not fit. */
export function whatever(page: Page): Promise<string[]> {
  return findings(page, ["minor", "moderate", "serious", "critical"]);
}

async function findings(page: Page, impacts: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(script);
  return page.evaluate(
    async ([values, wanted]) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run({ runOnly: { type: "tag", values } });
      return violations
        .filter(({ impact }) => wanted.includes(impact ?? ""))
        .map(
          ({ id, nodes }) =>
            `${id} (${nodes.length}): ${nodes
              .slice(0, 4)
              .map(({ html }) => html.slice(0, 160))
              .join(" | ")}`,
        );
    },
    [RULES, impacts] as const,
  );
}
