/** Character maps of Adobe-GB1 by file name, as base64; made by www/build/pdf.mjs out of pdfjs-dist. */
export declare const cmaps: Record<string, string>;
