import { messageOf } from "../message-of"

it.each([
  ["an error", new TypeError("no such thing"), "no such thing"],
  ["an error of a workflow", { name: "Error", message: "no stock" }, "no stock"],
  ["a text", "broken", "broken"],
  ["nothing", undefined, "undefined"],
  ["null", null, "null"],
])("reads the message of %s", (_, thrown, message) => {
  expect(messageOf(thrown)).toBe(message)
})
