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
}

/** A robot answers within a second or so. */
const DEFAULT_TIMEOUT_MS = 10_000
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

  /** @throws MedusaError (unexpected_state) when the robot did not accept the message. */
  override async send(
    notification: ProviderSendNotificationDTO,
  ): Promise<ProviderSendNotificationResultsDTO> {
    const answer = await this.post(messageOf(notification))
    if (answer.errcode === 0) return {}
    throw refused(`it answered ${String(answer.errcode)}: ${String(answer.errmsg)}`)
  }

  /** Errors of the network name neither address nor token. */
  private async post(message: object): Promise<{ errcode?: unknown; errmsg?: unknown }> {
    const { webhook, secret, timeoutMs = DEFAULT_TIMEOUT_MS } = this.options
    try {
      const response = await fetch(signedAddress(webhook, secret, new Date()), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: "error",
      })
      if (!response.ok) throw refused(`HTTP ${response.status}`)
      return (await response.json()) as { errcode?: unknown; errmsg?: unknown }
    } catch (error) {
      if (MedusaError.isMedusaError(error)) throw error
      const name = (error as { name?: string } | null)?.name ?? "unknown error"
      throw refused(name === "TimeoutError" ? `no answer within ${timeoutMs} ms` : name)
    }
  }
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
