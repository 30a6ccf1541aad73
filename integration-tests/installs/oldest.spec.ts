import { describeInstalled } from "./describe-installed"
import { npm } from "./package-managers"

describeInstalled("the oldest Medusa, the first that lets an order wait for its payment", {
  manager: npm,
  medusa: "2.17.2",
  layout: "one folder",
})
