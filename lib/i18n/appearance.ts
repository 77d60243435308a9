/** How a reader likes the screens: kept in cookies, written on <html> by the server, so that nothing flashes. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

export const THEME_COOKIE = "theme";
export const DENSITY_COOKIE = "density";

export function themeFrom(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

export function densityFrom(value: unknown): Density {
  return DENSITIES.find((density) => density === value) ?? "comfortable";
}
