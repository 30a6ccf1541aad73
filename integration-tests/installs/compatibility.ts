import { reportFigure } from "../support/report"

export type Step = "add" | "init" | "build" | "migrate" | "start" | "storefront" | "sale"

/** What one way of installing showed: versions, and the seconds that each step took. */
export interface Installed {
  layout: string
  manager: string
  node: string
  medusa: string
  seconds: Partial<Record<Step, number>>
}

const STEPS: Step[] = ["add", "init", "build", "migrate", "start", "storefront", "sale"]

type Column = [string, number, (row: Installed) => string]

const COLUMNS: Column[] = [
  ["layout", 22, ({ layout }) => layout],
  ["installer", 13, ({ manager }) => manager],
  ["Node", 10, ({ node }) => node],
  ["Medusa", 8, ({ medusa }) => medusa],
  ...STEPS.map((step): Column => [
    step,
    step.length > 8 ? step.length + 2 : 9,
    ({ seconds }) => (seconds[step] === undefined ? "" : `${seconds[step]} s`),
  ]),
]

export function tableHead(): string {
  return line(COLUMNS.map(([name]) => name))
}

/** Adds a row to the table that the run prints, and that the READMEs repeat. */
export function reportInstalled(row: Installed): void {
  reportFigure(line(COLUMNS.map(([, , value]) => value(row))))
}

function line(cells: string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(COLUMNS[index]![1]))
    .join("")
    .trimEnd()
}
