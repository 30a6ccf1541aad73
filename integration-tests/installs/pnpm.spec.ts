import { describeInstalled } from "./describe-installed"
import { pnpm } from "./package-managers"

/** What Medusa's own packages import and do not declare; nothing else is hoisted. */
const UNDECLARED_BY_MEDUSA = [
  "@internationalized/date",
  "@medusajs/deps",
  "@medusajs/framework",
  "@medusajs/types",
  "@medusajs/ui-preset",
  "@medusajs/utils",
  "@medusajs/workflows-sdk",
  "@mikro-orm/*",
  "awilix",
  "dotenv",
  "glob",
  "graphql",
  "react-i18next",
  "tsconfig-paths",
  "tslib",
  "ulid",
  "uuid",
  "zod",
]

describeInstalled("pnpm where a package finds nothing but what it declares", {
  manager: () => pnpm(["hoistPattern:", ...UNDECLARED_BY_MEDUSA.map((name) => `  - "${name}"`)]),
  layout: "strict, none hoisted",
})
