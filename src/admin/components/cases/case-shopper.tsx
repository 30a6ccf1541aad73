import type { AdminCaseShopper } from "../../../http-types"

/** Whom to call. */
export function CaseShopper({ shopper: { name, phone } }: { shopper: AdminCaseShopper }) {
  return (
    <>
      {name}
      {name && phone && " · "}
      {phone && (
        <a
          className="text-ui-tag-blue-text hover:underline"
          href={`tel:${phone.replace(/\s/g, "")}`}
        >
          {phone}
        </a>
      )}
    </>
  )
}
