// What is bundled for .xlsx files.
import writeExcelFile from "write-excel-file/node";

/** The bytes of a workbook. */
export function writeWorkbook(sheets) {
  return writeExcelFile(sheets).toBuffer();
}
