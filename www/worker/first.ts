/**
 * The page's first script, a few lines alone: the worker starts while the browser still reads the rest of the file, and
 * runs up while the page's own script and the first drawing keep the page's thread busy.
 */
import { engineOf, type PageEngine } from "./launch.js";

declare global {
  /** Where the page's own script finds the engine. */
  var jianduEngine: PageEngine;
}

globalThis.jianduEngine = engineOf(document);
