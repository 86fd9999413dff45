/** Puts the page together: state, workers, views. Everything else is in a room of its own. */
import "../styles/page.css";
import { MESSAGES } from "../messages/index.js";
import { reduce } from "../state/actions.js";
import { initialState, NOTHING_GIVEN } from "../state/model.js";
import { Store } from "../state/store.js";
import { sessionIn } from "../export/saved_page.js";
import { Judging } from "../views/judging.js";
import { PasteDialog } from "../views/paste.js";
import type {} from "../worker/first.js";
import { Comparer } from "../worker/comparer.js";
import { Pool } from "../worker/pool.js";
import { Analysis } from "./analysis.js";
import { drawApp } from "./app.js";
import { commandsFor } from "./commands.js";
import { ComparisonKeeper } from "./comparison.js";
import { listenToDrops } from "./drop.js";
import { askBeforeLeaving, followAddress } from "./address.js";
import { bookmarkOf } from "./fragment.js";
import { Keeping } from "./keeping.js";
import { listenToKeys } from "./keyboard.js";
import { keepPreferences, readPreferences } from "./preferences.js";
import { nextLit } from "./walk.js";

/** One core is left to the page itself; more workers than four gain little and each holds its own word list. */
function poolSize(): number {
  return Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));
}

/** Today where the reader is. */
function today(): string {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

const store = new Store(initialState(readPreferences(), today()), reduce);
const words = () => MESSAGES[store.state.locale];

const pool = new Pool(jianduEngine, poolSize());
const keeping = new Keeping(() => store.send({ type: "unkept" }));
const notice = (text: string): void => store.send({ type: "noticed", text });
const analysis = new Analysis(store, pool, keeping, {
  crashed: ({ name }) => notice(words().notices.crashed(name)),
  repeated: (names) => notice(words().notices.repeated(names[0] ?? "", names.length)),
  namesakes: (names) => notice(words().notices.namesakes(names[0] ?? "", names.length)),
  removed: (name, count) => store.send({ type: "noticed", text: words().notices.removed(name, count), undo: true }),
  restored: (name, count) => notice(words().notices.restored(name, count)),
});
const comparison = new ComparisonKeeper(store, new Comparer(jianduEngine));
const host = document.getElementById("app") ?? document.body;
const commands = commandsFor(store, analysis, jianduEngine, comparison, () => {
  const dialog = host.querySelector("jd-paste");
  if (dialog instanceof PasteDialog) dialog.open();
});

followAddress(store, window);
askBeforeLeaving(store, window);
store.subscribe(() => {
  const { state } = store;
  keepPreferences(state);
  keeping.keep(state);
});

listenToDrops(window, {
  add: (offers, hidden = 0) => {
    if (hidden > 0) notice(words().notices.hidden(hidden));
    // A file without a name would be a row that nothing names.
    analysis.add(offers.map((offer) => ({ ...offer, name: offer.name || words().paste.nameless })));
  },
  text: (text) => commands.paste("", text),
  nothing: () => store.send({ type: "noticed", text: words().notices.nothingDropped }),
});
listenToKeys(document, {
  send: store.send,
  walk: (step, inSource) => {
    const lit = nextLit(store.state, step, inSource);
    if (lit) store.send({ type: "lit", lit });
  },
  judge: (verdict) => {
    const { lit } = store.state;
    if (lit?.target.kind !== "figure") return;
    const { index } = lit.target;
    if (verdict !== "edited") {
      commands.judge(lit.document, index, verdict, {});
      return;
    }
    // The form stands below the source, which a narrow window may not show.
    store.send({ type: "paned", pane: "source" });
    // What was lit a moment ago is drawn in the frame that comes.
    requestAnimationFrame(() => {
      const form = host.querySelector("jd-judging");
      if (form instanceof Judging) form.edit(lit.document, index);
    });
  },
  undo: commands.undo,
  isOn: () => store.state.keys,
});

// A page that was saved opens with what was in it: read again, by the same door as any file.
void sessionIn(document).then((session) => {
  if (!session) return;
  keeping.assume(session.judgements, session.corrections ?? []);
  if (location.hash === "") store.send({ type: "bookmarked", bookmark: bookmarkOf(session.fragment) });
  analysis.add(
    session.documents.map((document) => ({ ...document, given: { ...NOTHING_GIVEN, ...document.given } })),
    true,
  );
});

// The wasm and its word list are made ready while the page is drawn and the reader is still looking for a file.
pool.warm();
// A worker can't start while its page is busy: drawing first would hold it up for longer than drawing takes.
void jianduEngine.up.then(() => drawApp(host, store, commands));
