/** Bounds of the demo's launcher. Units stand in the names. */
export const LAUNCHER_LIMITS = {
  /** Ports that are looked at beyond the usual one. */
  portsTried: 50,
  databaseConnectMs: 5_000,
  /** A slow machine may take its time; what takes longer than these two hangs. */
  migrateMs: 1_200_000,
  storeStartMs: 1_200_000,
  adminWarmUpMs: 120_000,
  /** Modules of the admin that are compiled ahead. */
  adminModules: 2_000,
  /** Medusa waits for its open connections; after this long it is ended. */
  storeStopMs: 12_000,
  /** Everything together; what still runs then is killed. */
  shutdownMs: 25_000,
  /** Lines of a log shown when a step fails. */
  logExcerptLines: 15,
} as const
