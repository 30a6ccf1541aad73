import { describeInstalled } from "./describe-installed"
import { pnpm } from "./package-managers"

describeInstalled("pnpm where a package finds nothing but what it declares", {
  manager: () => pnpm(["hoist: false"]),
  layout: "strict (hoist=false)",
})
