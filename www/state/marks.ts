/** Marks: every item of a report that stands in the text, in the order of the text. */
import type { Lit, MarkKind, Target } from "./model.js";
import type { Report, Span } from "./report.js";

export interface Mark {
  kind: MarkKind;
  index: number;
  span: Span;
  /** Not yet so: a target, a plan, an estimate. Drawn with a broken line. */
  ahead: boolean;
}

const known = new WeakMap<Report, readonly Mark[]>();

/** All marks of a report by start. Kept with the report, which never changes. */
export function marksOf(report: Report): readonly Mark[] {
  let marks = known.get(report);
  if (!marks) {
    marks = [
      ...report.figures.map((figure, index): Mark => {
        const ahead = figure.status !== "actual" && figure.status !== "rule";
        return { kind: "figure", index, span: figure.span, ahead };
      }),
      ...report.dates.map(
        (date, index): Mark => ({ kind: "date", index, span: date.span, ahead: date.role === "deadline" }),
      ),
      ...report.slogans.map((slogan, index): Mark => ({ kind: "slogan", index, span: slogan.span, ahead: false })),
      ...report.others.map((other, index): Mark => ({ kind: "other", index, span: other.span, ahead: false })),
    ].sort((one, two) => one.span.start - two.span.start || one.span.end - two.span.end);
    known.set(report, marks);
  }
  return marks;
}

/** Place in `marks` of the first one that ends after `offset`. Marks do not overlap, so ends ascend too. */
export function firstMarkAfter(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle]?.span.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words that a target stands for. */
export function spanOf(report: Report, target: Target): Span | null {
  switch (target.kind) {
    case "figure":
      return report.figures[target.index]?.span ?? null;
    case "date":
      return report.dates[target.index]?.span ?? null;
    case "slogan":
      return report.slogans[target.index]?.span ?? null;
    case "other":
      return report.others[target.index]?.span ?? null;
    case "entry":
      return report.timeline[target.index]?.span ?? null;
    case "span":
      return target.span;
  }
}

/** The sentence around a target, where the report names one. */
export function contextOf(report: Report, target: Target): Span | null {
  return target.kind === "figure" ? (report.figures[target.index]?.context ?? null) : null;
}

/** Whether two lights are on the same thing. */
export function sameTarget(one: Lit | null, document: string, kind: Target["kind"], index: number): boolean {
  return (
    one !== null &&
    one.document === document &&
    one.target.kind === kind &&
    one.target.kind !== "span" &&
    one.target.index === index
  );
}
