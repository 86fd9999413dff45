/** The bar on top: the house, the search, adding, language and light. */
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../app/page.js";
import type { ThemeName } from "../state/model.js";
import { brandMark, icons } from "./icons.js";
import "./menu.js";

const NEXT_THEME: Record<ThemeName, ThemeName> = { auto: "light", light: "dark", dark: "auto" };

export function barView({ state, words, send, commands }: Page): TemplateResult {
  const { bar } = words;
  const working = state.documents.length > 0;
  const theme = `${bar.theme}: ${bar.themes[state.theme]}`;
  // Escape and the cross empty the field without a word of input in some browsers; each ends in a change.
  const searched = (event: Event): void => send({ type: "searched", query: (event.target as HTMLInputElement).value });
  const search = html`
    <label class="search">
      ${icons.search}<span class="unseen">${bar.search}</span>
      <input id="search" type="search" name="search" autocomplete="off" spellcheck="false" placeholder=${bar.searchHint} title=${bar.searchAll}
        .value=${state.query}
        @change=${searched} @input=${searched} />
      ${state.keys ? html`<kbd aria-hidden="true">/</kbd>` : nothing}
    </label>`;
  return html`
    <header class="bar">
      <p class="brand">${brandMark}<span class="brand-name">${words.name}</span><span class="brand-line">${words.tagline}</span></p>
      ${working ? search : nothing}
      <div class="bar-tools">
        ${working ? html`<button class="tool" title=${bar.add} aria-label=${bar.add} @click=${commands.chooseFiles}>${icons.add}<span>${bar.add}</span></button>` : nothing}
        <button class="tool" lang=${state.locale === "zh" ? "en" : "zh-Hans"}
          @click=${() => send({ type: "localized", locale: state.locale === "zh" ? "en" : "zh" })}>${bar.language}</button>
        <jd-menu class="keys-menu" .label=${words.keys.label} .icon=${icons.keys} .items=${[
          {
            name: words.keys.single,
            hint: words.keys.hint,
            checked: state.keys,
            act: () => send({ type: "keyed", keys: !state.keys }),
          },
        ]}></jd-menu>
        <button class="tool" title=${theme} aria-label=${theme}
          @click=${() => send({ type: "themed", theme: NEXT_THEME[state.theme] })}>${icons[state.theme]}</button>
      </div>
    </header>`;
}
