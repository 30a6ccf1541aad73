import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from "node:dns"
import { BlockList, isIP, isIPv6 } from "node:net"
import ipaddr from "ipaddr.js"
import { SourceError } from "./errors"

export type Resolve = (
  hostname: string,
  options: { all: true; family?: LookupOptions["family"] },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

type LookupDone = (error: Error | null, address?: string | LookupAddress[], family?: number) => void

/** An IPv4 address written as an IPv6 one, as was done once (RFC 4291, 2.5.5.1): no host has one. */
const IPV4_COMPATIBLE = new BlockList()
IPV4_COMPATIBLE.addSubnet("::", 96, "ipv6")

/** Whether an address is out on the public internet (IPv4 inside IPv6 is looked into). */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  if (isIPv6(address) && IPV4_COMPATIBLE.check(address, "ipv6")) return false
  return ipaddr.process(address).range() === "unicast"
}

/**
 * A name lookup for `http.request` that hands on only public addresses. The connection is made to
 * exactly the addresses that were checked, so a name that changes its answer gains nothing.
 */
export function publicLookup(resolve: Resolve = dnsLookup as Resolve) {
  return (hostname: string, options: LookupOptions, done: LookupDone): void => {
    resolve(hostname, { all: true, family: options.family }, (error, addresses) => {
      if (error !== null) {
        done(error)
        return
      }
      const [first] = addresses
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
        done(notAllowed(hostname))
      } else if (options.all === true) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}

/** An address written as numbers is never looked up, so it is checked by itself. */
export function refusePrivateLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "")
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw notAllowed(host)
}

function notAllowed(host: string): SourceError {
  return new SourceError(
    "address_not_allowed",
    `${host} is not a public address. Set allowPrivateAddresses if this source is your own.`,
  )
}
