import ipaddr from "ipaddr.js"

/** Bits of an IPv6 address that one customer of a provider holds. */
const IPV6_CUSTOMER_BITS = 64

/** One counter for each IPv4 address, and for each IPv6 network of one customer. */
export function addressKey(address: string | undefined): string {
  if (!address || !ipaddr.isValid(address)) return "address:unknown"
  const parsed = ipaddr.process(address)
  if (parsed.kind() === "ipv4") return `address:${parsed.toString()}`
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_CUSTOMER_BITS}`)
  return `address:${network.toString()}/${IPV6_CUSTOMER_BITS}`
}
