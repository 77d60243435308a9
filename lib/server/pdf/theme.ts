import { StyleSheet } from "@react-pdf/renderer";
import { PAPER_FONT } from "@/lib/server/pdf/fonts";

/** Sizes are in points of an A4 page (595 × 842). */
export const INK = "#16202e";
export const MUTED = "#566174";
export const LINE = "#d5dbe4";
export const TINT = "#f3f5f9";
export const ACCENT = "#1c3f6e";
export const SETTLED = "#17603a";

const MARGIN = 44;

/** Figures of one width, so that columns align. */
const TABULAR = ["tnum"];

export const shared = StyleSheet.create({
  page: {
    fontFamily: PAPER_FONT,
    fontSize: 9,
    color: INK,
    paddingTop: MARGIN,
    paddingHorizontal: MARGIN,
    paddingBottom: 26,
  },
  // Not on the page: react-pdf 4.9 multiplies a page's line height again each time it lays the page out.
  body: { fontSize: 9, lineHeight: 1.35 },
  label: { fontSize: 7.5, color: MUTED, letterSpacing: 0.2, marginBottom: 2 },
  strong: { fontWeight: 600 },
  muted: { color: MUTED },
  small: { fontSize: 7.5, color: MUTED },
  figure: { textAlign: "right", fontFeatureSettings: TABULAR },
  columns: { flexDirection: "row", columnGap: 22 },
  column: { flexGrow: 1, flexBasis: 0 },
  section: { marginTop: 18 },
});
