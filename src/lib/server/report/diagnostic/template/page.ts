/** Page, letters, colours and the small signs of a diagnostic, as Typst. The data come as JSON and are never code. */
export const PAGE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let mirrored = d.direction == "rtl"
#let colour = d.colours.pairs().map(((name, hex)) => (name, rgb(hex))).to-dict()
#let hair = 0.5pt + colour.line
#let margin = 20mm
#let foot = 31mm

#set document(
  title: d.title,
  author: "Furas",
  description: d.statement,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)),
)
#set text(
  font: d.fonts,
  lang: d.language,
  size: if mirrored { 9.2pt } else { 8.9pt },
  fill: colour.ink,
  fallback: false,
  // Readers of PDF take the wide kerning of Arabic for a space between words.
  kerning: not mirrored,
  hyphenate: false,
)
#set par(leading: if mirrored { 0.78em } else { 0.62em }, spacing: 0.9em, justify: false)
#set strong(delta: 200)
#let small = 0.82em
#let muted(body) = text(size: small, fill: colour.muted, body)
// A part that keeps its own direction among others.
#let isolated(part) = "\u{2068}" + part + "\u{2069}"
// Numbers run from left to right; words among them keep the direction of the page.
#let latin(said) = if mirrored { "\u{2066}" + said + "\u{2069}" } else { said }
#let numeral(said) = if said.contains(regex("[\u{0600}-\u{06ff}]")) { said } else { latin(said) }
// Where reading begins and ends on the page: start and end follow the direction of the words inside.
#let (here-side, far-side) = if mirrored { (right, left) } else { (left, right) }
// Other letters than those of the page: a name on the cover.
#let foreign(said) = text(lang: said.language, dir: if said.direction == "rtl" { rtl } else { ltr }, kerning: said.language != "ar", said.text)

// What the foot of the page asks for. A line of a table has one for all its cells: inside them it would cost seconds.
#let noted(numbers) = if numbers.len() > 0 { [#metadata(numbers)<cited>] }
// The numbers of the sources, each leading to its line in the list.
#let refs(numbers, bare: false, note: true) = if numbers.len() > 0 {
  let separator = if mirrored { "،" } else { "," } + sym.space.nobreak
  if not bare { sym.space.nobreak }
  text(size: 0.74em, weight: "regular", fill: colour.muted, dir: ltr, box("[" + numbers.map(n => link(label("source-" + str(n)), str(n))).join(separator) + "]"))
  if note { noted(numbers) }
}
#let cited(item) = item.text + refs(item.refs)

// What the figures of this page rest on: with its credit while there is room, otherwise the ids alone.
#let page-sources() = context {
  let here-page = here().page()
  let numbers = query(<cited>).filter(it => it.location().page() == here-page).map(it => it.value).flatten().dedup().sorted()
  let named = d.sources.filter(s => numbers.contains(s.number))
  if named.len() > 0 {
    set text(size: if mirrored { 6.5pt } else { 6.2pt }, fill: colour.muted)
    set par(leading: 0.5em)
    let entry(s, long) = {
      box(text(fill: colour.primary, weight: 600, link(label("source-" + str(s.number)), latin("[" + str(s.number) + "]"))) + sym.space.nobreak + strong(latin(s.id)))
      if long { " " + isolated(s.credit) }
    }
    place(top + start, line(length: 24mm, stroke: hair))
    v(1.6mm)
    let notes(long) = named.map(s => entry(s, long)).join(h(1.2em, weak: true) + " ")
    layout(size => {
      let whole = notes(true)
      if measure(block(width: size.width, whole)).height <= 8.6mm { whole } else { notes(false) }
    })
  }
}

#let page-foot = box(width: 100%, height: foot - 10mm, {
  place(top + start, box(width: 100%, page-sources()))
  place(bottom + start, box(width: 100%, {
    set text(size: if mirrored { 6.8pt } else { 6.6pt }, fill: colour.muted)
    set par(leading: 0.5em)
    line(length: 100%, stroke: hair)
    v(-0.4em)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      [#strong(d.statement) \ #d.version],
      context text(size: 1.35em, fill: colour.primary, weight: 600, latin(str(counter(page).get().first()) + " / " + str(counter(page).final().first()))),
    )
  }))
})

#let page-head = context {
  let chapters = query(heading.where(level: 1)).filter(it => it.location().page() <= here().page())
  set text(size: if mirrored { 7.4pt } else { 7.2pt }, fill: colour.muted)
  grid(
    columns: (1fr, 1fr),
    [#strong(d.name) · #d.kind],
    align(end, if chapters.len() > 0 { chapters.last().body }),
  )
  v(-0.5em)
  line(length: 100%, stroke: hair)
}

#set page(paper: "a4", margin: (x: margin, top: 24mm, bottom: foot), header: page-head, header-ascent: 6mm, footer: page-foot, footer-descent: 3mm)

#show heading: set text(weight: 600, size: 1em)
#set heading(numbering: none)
#show heading.where(level: 2): set heading(outlined: false, bookmarked: false)
#show heading.where(level: 2): it => block(above: 6mm, below: 2.6mm, breakable: false, sticky: true, text(size: 1.16em, fill: colour.ink, it.body))

// A figure on a card; words instead of a number are set smaller.
#let headline(said, size) = text(size: if said.clusters().len() > 14 { size * 0.62 } else { size }, weight: 600, fill: colour.primary, top-edge: "cap-height", numeral(said))

// A heading with its unit and the sources that all of what follows rests on.
#let titled(title, unit: "", numbers: ()) = if title != "" {
  heading(level: 2, title)
  if unit != "" or numbers.len() > 0 { block(above: 0mm, below: 2.6mm, sticky: true, muted(unit + refs(numbers))) }
}
#let remark(note) = if note != "" { block(above: 2.4mm, muted(note)) }
`;

/** Signs: drawn, so that they need no font, and told apart without colour. */
export const SIGNS = String.raw`
#let corner(..args) = place(top + left, ..args)
#let sign(body, size: 2.6mm) = box(width: size, height: size, baseline: 0.35mm, body)
#let pen = (paint: colour.accent, thickness: 0.75pt, cap: "round", join: "round")
#let stroke-of(paint) = (paint: paint, thickness: 0.9pt, cap: "round", join: "round")
#let path(stroke, ..points) = {
  let ((x, y), ..rest) = points.pos().map(((x, y)) => (x * 1mm, y * 1mm))
  corner(curve(stroke: stroke, curve.move((x, y)), ..rest.map(point => curve.line(point))))
}
#let bullet = sign(corner(dx: 0.8mm, dy: 0.95mm, circle(radius: 0.42mm, fill: colour.primary)))
#let caution = sign(size: 3.4mm, {
  corner(polygon(fill: white, stroke: stroke-of(colour.accent), (1.7mm, 0.2mm), (3.2mm, 3mm), (0.2mm, 3mm)))
  path(stroke-of(colour.accent), (1.7, 1.2), (1.7, 1.9))
  corner(dx: 1.5mm, dy: 2.3mm, circle(radius: 0.2mm, fill: colour.accent))
})
#let quadrant-signs = (
  strengths: sign(size: 4mm, { corner(circle(radius: 2mm, fill: colour.primary)); path(stroke-of(white), (1, 2), (3, 2)); path(stroke-of(white), (2, 1), (2, 3)) }),
  weaknesses: sign(size: 4mm, { corner(circle(radius: 1.9mm, fill: white, stroke: stroke-of(colour.accent))); path(stroke-of(colour.accent), (1, 1.9), (2.8, 1.9)) }),
  opportunities: sign(size: 4mm, { corner(rect(width: 4mm, height: 4mm, radius: 0.5mm, fill: colour.primary)); path(stroke-of(white), (1, 3), (3, 1)); path(stroke-of(white), (1.6, 1), (3, 1), (3, 2.4)) }),
  threats: sign(size: 4mm, { corner(polygon(fill: white, stroke: stroke-of(colour.accent), (2mm, 0.2mm), (3.8mm, 3.6mm), (0.2mm, 3.6mm))); path(stroke-of(colour.accent), (2, 1.4), (2, 2.4)); corner(dx: 1.78mm, dy: 2.85mm, circle(radius: 0.22mm, fill: colour.accent)) }),
)
// How a figure came to be: two waves, a clock, an arrow from above, from one to the other, a sum.
#let marks = (
  proxy: sign(for y in (0.9, 1.7) {
    corner(curve(stroke: pen, curve.move((0.3mm, y * 1mm)), curve.cubic((0.9mm, (y - 0.6) * 1mm), (1.5mm, (y + 0.6) * 1mm), (2.2mm, (y - 0.1) * 1mm))))
  }),
  stale: sign({ corner(dx: 0.15mm, dy: 0.15mm, circle(radius: 1.1mm, stroke: pen)); path(pen, (1.25, 0.6), (1.25, 1.3), (1.75, 1.6)) }),
  inherited: sign({ path(pen, (0.4, 0.3), (2.1, 0.3)); path(pen, (1.25, 0.5), (1.25, 2.2)); path(pen, (0.6, 1.6), (1.25, 2.2), (1.9, 1.6)) }),
  derived: sign({ corner(dx: 0.1mm, dy: 0.85mm, circle(radius: 0.4mm, fill: colour.accent)); path(pen, (1, 1.25), (2.3, 1.25)); path(pen, (1.8, 0.7), (2.35, 1.25), (1.8, 1.8)) }),
  computed: sign(path(pen, (2, 0.5), (0.5, 0.4), (1.3, 1.25), (0.5, 2.1), (2, 2.1))),
)
// Types of advice: a shape each beside the colour.
#let type-mark(type) = if type != none {
  let fill = rgb(d.types.at(type))
  let edge = 0.5pt + colour.ink
  sign(if type == "develop-priority" { corner(dx: 0.1mm, dy: 0.1mm, polygon(fill: fill, stroke: edge, (1.2mm, 0mm), (2.4mm, 2.2mm), (0mm, 2.2mm))) } else if type == "develop-market" {
    corner(polygon(fill: fill, stroke: edge, (1.3mm, 0mm), (2.5mm, 1.2mm), (1.3mm, 2.4mm), (0.1mm, 1.2mm)))
  } else if type == "consolidate" { corner(dx: 0.2mm, dy: 0.2mm, rect(width: 2.1mm, height: 2.1mm, fill: fill, stroke: edge)) } else if type == "enable-first" {
    corner(dx: 0.1mm, dy: 0.1mm, circle(radius: 1.15mm, fill: fill, stroke: edge))
  } else { corner(dy: 0.8mm, rect(width: 2.5mm, height: 1mm, fill: fill, stroke: edge)) })
}
#let hatch(paint, ground) = tiling(size: (2.4pt, 2.4pt), {
  place(rect(width: 100%, height: 100%, fill: ground))
  place(line(start: (0%, 100%), end: (100%, 0%), stroke: 0.7pt + paint))
})
`;
