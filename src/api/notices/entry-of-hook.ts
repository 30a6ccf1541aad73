/** How the addresses of this plugin's providers begin. */
const OWN = "pagoefectivo_"

/**
 * Whose notices an address takes. Express matches paths in any case, and Medusa accepts a provider
 * with `pp_` in front as well: whatever spelling the platform would answer is found here.
 * @param name the last piece of the hook's path
 * @returns the provider; `unknown` for one of this plugin's that the store does not have; null for
 *   another plugin's
 */
export function entryOfHook<Entry extends { providerId: string }>(
  entries: readonly Entry[],
  name: string,
): Entry | "unknown" | null {
  const plain = name.toLowerCase().replace(/^pp_/, "")
  if (!plain.startsWith(OWN)) return null
  return entries.find(({ providerId }) => providerId === `pp_${plain}`) ?? "unknown"
}
