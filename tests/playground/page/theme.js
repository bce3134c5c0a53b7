/** Light or dark: as the system says, or as was chosen here. */

const NAME = "playground-theme";
const THEMES = ["system", "light", "dark"];

/** @returns {string} `system`, `light` or `dark`. */
export function chosenTheme() {
  try {
    const theme = localStorage.getItem(NAME);
    return THEMES.includes(theme) ? theme : "system";
  } catch {
    return "system";
  }
}

/** Shows the page in a theme, and remembers it. */
export function applyTheme(theme = chosenTheme()) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(NAME, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  return theme;
}

/** The one after this one, for a button that goes round. */
export function nextTheme(theme) {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
}
