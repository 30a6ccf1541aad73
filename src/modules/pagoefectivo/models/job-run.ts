import { model } from "@medusajs/framework/utils"

/** The last run of each scheduled job, for the health page, and what it must remember. */
export const JobRun = model.define("pagoefectivo_job_run", {
  id: model.id({ prefix: "pejob" }).primaryKey(),
  name: model.text().unique(),
  started_at: model.dateTime().nullable(),
  finished_at: model.dateTime().nullable(),
  last_error: model.text().nullable(),
  result: model.json().nullable(),
  state: model.json().nullable(),
})
