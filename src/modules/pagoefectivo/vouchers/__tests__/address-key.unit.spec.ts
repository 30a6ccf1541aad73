import { addressKey } from "../address-key"

describe("an address's counter", () => {
  it.each([
    ["the same IPv4 address", "203.0.113.7", "203.0.113.7", true],
    ["an IPv4 address written as IPv6", "203.0.113.7", "::ffff:203.0.113.7", true],
    ["a neighbour in IPv4", "203.0.113.7", "203.0.113.8", false],
    ["one customer's IPv6 network", "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true],
    ["the next customer's", "2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["addresses that can't be read", undefined, "not an address", true],
  ])("for %s", (_, one, other, same) => {
    expect(addressKey(one) === addressKey(other)).toBe(same)
  })
})
