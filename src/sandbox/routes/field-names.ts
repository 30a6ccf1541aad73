const NAMES = [
  "accessKey",
  "idService",
  "dateRequest",
  "hashString",
  "currency",
  "amount",
  "transactionCode",
  "dateExpiry",
  "paymentConcept",
  "additionalData",
  "adminEmail",
  "userEmail",
  "userId",
  "userName",
  "userLastName",
  "userUbigeo",
  "userCountry",
  "userDocumentType",
  "userDocumentNumber",
  "userPhone",
  "userCodeCountry",
  "serviceId",
  "data",
  "cip",
]
const BY_LOWER_CASE = new Map(NAMES.map((name) => [name.toLowerCase(), name]))

/** The vendor reads names in any case (its own C# demo posts PascalCase). Null for a non-object. */
export function withDocumentedNames(value: unknown): Record<string, unknown> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return null
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      BY_LOWER_CASE.get(name.toLowerCase()) ?? name,
      inner,
    ]),
  )
}
