import type { SandboxSwitches } from "../switches"

const CIP = /^\d{1,14}$/

/** The CIP as API answers carry it: a JSON number unless switched. */
export function vendorCip(cip: string, switches: Readonly<SandboxSwitches>): number | string {
  return switches.cipAs === "string" ? cip : Number(cip)
}

/** Reads a CIP given as a number or a string of 1 to 14 digits; null when it is none. */
export function readCip(value: unknown): string | null {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : ""
  return CIP.test(text) ? text : null
}
