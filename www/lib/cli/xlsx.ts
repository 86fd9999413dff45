// Sheets as an .xlsx file. The library that writes it is bundled beside, and loaded when it is first needed.
import { boundedFormat, type Sheet } from "../collection/sheet.js";

/** What a cell of a spreadsheet may hold. */
const longest = 32_767;
/** Rows of a sheet, and columns of it. */
const most = { rows: 1_048_576, columns: 16_384 };

/** The bytes of a workbook with these sheets. What Excel can't hold is cut: rows, columns, and the ends of long texts. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { writeWorkbook } = await import("../../generated/xlsx.js");
  return writeWorkbook(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [columns, ...rows.slice(0, most.rows - 1)].map((row, line) =>
        row.slice(0, most.columns).map((cell) => {
          if (cell !== null && typeof cell === "object")
            return { value: cell.value, type: Number, format: boundedFormat(cell) };
          if (typeof cell !== "string") return cell;
          const value = cell.slice(0, longest);
          return line === 0 ? { value, fontWeight: "bold" as const } : value;
        }),
      ),
      stickyRowsCount: 1,
    })),
  );
}
