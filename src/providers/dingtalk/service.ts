import { setTimeout as wait } from "node:timers/promises"
import type {
  NotificationTypes,
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService, MedusaError } from "@medusajs/framework/utils"
import { signedAddress } from "./sign"

export interface DingTalkOptions {
  /** The robot's address with its access token. */
  webhook: string
  /** The robot's signing secret. */
  secret: string
  /** Milliseconds until a message counts as not sent. */
  timeoutMs?: number
  /** Milliseconds before the second try; doubled before the third. */
  retryWaitMs?: number
}

/** A robot answers within a second or so. */
const DEFAULT_TIMEOUT_MS = 10_000
/** A robot that is busy or can't be reached is asked so often. */
const MAX_TRIES = 3
const DEFAULT_RETRY_WAIT_MS = 1_000
/** DingTalk's own "system busy". */
const BUSY = -1
/** DingTalk cuts longer messages. */
const MAX_MESSAGE_CHARACTERS = 18_000

/** Sends notifications of the channel `dingtalk` to a group's robot, as Markdown, signed. */
export class DingTalkNotificationService extends AbstractNotificationProviderService {
  static override identifier = "dingtalk"

  constructor(
    _cradle: unknown,
    private readonly options: DingTalkOptions,
  ) {
    super()
  }

  /** @throws Error (options) when the robot's address or secret is missing. */
  static override validateOptions(options: Record<string, unknown>): void {
    for (const name of ["webhook", "secret"]) {
      if (typeof options[name] !== "string" || options[name] === "") {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `The DingTalk provider needs the option "${name}": found nothing, expected a text.`,
        )
      }
    }
  }

  /**
   * A message whose answer was lost may come twice.
   * @throws MedusaError (unexpected_state) when the robot did not accept the message.
   */
  override async send(
    notification: ProviderSendNotificationDTO,
  ): Promise<ProviderSendNotificationResultsDTO> {
    const { retryWaitMs = DEFAULT_RETRY_WAIT_MS } = this.options
    const message = messageOf(notification)
    for (let tries = 1; ; tries++) {
      const problem = await this.post(message)
      if (problem === null) return {}
      if (!problem.mayPass || tries === MAX_TRIES) throw refused(problem.text)
      await wait(retryWaitMs * 2 ** (tries - 1))
    }
  }

  /** Null when the robot took the message. Errors of the network name neither address nor token. */
  private async post(message: object): Promise<Problem | null> {
    const { webhook, secret, timeoutMs = DEFAULT_TIMEOUT_MS } = this.options
    try {
      const response = await fetch(signedAddress(webhook, secret, new Date()), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: "error",
      })
      if (!response.ok) {
        const mayPass = response.status >= 500 || response.status === 429
        return { text: `HTTP ${response.status}`, mayPass }
      }
      const { errcode, errmsg } = (await response.json()) as Record<string, unknown>
      if (errcode === 0) return null
      return {
        text: `it answered ${String(errcode)}: ${String(errmsg)}`,
        mayPass: errcode === BUSY,
      }
    } catch (error) {
      const name = (error as { name?: string } | null)?.name ?? "unknown error"
      const text = name === "TimeoutError" ? `no answer within ${timeoutMs} ms` : name
      return { text, mayPass: true }
    }
  }
}

interface Problem {
  text: string
  /** Whether another try may help. */
  mayPass: boolean
}

function messageOf({ content, data }: NotificationTypes.ProviderSendNotificationDTO): object {
  const { title, lines } = (data ?? {}) as { title?: string; lines?: string[] }
  const heading = title ?? content?.subject ?? ""
  const items = (lines ?? [content?.text ?? ""]).map((line) => `- ${line}`)
  const text = [`### ${heading}`, ...items].join("\n").slice(0, MAX_MESSAGE_CHARACTERS)
  return { msgtype: "markdown", markdown: { title: heading, text } }
}

function refused(problem: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `The DingTalk robot did not take a message: ${problem}.`,
  )
}
