/**
 * The sandbox's keys. Invented, public, and refused in production: a store that sells with them
 * would accept notices that anybody can sign.
 */
export const SANDBOX_KEYS = {
  accessKey: "AKDEMOSANDBOX0000001",
  secretKey: "SKdemoSandboxKeyNotReal0000000000000000",
  serviceId: 1234,
} as const
