// The page's content security policy: it may run its own two scripts and nothing else, and reach nowhere.

/**
 * @param {{ scripts: string[], style: string }} hashes of the page's scripts and of its style block
 */
export function contentSecurityPolicy({ scripts, style }) {
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${style}`,
    // The worker is a blob, so that it inherits this policy; one loaded from a URL would not.
    "worker-src blob:",
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // `jiandu` lets the worker's blob address through; lit-html makes its own for its constant templates.
    "trusted-types jiandu lit-html",
  ].join("; ");
}
