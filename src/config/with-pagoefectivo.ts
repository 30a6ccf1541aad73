import { Modules } from "@medusajs/framework/utils"
import type { InputConfig } from "@medusajs/framework/types"
import { PACKAGE, PACKAGE_FOLDER, SOURCE_FOLDER } from "./package-folder"
import { PROVIDER_ENTRY_ID } from "./provider-entries"
import type { OptionsInput } from "./options-schema"

/**
 * What the payment provider needs to see from inside the Payment Module: the plugin's own data and
 * the cart (for the payer). Medusa hands a provider nothing else.
 */
export const PROVIDER_DEPENDENCIES = ["pagoefectivo", "query"]

export interface Registration {
  /**
   * The project's own folder that is the plugin: its parts are loaded from there, not from a package.
   * Only for this repository's development store, whose `src` Medusa loads by itself.
   */
  sourceFolder?: string
}

/** A configuration whose modules are a list, as `defineConfig` takes it. */
export type ListedConfig = Extract<InputConfig, { modules?: unknown[] }>

type ModuleEntry = {
  key?: string
  resolve?: string
  disable?: boolean
  dependencies?: string[]
  options?: Record<string, unknown>
}

/**
 * Adds PagoEfectivo to a store's configuration: the plugin (data, routes, jobs, admin) and the
 * payment provider, both with the same options. What the configuration already has stays: other
 * plugins, other payment providers, other options of the Payment Module.
 *
 * All parts are named by the folder of the very copy that the configuration imports. By the package's
 * name Medusa would look for each from another place, and could run parts of two copies together.
 *
 * Options are checked when the store starts, not here, so that a build without secrets works.
 */
export function withPagoEfectivo(
  options: OptionsInput = {},
  config: InputConfig = {},
  { sourceFolder }: Registration = {},
): ListedConfig {
  const root = sourceFolder ?? SOURCE_FOLDER
  const modules = asList(config.modules)
  const dingtalk = options.alerts?.dingtalk
  const others = modules.filter(
    (entry) => !isPaymentModule(entry) && !(dingtalk && isNotificationModule(entry)),
  )
  const payment = modules.find(isPaymentModule)
  const providers = (options.providers ?? [{ id: PROVIDER_ENTRY_ID }]).map(({ id }) => ({
    resolve: `${root}/providers/pagoefectivo`,
    id,
    options: options.providers ? { ...options, entry: id } : options,
  }))
  const withProvider: ModuleEntry = {
    ...payment,
    resolve: payment?.resolve ?? "@medusajs/medusa/payment",
    dependencies: [...new Set([...(payment?.dependencies ?? []), ...PROVIDER_DEPENDENCIES])],
    options: {
      ...payment?.options,
      providers: [...((payment?.options?.providers as unknown[]) ?? []), ...providers],
    },
  }
  const result = {
    ...config,
    modules: [
      ...others,
      ...(sourceFolder
        ? [{ resolve: `${sourceFolder}/modules/pagoefectivo`, options } as ModuleEntry]
        : []),
      withProvider,
      ...(dingtalk ? [withRobot(modules.find(isNotificationModule), dingtalk, root)] : []),
    ],
    plugins: [
      ...(config.plugins ?? []).filter((plugin) => !isThisPlugin(plugin)),
      ...(sourceFolder ? [] : [{ resolve: PACKAGE_FOLDER, options: { ...options } }]),
    ],
  }
  return result as ListedConfig
}

/** Medusa's own default, which an entry of one's own replaces. */
const FEED_PROVIDER = {
  resolve: "@medusajs/medusa/notification-local",
  id: "local",
  options: { name: "Local Notification Provider", channels: ["feed"] },
}

/** The Notification Module with a DingTalk robot beside the providers it has. */
function withRobot(
  known: ModuleEntry | undefined,
  options: Record<string, unknown>,
  root: string,
): ModuleEntry {
  const providers = (known?.options?.providers as unknown[] | undefined) ?? [FEED_PROVIDER]
  const robot = {
    resolve: `${root}/providers/dingtalk`,
    id: "dingtalk",
    options: { ...options, channels: ["dingtalk"] },
  }
  return {
    ...known,
    resolve: known?.resolve ?? "@medusajs/medusa/notification",
    options: { ...known?.options, providers: [...providers, robot] },
  }
}

/** Medusa takes modules as a list or as an object by key. */
function asList(modules: InputConfig["modules"]): ModuleEntry[] {
  if (!modules) return []
  if (Array.isArray(modules)) return modules as ModuleEntry[]
  return Object.entries(modules).map(([key, value]) =>
    typeof value === "boolean" ? { key, disable: !value } : { key, ...(value as ModuleEntry) },
  )
}

/** Registered by hand as well, which would load everything twice. */
function isThisPlugin(plugin: string | { resolve: string }): boolean {
  const resolve = typeof plugin === "string" ? plugin : plugin.resolve
  return resolve === PACKAGE || resolve === PACKAGE_FOLDER
}

function isPaymentModule(entry: ModuleEntry): boolean {
  return (
    entry.key === Modules.PAYMENT ||
    entry.resolve === "@medusajs/medusa/payment" ||
    entry.resolve === "@medusajs/payment"
  )
}

function isNotificationModule(entry: ModuleEntry): boolean {
  return (
    entry.key === Modules.NOTIFICATION ||
    entry.resolve === "@medusajs/medusa/notification" ||
    entry.resolve === "@medusajs/notification"
  )
}
