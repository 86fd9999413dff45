/** Language, light and keys, kept from visit to visit where the browser allows it. */
import { preferredLocale } from "../messages/index.js";
import type { LocaleName, ThemeName } from "../state/model.js";

const LOCALE = "jiandu-locale";
const THEME = "jiandu-theme";
const KEYS = "jiandu-keys";

export interface Preferences {
  locale: LocaleName;
  theme: ThemeName;
  /** Whether single letters are commands. */
  keys: boolean;
}

export function readPreferences(): Preferences {
  const locale = kept(LOCALE);
  const theme = kept(THEME);
  return {
    locale: locale === "zh" || locale === "en" ? locale : preferredLocale(navigator.languages),
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    keys: kept(KEYS) !== "off",
  };
}

const last: Partial<Preferences> = {};

export function keepPreferences({ locale, theme, keys }: Preferences): void {
  if (locale !== last.locale) keep(LOCALE, locale);
  if (theme !== last.theme) keep(THEME, theme);
  if (keys !== last.keys) keep(KEYS, keys ? "on" : "off");
  Object.assign(last, { locale, theme, keys });
}

// Storage may be forbidden altogether (private windows, some file:// settings); the page works without.
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Asked again at the next visit.
  }
}
