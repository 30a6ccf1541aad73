import {
  camelToSnakeCase,
  defineJoinerConfig,
  pluralize,
  upperCaseFirst,
} from "@medusajs/framework/utils"
import * as models from "./models"

/**
 * Tells Medusa's query which service method reads which entity. The entities carry the plugin's name
 * (`pagoefectivo_voucher`, as others may have vouchers too); the methods do not (`listVouchers`).
 */
export function joinerConfig(serviceName: string) {
  return defineJoinerConfig(serviceName, {
    models: Object.values(models),
    alias: Object.entries(models).map(([key, { name }]) => ({
      name: [camelToSnakeCase(name).toLowerCase(), pluralize(camelToSnakeCase(name).toLowerCase())],
      entity: upperCaseFirst(name),
      args: { methodSuffix: pluralize(key) },
    })),
  })
}
