/** The marketplace has one stream; the nil UUID names it, as no row of its own has an identifier. */
export const MARKETPLACE_STREAM_ID = "00000000-0000-0000-0000-000000000000";
