/** Documents of an invented county, one click away on the first screen. */
import interview from "../../tests/documents/interview.txt?raw";
import report from "../../tests/documents/county_report.txt?raw";
import type { SampleName } from "../app/page.js";

export const SAMPLES: Record<SampleName, { name: string; text: string }> = {
  report: { name: "青沅县政府工作报告.txt", text: report },
  interview: { name: "青沅县委书记访谈.txt", text: interview },
};
