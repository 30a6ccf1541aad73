import { ExponentialBackoff, handleWhen, retry } from "cockatiel"
import { SOURCE_ATTEMPTS } from "../limits"
import { SourceError } from "./errors"

/** Tries again what may succeed a little later, a bounded number of times. */
export function retrying<T>(retryDelayMs: number, attempt: () => Promise<T>): Promise<T> {
  const policy = retry(
    handleWhen((error) => error instanceof SourceError && error.retryable),
    {
      maxAttempts: SOURCE_ATTEMPTS - 1,
      backoff: new ExponentialBackoff({ initialDelay: retryDelayMs }),
    },
  )
  return policy.execute(attempt)
}
