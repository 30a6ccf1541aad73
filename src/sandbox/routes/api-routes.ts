import type { SandboxOperation } from "../switches"
import type { ApiOperation } from "./api-request"
import { authorize } from "./authorize"
import { createCip } from "./create-cip"
import { deleteCip } from "./delete-cip"
import { searchCips } from "./search-cips"
import { updateCip } from "./update-cip"

export interface ApiRoute {
  method: string
  pattern: RegExp
  operation: SandboxOperation
  run: ApiOperation
  /** Whether a bearer token is needed. */
  protected: boolean
}

const ROUTES: ApiRoute[] = [
  {
    method: "POST",
    pattern: /^\/v1\/authorizations\/?$/i,
    operation: "authorize",
    run: authorize,
    protected: false,
  },
  {
    method: "POST",
    pattern: /^\/v1\/cips\/?$/i,
    operation: "create",
    run: createCip,
    protected: true,
  },
  {
    method: "POST",
    pattern: /^\/v1\/cips\/search\/?$/i,
    operation: "search",
    run: searchCips,
    protected: true,
  },
  {
    method: "PATCH",
    pattern: /^\/v1\/cips\/(\d{1,14})\/?$/i,
    operation: "update",
    run: updateCip,
    protected: true,
  },
  {
    method: "DELETE",
    pattern: /^\/v1\/cips\/(\d{1,14})\/?$/i,
    operation: "delete",
    run: deleteCip,
    protected: true,
  },
]

export type RouteMatch =
  | { kind: "found"; route: ApiRoute; cip: string }
  | { kind: "wrong_method"; allow: string }
  | { kind: "unknown" }

export function matchApiRoute(method: string, path: string): RouteMatch {
  const samePath = ROUTES.filter((route) => route.pattern.test(path))
  const route = samePath.find((candidate) => candidate.method === method)
  if (route) {
    return { kind: "found", route, cip: route.pattern.exec(path)?.[1] ?? "" }
  }
  return samePath.length
    ? { kind: "wrong_method", allow: samePath.map((candidate) => candidate.method).join(", ") }
    : { kind: "unknown" }
}
