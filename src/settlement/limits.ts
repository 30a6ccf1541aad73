/** Every limit of reading settlement reports. Bytes and milliseconds are said in the name. */

/** Text reports stream, so this only stops a runaway download. */
export const MAX_REPORT_BYTES = 2 * 1024 * 1024 * 1024

/** How much of the beginning is looked at to tell encoding, separator and format. */
export const HEAD_BYTES = 256 * 1024

/** Characters of one physical line. The longest real line (Mercado Pago, with JSON) is under 10 k. */
export const MAX_LINE_CHARS = 128 * 1024

/** Physical lines that one quoted record may span. */
export const MAX_LINES_PER_RECORD = 64

/** Columns of a report; the widest known (Mercado Pago with all options) has under 80. */
export const MAX_COLUMNS = 512

/** Rows at the beginning among which the header must stand; the portal's Excel has it on row 11. */
export const MAX_HEADER_ROW = 30

/** Rows at the beginning by which a format without header is recognised. */
export const HEADERLESS_PROBE_ROWS = 20

/** An Excel file is read whole: packed size … */
export const MAX_XLSX_BYTES = 8 * 1024 * 1024

/** … parts in its archive; one with dozens of sheets has some hundred … */
export const MAX_XLSX_PARTS = 1_000

/** … unpacked size of all its parts together (guards against zip bombs) … */
export const MAX_XLSX_UNPACKED_BYTES = 32 * 1024 * 1024

/**
 * … and cells of its sheet, empty ones included: 25,000 rows of the portal's 21 columns. Such a
 * workbook takes some 300 MB while it is read; longer periods are exported in several files.
 */
export const MAX_XLSX_CELLS = 525_000

/** A table of bank deposits or exchange rates: decades of days, and read whole. */
export const MAX_TABLE_BYTES = 8 * 1024 * 1024
export const MAX_TABLE_ROWS = 20_000

/** Characters of a file's name; of a longer one the end is kept. */
export const MAX_FILENAME_CHARS = 200

/** Characters of a reference or id; the longest known (transaction code) has 36. */
export const MAX_REFERENCE_CHARS = 128

/** Of one line, in céntimos: S/ 21,474,836.47, which is what the database's `integer` holds. */
export const MAX_AMOUNT_CENTIMOS = 2_147_483_647

/** A report may be dated by a clock ahead of ours by this much; a later date is a mistake. */
export const FUTURE_TOLERANCE_MS = 24 * 60 * 60 * 1000

/** A credit may be announced ahead of its day by this much; a later one is a mistake. */
export const ANNOUNCED_AHEAD_MS = 366 * 24 * 60 * 60 * 1000

/** Years outside are typing mistakes, not payments. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2099

/** Characters kept of a quarantined row and of the cell in question. */
export const MAX_QUARANTINE_RAW_CHARS = 2_000
export const MAX_FOUND_CHARS = 120

/** Characters kept of a word that nobody knows, and of a sheet's name. */
export const MAX_WORD_CHARS = 60

/** Rows of an Excel sheet handed on at once. Text reports hand on what one read brought. */
export const ROWS_PER_BATCH = 1_000

/** Bytes read from a file at once: small enough that a batch of rows dies young in memory. */
export const READ_CHUNK_BYTES = 64 * 1024

/** Files that one listing may bring; more means that a pattern is too wide. */
export const MAX_LISTED_FILES = 10_000

/** Between two looks at a folder: a file that changes meanwhile is still being written. */
export const SETTLE_MS = 2_000

/** To connect, log in and get the first answer of a source. */
export const CONNECT_TIMEOUT_MS = 20_000

/** Without a single byte while a file comes in, or without an answer to one question. */
export const IDLE_TIMEOUT_MS = 30_000

/** Tries of one listing, connection or download. */
export const SOURCE_ATTEMPTS = 3

/** Before the second try; doubled before the third. */
export const SOURCE_RETRY_DELAY_MS = 1_000

/** A server that asks for a longer pause is asked again by the night's next try. */
export const MAX_RETRY_PAUSE_MS = 60 * 1_000

export const MAX_REDIRECTS = 5

/** Days that Mercado Pago puts into one report at most. */
export const MAX_MERCADOPAGO_REPORT_DAYS = 60

/** Days back from yesterday that are looked at for missing reports, unless told otherwise; and most. */
export const MERCADOPAGO_LOOKBACK_DAYS = 30
export const MAX_MERCADOPAGO_LOOKBACK_DAYS = 366

/** Days without a report of a source after which the night says so, unless told otherwise; and most. */
export const SILENT_AFTER_DAYS = 7
export const MAX_SILENT_DAYS = 366

/** Between two looks at Mercado Pago's list, and before it is asked again after "nothing made". */
export const MERCADOPAGO_POLL_SECONDS = 30
export const MAX_MERCADOPAGO_POLL_SECONDS = 600

/** How long a report is waited for, from the moment it was asked for. */
export const MERCADOPAGO_READY_WAIT_MS = 30 * 60 * 1_000

/** Requests of one report that Mercado Pago accepts without making anything (203). */
export const MERCADOPAGO_REQUEST_ATTEMPTS = 5

/** Of one JSON answer; a list of thousands of reports stays far below. */
export const MAX_MERCADOPAGO_ANSWER_BYTES = 8 * 1024 * 1024
