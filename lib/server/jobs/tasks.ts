import type { CronItem } from "graphile-worker";
import { sweepApiTask } from "@/lib/server/api/sweep-api";
import { followParcelsTask } from "@/lib/server/carriers/follow-parcels";
import { carryIntakeTask } from "@/lib/server/carry-intake";
import { checkFiguresTask, foldFiguresTask, raiseAlertsTask } from "@/lib/server/check-figures";
import { closeSilentClaimsTask } from "@/lib/server/close-silent-claims";
import { importOrdersTask } from "@/lib/server/csv/import-orders";
import { checkFilesTask } from "@/lib/server/files/check-files";
import { sweepUploadsTask } from "@/lib/server/files/sweep-uploads";
import { verifyDocumentTask } from "@/lib/server/files/verify-document";
import { issueInvoicesTask } from "@/lib/server/issue-invoices";
import { freeLostJobsTask } from "@/lib/server/jobs/free-lost-jobs";
import type { Task } from "@/lib/server/jobs/task";
import { sealJournalTask } from "@/lib/server/journal/seal-journal";
import { sendMailTask } from "@/lib/server/mail/send-mail";
import { matchSubmissionTask } from "@/lib/server/match-submission";
import { moveClocksTask } from "@/lib/server/move-clocks";
import { remindCustomersTask } from "@/lib/server/notices/remind-customers";
import { tellNoticeTask, tellSellersTask } from "@/lib/server/notices/tell-sellers";
import { purgeDataTask } from "@/lib/server/purge";

/** Every kind of job by the name `enqueueJob` is given, in snake_case: `send_mail`, `verify_document`. */
export const TASKS: Readonly<Record<string, Task>> = {
  check_figures: checkFiguresTask,
  check_files: checkFilesTask,
  carry_intake: carryIntakeTask,
  close_silent_claims: closeSilentClaimsTask,
  follow_parcels: followParcelsTask,
  free_lost_jobs: freeLostJobsTask,
  fold_figures: foldFiguresTask,
  import_orders: importOrdersTask,
  issue_invoices: issueInvoicesTask,
  match_submission: matchSubmissionTask,
  move_clocks: moveClocksTask,
  purge_data: purgeDataTask,
  raise_alerts: raiseAlertsTask,
  remind_customers: remindCustomersTask,
  seal_journal: sealJournalTask,
  send_mail: sendMailTask,
  sweep_api: sweepApiTask,
  sweep_uploads: sweepUploadsTask,
  tell_notice: tellNoticeTask,
  tell_sellers: tellSellersTask,
  verify_document: verifyDocumentTask,
};

/** Jobs that run by the clock, in UTC. `match` is a crontab pattern, `task` a name of the registry. */
export const SCHEDULE: readonly CronItem[] = [
  { task: "free_lost_jobs", match: "* * * * *" },
  { task: "fold_figures", match: "* * * * *" },
  { task: "tell_sellers", match: "*/5 * * * *" },
  { task: "follow_parcels", match: "22 */3 * * *" },
  { task: "remind_customers", match: "7 8 * * *" },
  { task: "raise_alerts", match: "17 5 * * *" },
  { task: "check_figures", match: "47 0 * * *" },
  // Past midnight in every zone of France but the Pacific's; the root is the marketplace's day before.
  { task: "seal_journal", match: "12 0,4 * * *" },
  { task: "close_silent_claims", match: "27 1 * * *" },
  { task: "check_files", match: "7 3 * * *" },
  { task: "purge_data", match: "52 3 * * *" },
  { task: "sweep_uploads", match: "17 2 * * *" },
  { task: "sweep_api", match: "37 2 * * *" },
];
