import { parseArgs, type ParseArgsConfig } from "node:util"
import { UsageError } from "./usage-error"

type Known = NonNullable<ParseArgsConfig["options"]>

type Values<Options extends Known> = ReturnType<typeof parseArgs<{ options: Options }>>["values"]

/** A command's options. @throws UsageError for one that it does not know. */
export function parseOptions<Options extends Known>(
  args: string[],
  options: Options,
): Values<Options> {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
