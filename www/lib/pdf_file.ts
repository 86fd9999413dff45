// What is known of a PDF before the reader of PDFs is loaded.

/** Why one can't be read, by code. */
export const pdfMessages = {
  damaged: "PDF 文件损坏，读不出来；请重新下载。The PDF is damaged: download it again.",
  protected: "PDF 有密码；请去掉密码后再读。The PDF has a password: remove it first.",
};

/** True for the bytes of a PDF, which may begin with some of a mail or a web server. */
export function isPdf(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1029);
  return head.some((byte, at) => byte === 0x25 && String.fromCharCode(...head.subarray(at, at + 5)) === "%PDF-");
}
