import { z } from "zod"
import {
  MAX_MERCADOPAGO_LOOKBACK_DAYS,
  MAX_MERCADOPAGO_POLL_SECONDS,
  MERCADOPAGO_LOOKBACK_DAYS,
  MAX_SILENT_DAYS,
  MERCADOPAGO_POLL_SECONDS,
  SILENT_AFTER_DAYS,
} from "../limits"
import { MERCADOPAGO_REPORTS } from "./mercadopago-report-config"

const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/i, "letters, digits, _ and -, at most 40 characters")

const common = {
  id: idSchema,
  /** Format of the reports; recognised by content unless named. */
  format: z.string().min(1).default("auto"),
  /** Whose reports they are, in a store with several `providers`: the entry's id. */
  provider: z.string().min(1).optional(),
  /** Days without a report after which the night says so. */
  silentAfterDays: z.number().int().min(1).max(MAX_SILENT_DAYS).default(SILENT_AFTER_DAYS),
}

const patternSchema = z.string().min(1).default("*")

export const folderSourceSchema = z.strictObject({
  ...common,
  type: z.literal("folder"),
  path: z.string().min(1),
  /** Glob for file names, without regard to case: `liquidacion-*.{csv,txt}`. */
  pattern: patternSchema,
})

export const sftpSourceSchema = z
  .strictObject({
    ...common,
    type: z.literal("sftp"),
    host: z.string().min(1),
    port: z.number().int().min(1).max(65_535).default(22),
    username: z.string().min(1),
    password: z.string().min(1).optional(),
    /** PEM or OpenSSH. */
    privateKey: z.string().min(1).optional(),
    passphrase: z.string().min(1).optional(),
    /** As `ssh-keygen -lf` prints it. Mandatory: an unknown server gets no credentials. */
    hostFingerprint: z
      .string()
      .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, "SHA256: and 43 characters, as ssh-keygen -lf prints"),
    directory: z.string().min(1).default("."),
    pattern: patternSchema,
  })
  .refine((options) => options.password !== undefined || options.privateKey !== undefined, {
    path: ["password"],
    message: "password or privateKey",
  })

export const httpsSourceSchema = z
  .strictObject({
    ...common,
    type: z.literal("https"),
    url: z.url({ protocol: /^https?$/ }),
    /** Sent to this address only; never to another origin after a redirect. */
    headers: z
      .record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string().regex(/^[^\r\n]*$/))
      .default({}),
    /** Name under which the report is kept; the last part of the address unless given. */
    filename: z.string().min(1).max(200).optional(),
    /** PEM of the authority that signed the server's certificate, where it is a private one. */
    caCertificate: z.string().min(1).optional(),
    /** Loopback, private and link-local addresses are refused unless this is set. */
    allowPrivateAddresses: z.boolean().default(false),
    /** Plain HTTP is refused unless this is set. Meant for tests. */
    allowHttp: z.boolean().default(false),
  })
  .refine((options) => options.allowHttp || options.url.startsWith("https:"), {
    path: ["url"],
    message: "an address that begins with https:",
  })

export const mercadopagoSourceSchema = z
  .strictObject({
    ...common,
    type: z.literal("mercadopago"),
    /** `settlement`: every movement. `release`: when money became free to use. */
    report: z.enum(MERCADOPAGO_REPORTS).default("settlement"),
    accessToken: z.string().regex(/^[\x21-\x7e]+$/, "a text without spaces"),
    baseUrl: z.url({ protocol: /^https?$/ }).default("https://api.mercadopago.com"),
    /** Days back from yesterday that must be covered: a longer downtime than this leaves a gap. */
    lookbackDays: z
      .number()
      .int()
      .min(1)
      .max(MAX_MERCADOPAGO_LOOKBACK_DAYS)
      .default(MERCADOPAGO_LOOKBACK_DAYS),
    /** Seconds between two looks at the list for a report that was asked for. */
    pollSeconds: z
      .number()
      .int()
      .min(1)
      .max(MAX_MERCADOPAGO_POLL_SECONDS)
      .default(MERCADOPAGO_POLL_SECONDS),
    /** As for `https`; meant for tests. */
    allowPrivateAddresses: z.boolean().default(false),
    allowHttp: z.boolean().default(false),
  })
  .refine((options) => options.allowHttp || options.baseUrl.startsWith("https:"), {
    path: ["baseUrl"],
    message: "an address that begins with https:",
  })

/** Where settlement reports are fetched from (`settlement.sources` in the options). */
export const settlementSourceSchema = z.discriminatedUnion("type", [
  folderSourceSchema,
  sftpSourceSchema,
  httpsSourceSchema,
  mercadopagoSourceSchema,
])

export type FolderSourceOptions = z.output<typeof folderSourceSchema>
export type SftpSourceOptions = z.output<typeof sftpSourceSchema>
export type HttpsSourceOptions = z.output<typeof httpsSourceSchema>
export type MercadoPagoSourceOptions = z.output<typeof mercadopagoSourceSchema>
export type SettlementSourceOptions = z.output<typeof settlementSourceSchema>
