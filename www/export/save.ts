/** Hands a file to the browser's own saving: no network, and the reader chooses where. */
export function save(name: string, type: string, content: readonly BlobPart[]): void {
  const address = URL.createObjectURL(new Blob([...content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the blob by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
