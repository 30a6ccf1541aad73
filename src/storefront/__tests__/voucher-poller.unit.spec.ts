import {
  FIRST_POLL_MS,
  MAX_POLL_MS,
  POLL_GROWTH,
  POLL_TIMEOUT_MS,
} from "../../voucher/format/polling"
import { storeVoucherUrl } from "../store-voucher-url"
import type { StoreVoucher, VoucherStatus } from "../types"
import { VoucherPoller } from "../voucher-poller"

const URL_OF_VOUCHER = "https://api.example/store/pagoefectivo/vouchers/abc"

function answer(status: VoucherStatus): Response {
  return Response.json({ voucher: { cip: "2523136", status } as StoreVoucher })
}

function setUp(replies: () => Response | Promise<Response>, status: VoucherStatus = "waiting") {
  const seen: VoucherStatus[] = []
  const page = { hidden: false }
  const fetch = jest.fn<Promise<Response>, Parameters<typeof globalThis.fetch>>(async () =>
    replies(),
  )
  const poller = new VoucherPoller({
    url: URL_OF_VOUCHER,
    headers: { "x-publishable-api-key": "pk_1" },
    status,
    fetch,
    onVoucher: (voucher) => seen.push(voucher.status),
    isHidden: () => page.hidden,
  })
  return { poller, fetch, seen, page }
}

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe("VoucherPoller", () => {
  it("asks at once, then ever more rarely, and never more than once a minute in the end", async () => {
    const { fetch, poller } = setUp(() => answer("waiting"))
    poller.start()
    await pass(0)
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      method: "GET",
      headers: { "x-publishable-api-key": "pk_1" },
    })
    await pass(FIRST_POLL_MS)
    expect(fetch).toHaveBeenCalledTimes(2)
    await pass(FIRST_POLL_MS)
    expect(fetch).toHaveBeenCalledTimes(2)
    await pass(FIRST_POLL_MS * POLL_GROWTH - FIRST_POLL_MS)
    expect(fetch).toHaveBeenCalledTimes(3)
    await pass(60 * MAX_POLL_MS)
    const before = fetch.mock.calls.length
    await pass(10 * MAX_POLL_MS)
    expect(fetch.mock.calls.length - before).toBe(10)
    poller.stop()
  })

  it("tells of the payment and is quiet from then on", async () => {
    const { fetch, poller, seen } = setUp(() => answer("paid"))
    poller.start()
    await pass(10 * MAX_POLL_MS)
    expect(seen).toEqual(["paid"])
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it("keeps asking, rarely, after an expired code: a late payment may still come", async () => {
    const { fetch, poller } = setUp(() => answer("expired"), "expired")
    poller.start()
    await pass(MAX_POLL_MS - 1)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(fetch).toHaveBeenCalledTimes(2)
    poller.stop()
  })

  it("waits while nobody looks, and asks at once when somebody does", async () => {
    const { fetch, page, poller } = setUp(() => answer("waiting"))
    page.hidden = true
    poller.start()
    await pass(10 * MAX_POLL_MS)
    expect(fetch).not.toHaveBeenCalled()
    page.hidden = false
    poller.resume()
    await pass(0)
    expect(fetch).toHaveBeenCalledTimes(1)
    poller.stop()
  })

  it("learns nothing from an error and tries again, slower", async () => {
    let reply: () => Response | Promise<Response> = () => Promise.reject(new TypeError("offline"))
    const { fetch, poller, seen } = setUp(() => reply())
    poller.start()
    await pass(2 * FIRST_POLL_MS - 1)
    expect(fetch).toHaveBeenCalledTimes(1)
    reply = () => new Response("busy", { status: 503 })
    await pass(1)
    expect(fetch).toHaveBeenCalledTimes(2)
    reply = () => answer("paid")
    await pass(MAX_POLL_MS - 1)
    expect(seen).toEqual([])
    await pass(1)
    expect(seen).toEqual(["paid"])
  })

  it("gives up on an answer that does not come", async () => {
    const { fetch, poller } = setUp(() => new Promise<Response>(() => undefined))
    poller.start()
    await pass(POLL_TIMEOUT_MS - 1)
    const signal = fetch.mock.calls[0]?.[1]?.signal
    expect(signal?.aborted).toBe(false)
    await pass(1)
    expect(signal?.aborted).toBe(true)
  })

  it.each([
    [() => answer("waiting"), "unchanged"],
    [() => answer("paid"), "updated"],
    [() => new Response("", { status: 429 }), "too_many"],
    [() => new Response("", { status: 500 }), "failed"],
    [() => new Response("<html>"), "failed"],
  ] as const)("a check ends as it was answered (%#)", async (reply, outcome) => {
    const { fetch, page, poller } = setUp(reply)
    page.hidden = true
    poller.start()
    await expect(poller.check()).resolves.toBe(outcome)
    expect(fetch.mock.calls[0]?.[0]).toBe(`${URL_OF_VOUCHER}/check`)
    expect(fetch.mock.calls[0]?.[1]?.method).toBe("POST")
    poller.stop()
  })

  it("says nothing after it was stopped", async () => {
    const { poller, seen } = setUp(() => answer("paid"))
    poller.start()
    poller.stop()
    await pass(MAX_POLL_MS)
    expect(seen).toEqual([])
  })
})

describe("storeVoucherUrl", () => {
  it("finds the store route beside the page, behind a path prefix too", () => {
    expect(storeVoucherUrl("https://api.example/pagoefectivo/vouchers/abc?lang=en")).toBe(
      URL_OF_VOUCHER,
    )
    expect(storeVoucherUrl("https://a.example/shop/pagoefectivo/vouchers/x")).toBe(
      "https://a.example/shop/store/pagoefectivo/vouchers/x",
    )
  })

  it.each(["", "/pagoefectivo/vouchers/abc", "javascript:alert(1)", "https://a.example/orders/1"])(
    "%j is no voucher page",
    (url) => expect(storeVoucherUrl(url)).toBeUndefined(),
  )
})
