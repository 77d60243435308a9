import { hash, verify } from "@node-rs/argon2";

/** Argon2id as OWASP asks for it: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a secret nobody knows: checked when there is no account, so that the answer takes as long. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$rpnW6KronXveXabQcXSdeQ$29CsA9m7uMdJUBJcEW0buzGUZH0KPIdjteX4IoLkMIA";

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), ARGON2ID);
}

/** @param storedHash null or undefined when there is no account or no password yet: false, after the same work */
export async function isPasswordOf(storedHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? NOBODYS_HASH, password.normalize("NFC"));
  return matches && storedHash != null;
}
