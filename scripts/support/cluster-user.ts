import { spawnSync } from "node:child_process";

export type Identity = { readonly uid: number; readonly gid: number };

const OWN_USER = "espace-vendeur";

/**
 * PostgreSQL refuses to run as root, and initdb wants a user that has a name:
 * a system user of our own, or one that most systems have.
 */
export function clusterIdentity(): Identity {
  const found = identityOf(OWN_USER) ?? createOwnUser() ?? identityOf("postgres") ?? identityOf("nobody");
  if (found === undefined) {
    throw new Error(
      "PostgreSQL does not run as root and no other user could be found or created: start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return found;
}

function createOwnUser(): Identity | undefined {
  const options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  spawnSync("useradd", [...options, "--shell", "/usr/sbin/nologin", OWN_USER], { stdio: "ignore" });
  return identityOf(OWN_USER);
}

function identityOf(user: string): Identity | undefined {
  const uid = idNumber("-u", user);
  const gid = idNumber("-g", user);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idNumber(option: "-u" | "-g", user: string): number | undefined {
  const { status, stdout } = spawnSync("id", [option, user], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : undefined;
}
