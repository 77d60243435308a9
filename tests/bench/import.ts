import { onBenchDatabase } from "@/tests/support/bench-database";
import { orderFile } from "@/tests/support/order-file";

/** An order file from its upload to its last order, on a database of its own: `npx tsx tests/bench/import.ts`. */
const ORDERS = 10_000;

await onBenchDatabase(measure);

async function measure() {
  const { closeDatabase } = await import("@/db/client");
  const { startImport } = await import("@/db/commands/imports");
  const { findImport } = await import("@/db/queries/imports");
  const { receiveOrderFile } = await import("@/lib/server/csv/receive-order-file");
  const { currentTime } = await import("@/lib/server/clock");
  const { runDueJobs } = await import("@/lib/server/jobs/runner");
  const { makeSeller } = await import("@/tests/support/factory");
  const seller = await makeSeller();

  async function importFile(label: string, text: string) {
    const form = new FormData();
    form.set("fichier", new Blob([text]), "commandes.csv");
    const request = new Request("http://localhost/api/imports", { method: "POST", body: form });
    const before = performance.now();
    const received = await receiveOrderFile(request, seller.scope, currentTime());
    if (!received.ok) throw new Error(received.reason);
    const previewed = performance.now();
    await startImport(seller.scope, received.value.importId);
    await runDueJobs();
    const done = await findImport(seller.scope, received.value.importId);
    const { createdCount, updatedCount, unchangedCount } = done ?? {};
    const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
    console.log(
      `import ${label}: preview ${seconds(before, previewed)}, import ${seconds(previewed, performance.now())}`,
      `(${createdCount} created, ${updatedCount} updated, ${unchangedCount} unchanged)`,
    );
  }

  await importFile("10,000 new orders", orderFile(ORDERS, ""));
  await importFile("the same file", orderFile(ORDERS, ""));
  await importFile("every order changed", orderFile(ORDERS));
  await closeDatabase();
}
