import ipaddr from "ipaddr.js"

/** Whether `address` is in a list of addresses and CIDR ranges. An empty list allows all. */
export function isAllowedAddress(address: string | undefined, allowed: string[]): boolean {
  if (allowed.length === 0) return true
  if (!address || !ipaddr.isValid(address)) return false
  const candidate = ipaddr.process(address)
  return allowed.some((entry) => matches(candidate, entry))
}

function matches(candidate: ipaddr.IPv4 | ipaddr.IPv6, entry: string): boolean {
  const [range, bits] = entry.includes("/") ? ipaddr.parseCIDR(entry) : wholeAddress(entry)
  if (candidate.kind() !== range.kind()) return false
  return candidate.kind() === "ipv4"
    ? (candidate as ipaddr.IPv4).match(range as ipaddr.IPv4, bits)
    : (candidate as ipaddr.IPv6).match(range as ipaddr.IPv6, bits)
}

function wholeAddress(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.process(entry)
  return [address, address.kind() === "ipv4" ? 32 : 128]
}
