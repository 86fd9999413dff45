/** Why a file is refused, closer than the core can say it: the core sees bytes that are no document, the page what they are. */
import { isProgram } from "../export/saved_page.js";
import type { Input } from "../state/model.js";

/** Marks of spreadsheets: parts of an .xlsx, the stream of an .xls in UTF-16, the kind of an .ods. */
const SHEET_MARKS = ["xl/workbook", "xl/worksheets", "W\0o\0r\0k\0b\0o\0o\0k\0", "opendocument.spreadsheet"];
const SHEET_NAMES = /\.(?:xlsx|xlsm|xlsb|ods|et)$/iu;
/** First bytes of the containers that spreadsheets come in. */
const CONTAINERS = ["PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0"];

/** The code of the failure to show: the core's own, unless the page knows better what was handed in. */
export async function closerCode(code: string, input: Input): Promise<string> {
  if (!(input instanceof Blob)) return code;
  if (code === "empty" && (await isProgram(input))) return "program";
  if (code !== "binary" && code !== "damaged" && code !== "empty" && code !== "encoding") return code;
  const kind = await sheetIn(input);
  return kind ?? code;
}

/** Why a file that could be read is refused all the same: nothing was found in it, and it is no document. Null for any other. */
export async function refusalOfRead(name: string, format: string, input: Input): Promise<string | null> {
  if (format === "html") return (await isProgram(input)) ? "program" : null;
  if (!(input instanceof Blob) || !SHEET_NAMES.test(name)) return null;
  // Only by its name a spreadsheet, and by its first letters a container: cut off, or something else in its place.
  return (await input.slice(0, 2).text()) === "PK" ? "spreadsheet" : null;
}

/** A spreadsheet, whole or cut short; null for anything else. */
async function sheetIn(input: Blob): Promise<"spreadsheet" | "damaged" | null> {
  try {
    const bytes = new Uint8Array(await input.arrayBuffer());
    const text = new TextDecoder("latin1").decode(bytes);
    const container = CONTAINERS.findIndex((sign) => text.startsWith(sign));
    if (container < 0 || !SHEET_MARKS.some((mark) => text.includes(mark))) return null;
    // A ZIP file ends with its directory: where that is missing, the rest of the file is.
    return container === 0 && !text.includes("PK\u0005\u0006") ? "damaged" : "spreadsheet";
  } catch {
    return null;
  }
}
