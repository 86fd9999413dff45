/** The whole window takes drops, whatever is on it. */
import { offersOfDrop, type Offer } from "./intake.js";

export interface DropTargets {
  add: (offers: readonly Offer[], hidden?: number) => void;
  /** Text that was dragged or pasted outside of any field. */
  text: (text: string) => void;
  /** A drop that held nothing. */
  nothing: () => void;
}

export function listenToDrops(window: Window, targets: DropTargets): void {
  const root = window.document.documentElement;
  // Leaving one element for another is a leave too: only as many leaves as enters end the drag.
  let depth = 0;
  const show = (dragging: boolean): void => {
    if (!dragging) depth = 0;
    root.toggleAttribute("data-dragging", dragging);
  };
  window.addEventListener("dragenter", (event) => {
    if (!carries(event.dataTransfer)) return;
    event.preventDefault();
    depth += 1;
    show(true);
  });
  window.addEventListener("dragleave", () => {
    depth -= 1;
    if (depth <= 0) show(false);
  });
  window.addEventListener("dragover", (event) => {
    if (carries(event.dataTransfer)) event.preventDefault();
  });
  window.addEventListener("drop", (event) => {
    show(false);
    const { dataTransfer } = event;
    if (!dataTransfer) return;
    // Words dropped on a field are for the field; a file never is.
    if (isField(event.target) && !dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    const text = dataTransfer.getData("text/plain");
    void offersOfDrop(dataTransfer).then(({ offers, hidden }) => {
      if (offers.length + hidden > 0) targets.add(offers, hidden);
      else if (text.trim() !== "") targets.text(text);
      else targets.nothing();
    });
  });
  window.addEventListener("paste", (event) => {
    if (isField(event.target) || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData("text/plain");
    if (files.length > 0) targets.add(files.map((file) => ({ name: file.name, folder: "", input: file })));
    else if (text.trim() !== "") targets.text(text);
  });
}

function carries(transfer: DataTransfer | null): boolean {
  return transfer !== null && (transfer.types.includes("Files") || transfer.types.includes("text/plain"));
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, textarea");
}
