// PDF files for the tests, whose font is not in them.

/** A PDF of one page: words as `[left, height from below, text]`, drawing as PDF's own operators. */
export function pdf(words, { drawing = "", cmap = "UniGB-UTF16-H", encode = utf16 } = {}) {
  const shown = words.map(
    ([x, y, text]) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <${encode(text).toString("hex")}> Tj ET`,
  );
  const content = `${drawing}\n${shown.join("\n")}`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${cmap} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /W [1 95 500]
      /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering(cmap)}) /Supplement 2 >>
      /FontDescriptor 7 0 R >>`,
    `<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -140
      /CapHeight 700 /StemV 80 >>`,
  ];
  let text = "%PDF-1.5\n";
  const places = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  );
}

/** The collection of characters that a map is of. */
function ordering(cmap) {
  if (cmap.startsWith("Identity")) return "Identity";
  if (/CNS|B5/.test(cmap)) return "CNS1";
  return /JIS|RKSJ/.test(cmap) ? "Japan1" : "GB1";
}

function utf16(text) {
  return Buffer.from(text, "utf16le").swap16();
}

/** As UniGB-UTF32-H has it. */
export function utf32(text) {
  return Buffer.concat([...text].map((character) => Buffer.concat([Buffer.alloc(2), utf16(character)])));
}

/** Lines down and across, as a table has them. */
export function lines(xs, ys) {
  const down = xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S`);
  // Word processors fill narrow boxes instead.
  const across = ys.map((y) => `${xs[0]} ${y} ${xs.at(-1) - xs[0]} 0.5 re f`);
  return `0.5 w\n${[...down, ...across].join("\n")}`;
}
