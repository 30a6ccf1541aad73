import type { AdminCaseShopper } from "../../../http-types"

/** Whom to call. */
export function CaseShopper({ shopper: { name, phone } }: { shopper: AdminCaseShopper }) {
  return (
    <>
      {name}
      {name && phone && " · "}
      {phone && (
        <a className="text-ui-tag-blue-text underline" href={`tel:${phone.replace(/\s/g, "")}`}>
          {phone}
        </a>
      )}
    </>
  )
}
