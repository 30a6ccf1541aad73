import { BrandedError } from "../errors/branded-error"

/** The command can't be run as it was given; the message says why. */
export class UsageError extends BrandedError {}
