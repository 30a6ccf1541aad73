/** Text that is HTML already. */
class Markup {
  constructor(text) {
    this.text = text
  }

  toString() {
    return this.text
  }
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

function render(value) {
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(render).join("")
  if (value === null || value === undefined || value === false) return ""
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character])
}

/** A template whose values are escaped, except other templates. */
export function html(strings, ...values) {
  const text = strings.reduce((all, part, i) => all + render(values[i - 1]) + part)
  return new Markup(text)
}

/** Trusted markup of our own, such as the drawings. */
export function trusted(text) {
  return new Markup(text)
}

/** Replaces a view's content and moves the reader to its start. */
export function show(container, markup, title) {
  container.innerHTML = String(markup)
  document.title = title ? `${title} · Tienda Sol` : "Tienda Sol"
}
