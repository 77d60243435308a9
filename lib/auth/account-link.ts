/** A single-use link about to be made: its row's identifier, and the hash its token will be looked up by. */
export type NewAccountLink = { readonly id: string; readonly tokenHash: string };
