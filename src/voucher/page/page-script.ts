import { FIRST_POLL_MS, MAX_POLL_MS, POLL_GROWTH, POLL_TIMEOUT_MS } from "../format/polling"

/** What the page hands its script, in a data attribute of `<main>`. */
export interface PageScriptData {
  title: string
  status: string
  statusUrl: string
  remainingMs: number
  dayNames: readonly [string, string]
  texts: Record<"asking" | "stillWaiting" | "tooMany" | "failed" | "copied" | "timeOver", string>
}

const PACE = {
  first: FIRST_POLL_MS,
  growth: POLL_GROWTH,
  max: MAX_POLL_MS,
  timeout: POLL_TIMEOUT_MS,
}

/**
 * What runs in the shopper's browser; the page works without it. It stands here as text, not as a
 * function turned into text, because compilers put calls to their own helpers into functions. The
 * countdown's words are those of `formatTimeLeft`, and a test holds the two together.
 */
const SOURCE = `function runVoucherPage(pace) {
  "use strict"
  const announcer = document.querySelector("[data-announcer]")
  const ticketStyle = document.querySelector("[data-ticket-style]")
  let data
  let deadline = 0
  let wait = pace.first
  let pollTimer
  let pollRunning = false
  const timeLeft = (milliseconds) => {
    const seconds = Math.floor(milliseconds / 1000)
    const days = Math.floor(seconds / 86400)
    const hours = Math.floor(seconds / 3600) % 24
    const minutes = Math.floor(seconds / 60) % 60
    if (days > 0) {
      return days + " " + data.dayNames[days === 1 ? 0 : 1] + " " + hours + " h " + minutes + " min"
    }
    const rest = minutes + " min " + String(seconds % 60).padStart(2, "0") + " s"
    return hours > 0 ? hours + " h " + rest : rest
  }
  const say = (text) => {
    if (announcer) announcer.textContent = text
  }
  const isOpen = () => data.status === "waiting" || data.status === "expired"
  const setRemaining = (milliseconds) => {
    deadline = performance.now() + milliseconds
  }
  const showTimeLeft = () => {
    const target = document.querySelector("[data-time-left]")
    if (!target || data.status !== "waiting") return
    const left = deadline - performance.now()
    target.textContent = left > 0 ? timeLeft(left) : data.texts.timeOver
    if (left <= 0 && !target.dataset.over) {
      target.dataset.over = "yes"
      wait = pace.first
      schedulePoll(pace.first)
    }
  }
  /** Takes the new state's markup from the server, so that every state is written once. */
  const showNewState = async () => {
    const response = await load(location.href, "GET", "text/html")
    if (!response.ok) return
    // Only this part is read: the policy knows the nonce of this page's styles, not of the new ones.
    const [markup] = /<main[^]*<\\/main>/.exec(await response.text()) ?? []
    const main = new DOMParser().parseFromString(markup ?? "", "text/html").querySelector("main")
    if (!main) return
    const focusWasInside = document.querySelector("main")?.contains(document.activeElement)
    document.querySelector("main")?.replaceWith(document.adoptNode(main))
    begin()
    document.title = data.title
    say(main.querySelector("h1")?.textContent ?? "")
    if (focusWasInside) main.querySelector("h1")?.focus()
  }
  const take = async (response) => {
    const { voucher } = await response.json()
    setRemaining(Date.parse(voucher.expires_at) - Date.parse(voucher.now))
    if (voucher.status === data.status) return false
    await showNewState()
    return true
  }
  const load = (url, method, accept) => {
    const controller = new AbortController()
    const timer = window.setTimeout(() => controller.abort(), pace.timeout)
    const options = { method, headers: { accept }, signal: controller.signal }
    return fetch(url, options).finally(() => window.clearTimeout(timer))
  }
  const ask = (url, method) => load(url, method, "application/json")
  const schedulePoll = (milliseconds) => {
    window.clearTimeout(pollTimer)
    if (isOpen() && !document.hidden) pollTimer = window.setTimeout(poll, milliseconds)
  }
  const poll = async () => {
    if (pollRunning) return
    pollRunning = true
    let next = wait
    try {
      const response = await ask(data.statusUrl, "GET")
      if (response.ok) await take(response)
      else next = Math.max(next, Number(response.headers.get("retry-after")) * 1000 || pace.max)
    } catch {
      next = Math.max(next, pace.first * 2)
    } finally {
      pollRunning = false
    }
    wait = Math.min(wait * pace.growth, pace.max)
    schedulePoll(next)
  }
  const check = async (form) => {
    const button = form.querySelector("button")
    const result = document.querySelector("[data-check-result]")
    if (!button || !result || button.getAttribute("aria-disabled") === "true") return
    button.setAttribute("aria-disabled", "true")
    result.textContent = data.texts.asking
    try {
      const response = await ask(form.action, "POST")
      if (response.status === 429) result.textContent = data.texts.tooMany
      else if (!response.ok) result.textContent = data.texts.failed
      else if (!(await take(response))) result.textContent = data.texts.stillWaiting
    } catch {
      result.textContent = data.texts.failed
    } finally {
      button.removeAttribute("aria-disabled")
    }
    wait = pace.first
    schedulePoll(wait)
  }
  const copy = async (button) => {
    const code = button.dataset.copy ?? ""
    try {
      await navigator.clipboard.writeText(code)
    } catch {
      const shown = document.querySelector("[data-cip]")
      if (!shown) return
      getSelection()?.selectAllChildren(shown)
      if (!document.execCommand("copy")) return
    }
    const label = button.querySelector("[data-label]")
    if (label) {
      const before = label.textContent
      label.textContent = data.texts.copied
      window.setTimeout(() => (label.textContent = before), 3000)
    }
    say(data.texts.copied)
  }
  const print = (layout) => {
    const before = document.documentElement.dataset.layout
    document.documentElement.dataset.layout = layout ?? "a4"
    if (ticketStyle) ticketStyle.media = layout === "ticket" ? "print" : "not all"
    window.addEventListener(
      "afterprint",
      () => {
        document.documentElement.dataset.layout = before
        if (ticketStyle) ticketStyle.media = before === "ticket" ? "print" : "not all"
      },
      { once: true },
    )
    window.print()
  }
  const begin = () => {
    const main = document.querySelector("main")
    data = JSON.parse(main?.dataset.page ?? "{}")
    setRemaining(data.remainingMs)
    for (const element of document.querySelectorAll("[data-needs-script]")) {
      element.hidden = false
    }
    showTimeLeft()
  }
  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-copy], [data-print]")
    if (!target) return
    if (target.dataset.copy) void copy(target)
    if (target.dataset.print) {
      event.preventDefault()
      print(target.dataset.print)
    }
  })
  document.addEventListener("submit", (event) => {
    const form = event.target
    if (!form.matches("[data-check]")) return
    event.preventDefault()
    void check(form)
  })
  document.addEventListener("visibilitychange", () => {
    window.clearTimeout(pollTimer)
    if (document.hidden) return
    wait = pace.first
    if (isOpen()) void poll()
  })
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && isOpen()) void poll()
  })
  begin()
  window.setInterval(showTimeLeft, 1000)
  schedulePoll(wait)
}`

/** The page's only script. */
export const pageScript = `(${SOURCE})(${JSON.stringify(PACE)})`
