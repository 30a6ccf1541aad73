// Loaded before a store starts: Medusa as it is where role-based access is not part of it. The
// plugin must not see what defines policies, and nobody finds the module.
const Module = require("node:module")

const ABSENT = /^@medusajs\/(medusa\/)?rbac$/
const load = Module._load

Module._load = function (request, parent, ...rest) {
  if (ABSENT.test(request)) {
    throw Object.assign(new Error(`Cannot find module '${request}'`), { code: "MODULE_NOT_FOUND" })
  }
  const exported = load.call(this, request, parent, ...rest)
  const isOurs = parent?.filename?.includes("medusa-payment-pagoefectivo")
  if (!isOurs || request !== "@medusajs/framework/utils") return exported
  return new Proxy(exported, {
    get: (target, name) => (name === "definePolicies" ? undefined : Reflect.get(target, name)),
  })
}
