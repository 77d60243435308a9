/** Characters. Length is what makes a password strong; the upper bound keeps hashing cheap. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;
