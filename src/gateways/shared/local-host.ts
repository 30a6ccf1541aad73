import ipaddr from "ipaddr.js"

/** Whether only this machine or its network knows the host of an address. */
export function isLocalHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "")
  if (bare === "localhost" || bare.endsWith(".localhost")) return true
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() !== "unicast"
}
