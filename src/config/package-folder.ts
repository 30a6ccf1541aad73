import { existsSync } from "node:fs"
import path from "node:path"

/** As it is published. */
export const PACKAGE = "medusa-payment-pagoefectivo"

/** The nearest folder with a `package.json`, from a file or folder upwards. */
export function packageFolderOf(place: string): string {
  const above = path.dirname(place)
  if (existsSync(path.join(place, "package.json")) || above === place) return place
  return packageFolderOf(above)
}

/** The folder of the plugin's sources in this very copy: `src` here, `.medusa/server/src` installed. */
export const SOURCE_FOLDER = path.resolve(__dirname, "..")

/** The folder of this very copy of the package. */
export const PACKAGE_FOLDER = packageFolderOf(SOURCE_FOLDER)
