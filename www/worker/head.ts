/** The first bytes of a file, by which it is known for what it is. Several ask for them; they are read once. */
const LENGTH = 8192;

const heads = new WeakMap<Blob, Promise<Uint8Array<ArrayBuffer>>>();

/** Rejects where the file can't be read. */
export function headOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  let head = heads.get(file);
  if (!head) {
    head = file
      .slice(0, LENGTH)
      .arrayBuffer()
      .then((bytes) => new Uint8Array(bytes));
    heads.set(file, head);
    // Asked again, it may be there again.
    head.catch(() => heads.delete(file));
  }
  return head;
}
