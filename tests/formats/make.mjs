// One document of our own in every format that jiandu reads: report.md → files/. Run by hand when report.md changes:
//
//   apt-get install libreoffice-writer-nogui fonts-noto-cjk
//   node tests/formats/make.mjs
//
// What LibreOffice writes (.docx, .doc, .rtf, .pdf) is kept in the repository, so the tests need no office.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";

const here = fileURLToPath(new URL(".", import.meta.url));
const files = join(here, "files");
mkdirSync(files, { recursive: true });
const markdown = readFileSync(join(here, "report.md"), "utf8");

/** Markdown of headings, paragraphs and one table → HTML. */
function html(text) {
  const cells = (row, tag) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => `<${tag}>${cell.trim()}</${tag}>`)
      .join("");
  return text
    .split(/\n\n+/)
    .map((block) => {
      const [, signs, words] = /^(#+) (.*)/.exec(block) ?? [];
      if (signs && words) return `<h${signs.length}>${words.trim()}</h${signs.length}>`;
      if (!block.startsWith("|")) return `<p>${block.trim()}</p>`;
      const [head, , ...rows] = block.trim().split("\n");
      return `<table border="1"><tr>${cells(head, "th")}</tr>${rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("\n")}</table>`;
    })
    .join("\n");
}

/** The article amid what a government site puts round it. */
function page(charset) {
  const links = ["首页", "政务公开", "办事服务", "互动交流"].map(
    (name, i) => `<li><a href="/${i}.html">${name}</a></li>`,
  );
  return `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>2023年云岭县国民经济和社会发展统计公报_云岭县人民政府</title>
<script>var visits = "2023年访问量999万次";</script><style>.nav { color: red }</style></head>
<body><div class="nav"><ul>${links.join("")}</ul></div>
<div class="TRS_Editor">${html(markdown)}</div>
<div class="related"><ul><li><a href="/5.html">全县一季度经济增长6.1%</a></li><li><a href="/6.html">全县召开经济工作会议</a></li><li><a href="/7.html">关于开展普查的公告</a></li></ul></div>
<div class="footer">主办：云岭县人民政府办公室　备案号：12345678号　访问量：3184512次</div>
</body></html>
`;
}

/** Bytes of a text in an encoding that Node only reads: each character's bytes are looked up in its decoder. */
function encode(text, label) {
  const decoder = new TextDecoder(label);
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => (character < "\x80" ? character.charCodeAt(0) : table.get(character))),
  );
}

function utf16(text, big) {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
}

const save = (name, content) => writeFileSync(join(files, name), content);

save("utf8_bom.txt", `\ufeff${markdown}`);
save("utf16le_bom.txt", utf16(`\ufeff${markdown}`, false));
save("utf16be_bom.txt", utf16(`\ufeff${markdown}`, true));
save("utf16le.txt", utf16(markdown, false));
save("utf16be.txt", utf16(markdown, true));
save("gb18030.txt", encode(markdown, "gb18030"));
// The same words in Traditional characters, which Big5 is for; report_traditional.md changes with report.md, by hand.
save("big5.txt", encode(readFileSync(join(here, "report_traditional.md"), "utf8"), "big5"));
save("page_utf8.html", page("utf-8"));
save("page_gb2312.html", encode(page("gb2312"), "gb18030"));
const quoted = [...encode(page("gb2312"), "gb18030")]
  .map((byte) =>
    byte >= 0x80 || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte),
  )
  .join("");
save(
  "page.mht",
  `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----part"\r\n\r\n------part\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}\r\n------part--\r\n`,
);

/** Markdown of headings, paragraphs and one table → RTF as Word writes it in China: bytes of code page 936 as escapes. */
function rtf(text) {
  const escaped = (words) =>
    [...encode(words, "gb18030")]
      .map((byte) => (byte >= 0x80 ? `\\'${byte.toString(16)}` : String.fromCharCode(byte)))
      .join("");
  const row = (line) => {
    const cells = line.split("|").slice(1, -1);
    const ends = cells.map((_, i) => `\\cellx${(i + 1) * 2400}`).join("");
    return `\\trowd${ends}\\pard\\intbl ${cells.map((cell) => `${escaped(cell.trim())}\\cell `).join("")}\\row`;
  };
  const blocks = text
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [, signs, words] = /^(#+) (.*)/.exec(block) ?? [];
      if (signs && words) return `\\pard\\plain\\s${signs.length}\\f0 ${escaped(words.trim())}\\par`;
      if (!block.startsWith("|")) return `\\pard\\plain\\f0 ${escaped(block.trim())}\\par`;
      const [head, , ...rows] = block.trim().split("\n");
      return [head, ...rows].map(row).join("\n");
    });
  const styles = "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2 heading 2;}}";
  return `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 ${escaped("宋体")};}}\n${styles}\n${blocks.join("\n")}\n}`;
}
save("report_gbk.rtf", rtf(markdown));

const work = mkdtempSync(join(tmpdir(), "jiandu-formats-"));
writeFileSync(join(work, "report.html"), `<meta charset="utf-8"><body>${html(markdown)}</body>`);
const office = (from, to, filter = to) =>
  execFileSync("soffice", [
    "--headless",
    `-env:UserInstallation=file://${work}/profile`,
    "--convert-to",
    filter,
    "--outdir",
    work,
    join(work, from),
  ]);
office("report.html", "odt", "odt:writer8");
for (const [to, filter, from] of [
  ["docx", "docx:MS Word 2007 XML", "odt"],
  ["doc", "doc:MS Word 97", "odt"],
  ["rtf", "rtf:Rich Text Format", "odt"],
  // Out of the .odt its first page comes without its heading.
  ["pdf", "pdf:writer_pdf_Export", "docx"],
]) {
  office(`report.${from}`, to, filter);
  copyFileSync(join(work, `report.${to}`), join(files, `report.${to}`));
}
// What WPS writes is the same container under another name.
copyFileSync(join(files, "report.doc"), join(files, "report.wps"));

// Lists that number themselves and a tracked change: numbered.docx by hand, the others out of it.
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office2006 = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const item = (text, level, change = "") =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r>${change}</w:p>`;
const by = 'w:author="a" w:date="2025-01-01T00:00:00Z"';
const change = `<w:del w:id="1" ${by}><w:r><w:delText>增长9.9%。</w:delText></w:r></w:del><w:ins w:id="2" ${by}><w:r><w:t>增长7.9%。</w:t></w:r></w:ins>`;
const body = [
  item("综合", 0),
  item("全县产值463.3亿元，", 1, change),
  item("财政收入21.6亿元。", 1),
  item("农业", 0),
  item("粮食总产量18.6万吨。", 1),
];
const level = (number, format, text) =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const related = (type, target) =>
  `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office2006}/${type}" Target="${target}"/></Relationships>`;
const part = (name, kind) => `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${kind}+xml"/>`;
const parts = {
  "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("document", "document.main")}${part("numbering", "numbering")}</Types>`,
  "_rels/.rels": related("officeDocument", "word/document.xml"),
  "word/_rels/document.xml.rels": related("numbering", "numbering.xml"),
  "word/document.xml": `<w:document xmlns:w="${word}"><w:body>${body.join("")}</w:body></w:document>`,
  "word/numbering.xml": `<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, "chineseCounting", "%1、")}${level(1, "decimal", "（%2）")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
};
const xml = (text) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const docx = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, xml(text)])), { level: 6 });
writeFileSync(join(work, "numbered.docx"), docx);
for (const filter of ["doc:MS Word 97", "rtf:Rich Text Format"]) office("numbered.docx", "", filter);
for (const to of ["docx", "doc", "rtf"]) copyFileSync(join(work, `numbered.${to}`), join(here, `numbered.${to}`));

// A text box tied to the first of two paragraphs, an endnote, and a paragraph whose end a tracked change took away.
const shape = `<w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>森林覆盖率61.2%。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const boxed = [
  `<w:p>${shape}${run("全县产值463.3亿元。")}</w:p>`,
  `<w:p><w:pPr><w:rPr><w:del w:id="3" ${by}/></w:rPr></w:pPr>${run("财政收入21.6")}</w:p>`,
  `<w:p>${run("亿元。")}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`,
];
const note = `<w:endnote w:id="2"><w:p>${run("不含飞地产值1.5亿元。")}</w:p></w:endnote>`;
const boxParts = {
  "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("document", "document.main")}${part("endnotes", "endnotes")}</Types>`,
  "_rels/.rels": related("officeDocument", "word/document.xml"),
  "word/_rels/document.xml.rels": related("endnotes", "endnotes.xml"),
  "word/document.xml": `<w:document xmlns:w="${word}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${boxed.join("")}</w:body></w:document>`,
  "word/endnotes.xml": `<w:endnotes xmlns:w="${word}">${note}</w:endnotes>`,
};
const boxes = zipSync(Object.fromEntries(Object.entries(boxParts).map(([name, text]) => [name, xml(text)])), {
  level: 6,
});
writeFileSync(join(work, "boxed.docx"), boxes);
office("boxed.docx", "", "doc:MS Word 97");
for (const to of ["docx", "doc"]) copyFileSync(join(work, `boxed.${to}`), join(here, `boxed.${to}`));
