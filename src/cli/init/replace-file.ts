import {
  chmodSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { BrandedError } from "../../errors/branded-error"

/** A file that somebody else changed after it was looked at; it is left as it is. */
export class FileChangedError extends BrandedError {
  constructor(readonly file: string) {
    super(`${file} was changed in the meantime`)
  }
}

/** The text of a file; null where there is none. */
export function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null
}

/**
 * Gives a file a new text, whole or not at all, whatever dies in between.
 * @throws FileChangedError when it is not as it was any more.
 */
export function replaceFile(file: string, was: string | null, text: string): void {
  if (readText(file) !== was) throw new FileChangedError(file)
  const target = was === null ? file : realpathSync(file)
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.pagoefectivo`)
  writeFileSync(draft, text, { mode: 0o600 })
  chmodSync(draft, was === null ? 0o600 : statSync(target).mode)
  renameSync(draft, target)
}
