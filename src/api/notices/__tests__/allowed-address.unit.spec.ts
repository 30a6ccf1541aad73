import { isAllowedAddress } from "../allowed-address"

describe("isAllowedAddress", () => {
  it("allows every address when the list is empty, also none", () => {
    expect(isAllowedAddress("203.0.113.9", [])).toBe(true)
    expect(isAllowedAddress(undefined, [])).toBe(true)
  })

  it.each<[string | undefined, string[], boolean]>([
    ["203.0.113.9", ["203.0.113.9"], true],
    ["203.0.113.10", ["203.0.113.9"], false],
    ["203.0.113.255", ["203.0.113.0/24"], true],
    ["203.0.114.0", ["203.0.113.0/24"], false],
    ["203.0.113.9", ["198.51.100.1", "203.0.113.0/24"], true],
    ["10.200.0.1", ["10.0.0.0/8"], true],
    ["8.8.8.8", ["0.0.0.0/0"], true],
    ["::ffff:203.0.113.9", ["203.0.113.9"], true],
    ["203.0.113.9", ["::ffff:203.0.113.9"], true],
    ["::ffff:203.0.113.9", ["203.0.113.0/24"], true],
    ["2001:db8::1", ["2001:db8::/32"], true],
    ["2001:db9::1", ["2001:db8::/32"], false],
    ["2001:0db8:0000::0001", ["2001:db8::1"], true],
    ["2001:db8::1", ["0.0.0.0/0"], false],
    ["203.0.113.9", ["::/0"], false],
    [undefined, ["203.0.113.9"], false],
    ["", ["203.0.113.9"], false],
    ["not an address", ["0.0.0.0/0", "::/0"], false],
  ])("%s in %j: %s", (address, allowed, expected) => {
    expect(isAllowedAddress(address, allowed)).toBe(expected)
  })
})
