// Lines that a page draws across or down: the rules of its tables. pdf.js reads past them when it looks for words;
// www/build/pdf.mjs hands them over here, where it reads.

/** A line, from one end to the other. */
export type Rule = [x1: number, y1: number, x2: number, y2: number];

type Point = [x: number, y: number];

/** The numbers of pdf.js for what draws (OPS), as PDF's own operators. */
const MOVE = 13;
const LINE = 14;
const CURVE = 15;
const CURVE_2 = 16;
const CURVE_3 = 17;
const CLOSE = 18;
const RECTANGLE = 19;
const STROKE = 20;
const CLOSE_STROKE = 21;
const FILL = 22;
const EO_FILL = 23;
const CLOSE_FILL_STROKE = 26;
const CLOSE_EO_FILL_STROKE = 27;
const END = 28;

/** In points: how thick what is filled may be to be a line, how short a line, and how far its ends may be askew. */
const THICK = 3;
const SHORT = 3;
const ASKEW = 0.7;
/** Lines of a page; one that has more is a drawing. */
const MOST = 20_000;
/** What a dot counts of a line. */
const DOT = 0.1;

/** What the operators of a page draw, as far as it is straight. */
export class Drawn {
  #lines: Rule[] = [];
  #filled: Rule[] = [];
  #at: Point = [0, 0];
  #start: Point = [0, 0];
  #mark: Rule | undefined;
  #count = 0;

  /** Takes one operator; lines go to `items`, among the words. */
  take(operator: number, numbers: ArrayLike<number>, transform: number[], items: unknown[]): void {
    if (operator < MOVE || operator > END || this.#count > MOST) return;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
    const place = (x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];
    const point = (from: number) => place(Number(numbers[from]), Number(numbers[from + 1]));
    const to = (end: Point) => {
      if (this.#lines.length < MOST) this.#lines.push([...this.#at, ...end]);
      const box = this.#filled.at(-1);
      if (box) this.#filled[this.#filled.length - 1] = around(box, end);
      this.#at = end;
    };
    switch (operator) {
      case MOVE:
        this.#at = this.#start = point(0);
        this.#filled.push([...this.#at, ...this.#at]);
        break;
      case LINE:
        to(point(0));
        break;
      case CURVE:
        this.#at = point(4);
        break;
      case CURVE_2:
      case CURVE_3:
        this.#at = point(2);
        break;
      case CLOSE:
      case CLOSE_STROKE:
      case CLOSE_FILL_STROKE:
      case CLOSE_EO_FILL_STROKE:
        to(this.#start);
        break;
      case RECTANGLE: {
        const [x, y] = [Number(numbers[0]), Number(numbers[1])];
        const [width, height] = [Number(numbers[2]), Number(numbers[3])];
        this.#at = this.#start = place(x, y);
        this.#filled.push([...this.#at, ...this.#at]);
        to(place(x + width, y));
        to(place(x + width, y + height));
        to(place(x, y + height));
        to(this.#start);
        break;
      }
    }
    if (operator < STROKE) return;
    const fills = operator >= FILL && operator <= CLOSE_EO_FILL_STROKE;
    const strokes = operator !== END && operator !== FILL && operator !== EO_FILL;
    const found = [
      ...(strokes ? this.#lines : []),
      ...(fills ? this.#filled.filter(([x1, y1, x2, y2]) => Math.min(x2 - x1, y2 - y1) <= THICK) : []),
    ];
    for (const [x1, y1, x2, y2] of found) {
      const [across, up] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
      if (fills && Math.max(across, up) < SHORT) {
        const joint = dotted(this.#mark, [x1, y1, x2, y2]);
        this.#mark = [x1, y1, x2, y2];
        if (joint) items.push({ str: "", rule: joint });
        this.#count += joint ? DOT : 0;
        continue;
      }
      if (Math.max(across, up) < SHORT || Math.min(across, up) > (strokes ? ASKEW : THICK)) continue;
      this.#count++;
      items.push({
        str: "",
        rule: across > up ? [x1, (y1 + y2) / 2, x2, (y1 + y2) / 2] : [(x1 + x2) / 2, y1, (x1 + x2) / 2, y2],
      });
    }
    this.#lines = [];
    this.#filled = [];
  }
}

/** What two marks draw, one behind the other, of a line of dots or dashes. */
function dotted(before: Rule | undefined, mark: Rule): Rule | undefined {
  if (!before) return undefined;
  const [x1, y1, x2, y2] = around(around(before, [mark[0], mark[1]]), [mark[2], mark[3]]);
  const middle = (box: Rule, axis: 0 | 1) => (box[axis] + box[axis === 0 ? 2 : 3]) / 2;
  const [x, y] = [middle(mark, 0), middle(mark, 1)];
  const long = Math.max(x2 - x1, y2 - y1);
  if (long > 3 * SHORT || long < ASKEW) return undefined;
  if (Math.abs(y - middle(before, 1)) < ASKEW) return [x1, y, x2, y];
  return Math.abs(x - middle(before, 0)) < ASKEW ? [x, y1, x, y2] : undefined;
}

/** The box around a box and a point. */
function around([x1, y1, x2, y2]: Rule, [x, y]: Point): Rule {
  return [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x), Math.max(y2, y)];
}
