/** What Vite takes as a module beside TypeScript: a file's text under `?raw`, and style sheets. */
declare module "*?raw" {
  const text: string;
  export default text;
}

declare module "*.css";
