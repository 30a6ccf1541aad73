import { nextOpen } from "../next-open"

const ROWS = [
  { id: "a", status: "open" },
  { id: "b", status: "resolved" },
  { id: "c", status: "open" },
] as const

describe("the case after the one that was decided", () => {
  it.each([
    ["a", "c"],
    ["b", "c"],
    ["c", null],
    ["elsewhere", null],
  ])("after %s comes %s", (id, next) => {
    expect(nextOpen([...ROWS], id)).toBe(next)
  })
})
