import { randomUUID } from "node:crypto"
import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

/** A mailbox on disk: each mail a JSON file with its HTML and PDF beside it, to look at. */
export class MailboxProvider extends AbstractNotificationProviderService {
  static override identifier = "mailbox"

  constructor(
    _cradle: unknown,
    private readonly options: { folder: string },
  ) {
    super()
  }

  override async send(
    mail: ProviderSendNotificationDTO,
  ): Promise<ProviderSendNotificationResultsDTO> {
    const id = `${Date.now()}-${randomUUID().slice(0, 8)}`
    const file = (ending: string) => path.join(this.options.folder, `${id}${ending}`)
    await mkdir(this.options.folder, { recursive: true })
    await writeFile(file(".json"), JSON.stringify(mail, null, 2))
    if (mail.content?.html) await writeFile(file(".html"), mail.content.html)
    for (const attachment of mail.attachments ?? []) {
      await writeFile(
        file(`-${path.basename(attachment.filename)}`),
        Buffer.from(attachment.content, "base64"),
      )
    }
    return { id }
  }
}
