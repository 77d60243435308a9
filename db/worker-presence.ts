import postgres from "postgres";

export type WorkerPresence = { end(): Promise<void> };

/** Seconds between two signs of life; a connection that was cut is opened again at the next. */
const SIGN_EVERY_S = 15;

/**
 * Hold a connection that bears a worker's name for as long as its process lives. The jobs of a worker without such a
 * connection are given to another (`freeLostJobs`): a killed process cannot say goodbye, but the database sees it go.
 *
 * The database is told to notice a machine that went silent within two minutes, where its own default is two hours.
 *
 * @param url the owner's connection: only its own sessions' names can be read by the function that frees
 */
export function announceWorker(name: string, url: string): WorkerPresence {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: name,
      tcp_keepalives_idle: 60,
      tcp_keepalives_interval: 15,
      tcp_keepalives_count: 4,
    },
  });
  const sign = () => void sql`select 1`.catch(() => {});
  sign();
  const signs = setInterval(sign, SIGN_EVERY_S * 1000);
  return {
    end: async () => {
      clearInterval(signs);
      await sql.end({ timeout: 5 });
    },
  };
}
