import type { Centimos } from "../peru/centimos"
import { findPairs, findTriples, type Search } from "./find-sums"
import { MAX_SUSPECTS } from "./limits"

/** A line that names the payout, in the payout's currency. */
export interface SuspectLine {
  id: string
  /** Whether it counts in the payout; a held row and one of a withdrawn report do not. */
  state: "settled" | "reversed" | "held" | "left_out"
  net: Centimos
  /** Null where it is in another currency. */
  gross: Centimos | null
  fee: Centimos | null
  /** What was charged beyond the rate card; 0 where it is right, or no card says anything. */
  feeOff: Centimos
  /** Whose payment it settles; null for other movements, and where nobody knows. */
  payment: string | null
}

/** The likeliest first. */
export const SUSPECT_KINDS = [
  "duplicate",
  "wrong_fee",
  "held",
  "left_out",
  "reversed",
  "net",
  "net_twice",
  "fee",
  "fee_twice",
  "gross",
  "gross_twice",
  "pair",
  "triple",
] as const
export type SuspectKind = (typeof SUSPECT_KINDS)[number]

export interface Suspect {
  kind: SuspectKind
  lineIds: string[]
  /** What it accounts for, with the lines' own signs. */
  sum: Centimos
  /** Whether that is the difference, to the céntimo. */
  explains: boolean
}

interface Member {
  id: string
  amount: Centimos
}

/** Lines of which any may be behind a difference. */
interface Group {
  kind: SuspectKind
  members: Member[]
}

/**
 * What may explain a payout's difference (what was declared or received, less what the lines add up
 * to), the likeliest first and at most `MAX_SUSPECTS`: rows that tend to be behind one, singly, in
 * twos, in threes or all together; a line whose net, fee or gross is the difference, or half of it,
 * as when it was added where it had to be taken off; and any two or three lines that add up to it.
 * Threes are searched only where nothing simpler explains it: among many lines there is always one.
 * That of a kind which does not explain it is named as well, as what there is to look at.
 */
export function* findSuspects(
  lines: readonly SuspectLine[],
  difference: Centimos,
): Search<Suspect[]> {
  if (difference === 0) return []
  const found: Suspect[] = []
  for (const group of groupsOf(lines)) found.push(...(yield* searchGroup(group, difference)))
  yield
  const counted = lines.filter(({ state }) => state === "settled" || state === "reversed")
  found.push(...singles(counted, difference))
  const nets = counted.map(({ id, net }) => ({ id, amount: net }))
  found.push(...(yield* searchSets("pair", nets, difference, findPairs)))
  if (!found.some(({ explains }) => explains)) {
    found.push(...(yield* searchSets("triple", nets, difference, findTriples)))
  }
  return rank(found)
}

function groupsOf(lines: readonly SuspectLine[]): Group[] {
  const of = (state: SuspectLine["state"]) =>
    lines.filter((line) => line.state === state).map(({ id, net }) => ({ id, amount: net }))
  return [
    { kind: "duplicate", members: surplusLines(lines) },
    {
      kind: "wrong_fee",
      members: lines
        .filter(({ state, feeOff }) => state === "settled" && feeOff !== 0)
        .map(({ id, feeOff }) => ({ id, amount: feeOff })),
    },
    { kind: "held", members: of("held") },
    { kind: "left_out", members: of("left_out") },
    { kind: "reversed", members: of("reversed") },
  ]
}

/** Of equal lines about one payment, all but the first. */
function surplusLines(lines: readonly SuspectLine[]): Member[] {
  const seen = new Set<string>()
  return lines.flatMap(({ id, state, payment, net }) => {
    if (state !== "settled" || payment === null) return []
    const key = `${net} ${payment}`
    if (seen.has(key)) return [{ id, amount: net }]
    seen.add(key)
    return []
  })
}

function* searchGroup({ kind, members }: Group, difference: Centimos): Search<Suspect[]> {
  if (members.length === 0) return []
  const all = asSuspect(kind, members, difference)
  if (all.explains) return [all]
  const one = members.filter(({ amount }) => Math.abs(amount) === Math.abs(difference))
  if (one.length > 0) {
    return one.slice(0, MAX_SUSPECTS).map((member) => asSuspect(kind, [member], difference))
  }
  const two = yield* searchSets(kind, members, difference, findPairs)
  if (two.length > 0) return two
  const three = yield* searchSets(kind, members, difference, findTriples)
  return three.length > 0 ? three : [all]
}

function* searchSets(
  kind: SuspectKind,
  members: readonly Member[],
  difference: Centimos,
  find: typeof findPairs,
): Search<Suspect[]> {
  const amounts = members.map(({ amount }) => amount)
  const sets = yield* find(amounts, difference, MAX_SUSPECTS)
  return sets.map((places) =>
    asSuspect(
      kind,
      places.flatMap((place) => members[place] ?? []),
      difference,
    ),
  )
}

function asSuspect(kind: SuspectKind, members: readonly Member[], difference: Centimos): Suspect {
  const sum = members.reduce((total, { amount }) => total + amount, 0)
  const explains = Math.abs(sum) === Math.abs(difference)
  return { kind, lineIds: members.map(({ id }) => id), sum, explains }
}

const MEASURES = ["net", "fee", "gross"] as const

/** Lines one of whose amounts is the difference, or half of it; at most `MAX_SUSPECTS` of each kind. */
function singles(lines: readonly SuspectLine[], difference: Centimos): Suspect[] {
  return MEASURES.flatMap((measure) =>
    ([1, 2] as const).flatMap((times) => {
      const is = (line: SuspectLine) =>
        line[measure] !== null && Math.abs(line[measure] * times) === Math.abs(difference)
      const kind = times === 1 ? measure : (`${measure}_twice` as const)
      return lines
        .filter(is)
        .slice(0, MAX_SUSPECTS)
        .map((line) =>
          asSuspect(kind, [{ id: line.id, amount: (line[measure] ?? 0) * times }], difference),
        )
    }),
  )
}

/** The same lines are named once, for the likeliest reason. */
function rank(found: readonly Suspect[]): Suspect[] {
  const sorted = found
    .map((suspect, at) => ({ suspect, at, place: SUSPECT_KINDS.indexOf(suspect.kind) }))
    .sort(
      (one, other) =>
        Number(other.suspect.explains) - Number(one.suspect.explains) ||
        one.place - other.place ||
        one.at - other.at,
    )
    .map(({ suspect }) => suspect)
  const seen = new Set<string>()
  const once = sorted.filter(({ lineIds }) => {
    const key = [...lineIds].sort().join(" ")
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return once.slice(0, MAX_SUSPECTS)
}
