// Running other programs.
import { spawn } from "node:child_process";
import { Explained, root } from "./project.mjs";

/**
 * Runs a program to its end, its output shown; with `capture` returned instead, with `tee` both.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, capture?: boolean, tee?: boolean, cwd?: string, remedy?: string, mayFail?: boolean }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { env, capture = false, tee = false, cwd = root, remedy = "", mayFail = false } = options;
  return new Promise((resolve, reject) => {
    const shown = `${command} ${args.join(" ")}`;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", capture || tee ? "pipe" : "inherit", "inherit"],
      // npm is a script on Windows, and scripts need a shell there.
      shell: process.platform === "win32" && !command.endsWith(".exe") && command !== process.execPath,
    });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      output += text;
      if (tee) process.stdout.write(text);
    });
    child.on("error", (error) => reject(new Explained(`${shown}: ${error.message}${remedy && `\n  ${remedy}`}`)));
    child.on("close", (code, signal) => {
      const status = code ?? 1;
      if (status === 0 || mayFail) resolve({ status, output });
      else {
        const said = capture && output.trim() !== "" ? `\n${output.slice(-3000)}` : "";
        reject(
          new Explained(`${shown} ended with ${signal ?? `status ${status}`}.${remedy && `\n  ${remedy}`}${said}`),
        );
      }
    });
  });
}

/** Whether a program can be started at all. */
export async function answers(command, args = ["--version"]) {
  try {
    return (await run(command, args, { capture: true, mayFail: true })).status === 0;
  } catch {
    return false;
  }
}

/** Runs a program of an installed npm package with this Node. */
export function runPackage(file, args, options) {
  return run(process.execPath, [file, ...args], options);
}
