/** The environment variable by which `pack.ts` tells the tests where the packages lie. */
export const PACKAGES = "PACKED_PACKAGES"

/** What would be published, as files that a package manager installs. */
export interface PackedPackages {
  folder: string
  plugin: string
  storefront: string
}

export function packedPackages(): PackedPackages {
  return JSON.parse(process.env[PACKAGES] ?? "{}") as PackedPackages
}
