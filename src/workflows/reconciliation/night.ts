/** One source in one night. */
export interface SourceNight {
  tries: number
  done: boolean
  imported: number
  unreadable: { file: string; error: string }[]
  error: string | null
}

/** A night under way. Each step is written down when it is done, so that any process can go on. */
export interface Night {
  startedAt: string
  sources: Record<string, SourceNight>
  reconciliationId: string | null
}
