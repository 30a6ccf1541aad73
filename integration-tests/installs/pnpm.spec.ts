import { describeInstalled } from "./describe-installed"
import { pnpm } from "./package-managers"

/** What Medusa's own command imports and does not declare; without it no TypeScript is loaded. */
const UNDECLARED_BY_MEDUSA = [
  "packageExtensions:",
  '  "@medusajs/cli":',
  "    dependencies:",
  '      tsconfig-paths: "^4.2.0"',
]

describeInstalled("pnpm where a package finds nothing but what it declares", {
  manager: () => pnpm(["hoist: false", ...UNDECLARED_BY_MEDUSA]),
  layout: "strict (hoist=false)",
})
