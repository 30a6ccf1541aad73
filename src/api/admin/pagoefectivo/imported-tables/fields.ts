import type { AdminImportedTable } from "../../../../http-types"
import { fieldsOf } from "../../../support/fields-of"

/** Fields of a merchant's table in lists, in the order of the answer. */
export const IMPORTED_TABLE_FIELDS = fieldsOf<AdminImportedTable>()(
  "id",
  "kind",
  "provider_id",
  "filename",
  "sha256",
  "size_bytes",
  "imported_by",
  "imported_at",
  "status",
  "error",
  "archived",
  "kept_until",
  "rows_count",
  "new_count",
  "changed_count",
  "unchanged_count",
  "quarantined_count",
  "ignored_count",
)
