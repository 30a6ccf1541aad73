import type { AdminHealthCheck } from "../../../http-types"
import { healthOf } from "../../../workflows/health/health-check"
import { HEALTH_CHECK_IDS, type HealthCheckId } from "../../../texts/health-check-ids"
import { RecordedIo } from "../../__tests__/support/recorded-io"
import { textsIn, type Language } from "../../language"
import { Layout } from "../../layout"
import { groupOf } from "../groups"
import { printEveryCheck, printHealth } from "../print-health"

const SCREEN = { columns: 100, lines: 24 }
/** Above the checks: the store, and that it is started. */
const HEAD_LINES = 2

const OF_FIRST_STEPS = ["test_notice", "first_order"]
const JOBS = HEALTH_CHECK_IDS.filter((id) => id.startsWith("job_"))
const IDS = HEALTH_CHECK_IDS.filter((id) => !OF_FIRST_STEPS.includes(id))

function check(id: HealthCheckId, more: Partial<AdminHealthCheck> = {}): AdminHealthCheck {
  const provider = id === "credentials" ? "pp_pagoefectivo_pagoefectivo" : null
  return {
    id,
    provider_id: provider,
    state: "ok",
    message: "",
    what_to_do: null,
    data: {},
    ...more,
  }
}

function wrong(id: HealthCheckId, finding: string, state: AdminHealthCheck["state"] = "problem") {
  const data = { finding, hook: "http://localhost:9000/hooks/payment/pagoefectivo_pagoefectivo" }
  return check(id, { state, data, what_to_do: "Mend it." })
}

function printed(checks: AdminHealthCheck[], language: Language, print = printHealth): string[] {
  const io = Object.assign(new RecordedIo(), { columns: SCREEN.columns })
  const known = new Set(checks.map(({ id }) => id))
  const rest = IDS.filter((id) => !known.has(id)).map((id) => check(id))
  print(healthOf([...rest, ...checks], new Date()), {
    layout: new Layout(io),
    texts: textsIn(language),
  })
  return io.printed.trimEnd().split("\n")
}

/** Without spaces: where lines break is the layout's business. */
const bare = (text: string) => text.replace(/\s/g, "")

/** A store that was never started with its server, and some other things that are common. */
const A_FEW_THINGS = [
  ...JOBS.map((id) => wrong(id, "not_yet", "unknown")),
  wrong("webhook_reachable", "no_answer", "warning"),
  check("email", { state: "warning", what_to_do: "Mend it." }),
  wrong("region", "no_region"),
]

describe.each<Language>(["en", "es", "zh"])("what the doctor prints in %s", (language) => {
  it.each([
    ["all is right", []],
    ["a few things are not", A_FEW_THINGS],
  ])("fits on one screen where %s", (_, checks) => {
    const lines = printed(checks, language)
    expect(lines.length + HEAD_LINES).toBeLessThanOrEqual(SCREEN.lines)
    expect(lines.filter((line) => line.length > SCREEN.columns)).toEqual([])
  })

  it("names everything that is right, and says in full what is not", () => {
    const { t } = textsIn(language)
    const text = bare(printed(A_FEW_THINGS, language).join(""))
    for (const id of ["versions", "credentials", "prices", "inbox", "sources"]) {
      expect(text).toContain(bare(t(`health.${id}.title`)))
    }
    for (const { id, data, state } of A_FEW_THINGS) {
      const kind = id.startsWith("job_") ? "job" : id
      const finding = String(data.finding ?? state)
      expect(text).toContain(bare(t(`health.${kind}.is_${finding}`, data)))
      expect(text).toContain(bare(t(`health.${kind}.do_${finding}`)))
    }
  })
})

it("tells what several checks found alike once, by their names or, if many, their group", () => {
  expect(printed(A_FEW_THINGS, "en")).toContain("  ? Jobs (6): Has not run yet since the start.")
  const two = A_FEW_THINGS.slice(0, 2)
  expect(printed(two, "en").join("\n")).toMatch(
    /\? Job that processes notices, Job that expires and voids codes: Has not run yet/,
  )
})

it("puts the worst last, above the sum", () => {
  const lines = printed(A_FEW_THINGS, "en")
  const marks = lines.flatMap((line) => /^ {2}([✓?!✗]) /.exec(line)?.[1] ?? [])
  expect([...new Set(marks)]).toEqual(["✓", "?", "!", "✗"])
  expect(lines.at(-1)).toBe("To be mended: 1.")
})

it("says of every check what it found, where that is wanted", () => {
  const lines = printed(A_FEW_THINGS, "en", printEveryCheck).join("\n")
  expect(lines).toContain("The plugin and Medusa are there once.")
  expect(lines.match(/Has not run yet/g)).toHaveLength(JOBS.length)
})

it("has a group for each of health's checks", () => {
  expect(IDS.filter((id) => !groupOf(id))).toEqual([])
})
