// What is bundled for .xlsx files: write-excel-file without what only a browser's download or Node's streams need.
import writeExcelFile from "write-excel-file/universal";

/** The bytes of a workbook. */
export async function writeWorkbook(sheets) {
  const blob = await writeExcelFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
