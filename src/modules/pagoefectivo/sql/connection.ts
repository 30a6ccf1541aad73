import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Medusa's shared connection pool, for statements that must be one round trip and atomic. */
export type SqlConnection = Knex
