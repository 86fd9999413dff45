/** A chart as a file: the SVG that is on the page with its colours written out, or that drawn on a canvas. */

/** What of an element's style must go with it. */
const CARRIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;
const MARGIN = 20;
const HEAD = 34;
/** Pixels of the picture for one of the page. */
const SHARPNESS = 2;

/** The chart as a file of its own, its title above it, on the page's own ground. */
export function chartSvg(chart: SVGSVGElement, title: string): { text: string; width: number; height: number } {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const model = unlit(chart);
  const originals = [model, ...model.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  copies.forEach((element, index) => {
    const original = originals[index];
    if (original) carry(original, element, index === 0);
  });
  model.remove();
  // What only helps to point at marks.
  for (const hit of copy.querySelectorAll(".c-hit")) hit.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) strip(element);
  const [width, height] = [
    Math.round(chart.width.baseVal.value + 2 * MARGIN),
    Math.round(chart.height.baseVal.value + HEAD + 2 * MARGIN),
  ];
  const style = getComputedStyle(chart);
  const page = document.implementation.createDocument("http://www.w3.org/2000/svg", "svg");
  const root = page.documentElement;
  const set = (element: Element, values: Record<string, string | number>): Element => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
    return element;
  };
  const make = (name: string): Element => page.createElementNS("http://www.w3.org/2000/svg", name);
  set(root, { width, height, viewBox: `0 0 ${width} ${height}` });
  const ground = set(make("rect"), { width, height, fill: style.getPropertyValue("--sheet").trim() || "#fff" });
  const heading = set(make("text"), {
    x: MARGIN,
    y: MARGIN + 14,
    fill: style.getPropertyValue("--ink").trim() || "#000",
    "font-family": style.fontFamily,
    "font-size": 16,
    "font-weight": 600,
  });
  heading.textContent = title;
  const name = make("title");
  name.textContent = title;
  set(copy, { x: MARGIN, y: MARGIN + HEAD });
  root.append(name, ground, heading, page.importNode(copy, true));
  return { text: new XMLSerializer().serializeToString(page), width, height };
}

/**
 * The chart beside itself, out of sight, for its styles: nothing in it is chosen, has the focus or lies under the pointer,
 * which is the reader's moment and not what the chart tells.
 */
function unlit(chart: SVGSVGElement): SVGSVGElement {
  const model = chart.cloneNode(true) as SVGSVGElement;
  for (const mark of model.querySelectorAll("[aria-pressed]")) mark.removeAttribute("aria-pressed");
  model.setAttribute("aria-hidden", "true");
  model.style.cssText = "position:absolute;visibility:hidden;pointer-events:none";
  chart.after(model);
  return model;
}

/** Writes out what an element's style says otherwise than its parent's, from which it would inherit. */
function carry(original: Element, copy: Element, isRoot: boolean): void {
  if (original instanceof SVGTitleElement) return;
  const style = getComputedStyle(original);
  const above = isRoot || !original.parentElement ? null : getComputedStyle(original.parentElement);
  for (const name of CARRIED) {
    const value = style.getPropertyValue(name);
    if (value !== above?.getPropertyValue(name)) copy.setAttribute(name, value);
    else copy.removeAttribute(name);
  }
}

/** Roles and focus belong to the page; lit leaves comments where its values go. */
function strip(element: Element): void {
  for (const { name } of [...element.attributes]) {
    if (
      name === "class" ||
      name === "role" ||
      name === "tabindex" ||
      name.startsWith("aria-") ||
      name.startsWith("data-")
    )
      element.removeAttribute(name);
  }
  for (const node of [...element.childNodes]) if (node.nodeType === Node.COMMENT_NODE) node.remove();
}

/** The same as a PNG, twice as sharp as the page. */
export async function chartPng(chart: SVGSVGElement, title: string): Promise<Blob> {
  const { text, width, height } = chartSvg(chart, title);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture was made"))), "image/png");
  });
}
