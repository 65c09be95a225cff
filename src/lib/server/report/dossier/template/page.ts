/** Page, letters, colours and the small signs of a dossier, as Typst. The data come as JSON and are never code. */
export const PAGE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let mirrored = d.direction == "rtl"
#let colour = d.colours.pairs().map(((name, hex)) => (name, rgb(hex))).to-dict()
#let hair = 0.5pt + colour.line
#let margin = 16mm

#set document(
  title: d.head.title + " · " + d.head.kind,
  author: "Furas",
  description: d.head.statement,
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)),
)
#set text(
  font: d.fonts,
  lang: d.language,
  size: if mirrored { 8.3pt } else { 8pt },
  fill: colour.ink,
  fallback: false,
  // Readers of PDF take the wide kerning of Arabic for a space between words.
  kerning: not mirrored,
  hyphenate: false,
)
#set par(leading: if mirrored { 0.72em } else { 0.58em }, spacing: 0.8em, justify: false)
#let small = 0.84em
#let muted(body) = text(size: small, fill: colour.muted, body)
#let numeral(body) = text(dir: ltr, body)
// A part that keeps its own direction among others.
#let isolated(part) = "\u{2068}" + part + "\u{2069}"

// The numbers of the sources, each leading to its line in the list.
#let refs(numbers) = if numbers.len() > 0 {
  let separator = if mirrored { "، " } else { ", " }
  sym.space.nobreak
  text(size: 0.78em, fill: colour.muted, "[" + numbers.map(n => link(label("source-" + str(n)), str(n))).join(separator) + "]")
}
#let cited(item) = item.text + refs(item.at("refs", default: ()))

#set page(
  paper: "a4",
  margin: (x: margin, top: 14mm, bottom: 17mm),
  footer-descent: 26%,
  footer: context {
    set text(size: if mirrored { 6.6pt } else { 6.4pt }, fill: colour.muted)
    set par(leading: 0.5em)
    line(length: 100%, stroke: hair)
    v(-0.5em)
    grid(
      columns: (1fr, auto),
      column-gutter: 6mm,
      [#strong(d.head.statement) #d.head.independent \ #d.head.version],
      text(size: 1.25em, fill: colour.primary, weight: 600, numeral([#counter(page).display() / #counter(page).final().first()])),
    )
  },
)
#set strong(delta: 200)

#show heading: set text(weight: 600, size: 1em)
#show heading.where(level: 1): it => block(above: 6mm, below: 3.6mm, breakable: false, sticky: true, grid(
  columns: (auto, auto, 1fr),
  column-gutter: 2.2mm,
  align: horizon,
  rect(width: 2.2mm, height: 4.2mm, fill: colour.saffron, radius: 0.4mm),
  text(size: if mirrored { 13pt } else { 12.5pt }, fill: colour.primary, it.body),
  line(length: 100%, stroke: 0.6pt + colour.line),
))
#show heading.where(level: 2): it => block(above: 4mm, below: 2.2mm, breakable: false, sticky: true, text(size: 1.1em, fill: colour.ink, it.body))
#set heading(numbering: none)
#show heading.where(level: 2): set heading(outlined: false, bookmarked: false)

// Signs: drawn, so that they need no font, and told apart without colour.
#let at-corner(..args) = place(top + left, ..args)
#let sign(body) = box(width: 2.6mm, height: 2.6mm, baseline: 0.35mm, body)
#let tick = at-corner(curve(stroke: (paint: colour.primary, thickness: 1pt, cap: "round", join: "round"), curve.move((0.6mm, 1.5mm)), curve.line((1.25mm, 2.2mm)), curve.line((2.4mm, 0.7mm))))
#let signs = (
  "for": sign({
    at-corner(circle(radius: 1.3mm, fill: colour.primary))
    at-corner(curve(stroke: (paint: white, thickness: 0.7pt, cap: "round", join: "round"), curve.move((0.7mm, 1.35mm)), curve.line((1.15mm, 1.8mm)), curve.line((1.95mm, 0.85mm))))
  }),
  "limit": sign(at-corner(circle(radius: 1.2mm, stroke: 0.8pt + colour.accent, fill: white)) + at-corner(dx: 0.6mm, dy: 1.15mm, line(length: 1.2mm, stroke: 0.9pt + colour.accent))),
  "change": sign(at-corner(dy: 0.15mm, polygon(fill: none, stroke: 0.8pt + colour.primary, (1.3mm, 0mm), (2.5mm, 1.2mm), (1.3mm, 2.4mm), (0.1mm, 1.2mm)))),
  "plain": sign(at-corner(dx: 0.8mm, dy: 0.95mm, circle(radius: 0.4mm, fill: colour.primary))),
  "danger": sign(at-corner(polygon(fill: colour.danger, (1.3mm, 0mm), (2.6mm, 2.5mm), (0mm, 2.5mm))) + at-corner(dx: 1.3mm, dy: 0.9mm, line(angle: 90deg, length: 0.8mm, stroke: 0.7pt + white)) + at-corner(dx: 1.1mm, dy: 1.9mm, circle(radius: 0.18mm, fill: white))),
  "caution": sign(at-corner(polygon(fill: white, stroke: 0.7pt + colour.accent, (1.3mm, 0.1mm), (2.5mm, 2.4mm), (0.1mm, 2.4mm))) + at-corner(dx: 1.3mm, dy: 1mm, line(angle: 90deg, length: 0.6mm, stroke: 0.7pt + colour.accent)) + at-corner(dx: 1.15mm, dy: 1.85mm, circle(radius: 0.15mm, fill: colour.accent))),
)
#let edited = box(width: 2mm, height: 1.6mm, baseline: -0.1mm, at-corner(polygon(fill: colour.saffron, stroke: 0.4pt + colour.accent, (0.8mm, 0mm), (1.6mm, 0.8mm), (0.8mm, 1.6mm), (0mm, 0.8mm))))
#let hatch(paint, ground) = tiling(size: (2.4pt, 2.4pt), {
  place(rect(width: 100%, height: 100%, fill: ground))
  place(line(start: (0%, 100%), end: (100%, 0%), stroke: 0.7pt + paint))
})
`;

/** The head of the first page: what it is about, four figures, and what they are not. */
export const HEAD = String.raw`
// Contour lines of a hill, as an atlas has them.
#let contour(size) = curve(
  stroke: 0.5pt + white.transparentize(82%),
  curve.move((size * 1.0, 0mm)),
  curve.cubic((size * 1.5, size * 0.05), (size * 1.75, size * 0.45), (size * 1.65, size * 0.8)),
  curve.cubic((size * 1.55, size * 1.2), (size * 1.05, size * 1.15), (size * 0.7, size * 1.25)),
  curve.cubic((size * 0.25, size * 1.35), (size * -0.1, size * 1.0), (size * 0.05, size * 0.6)),
  curve.cubic((size * 0.2, size * 0.2), (size * 0.55, size * -0.05), (size * 1.0, 0mm)),
  curve.close(),
)
#let contours = for step in range(7) {
  let size = 7mm + step * 6.5mm
  place(top + left, dx: -0.85 * size, dy: -0.62 * size, contour(size))
}

#let head = d.head
#block(width: 100%, fill: colour.primary, outset: (x: margin, top: 14mm), inset: (bottom: 14mm, top: 0mm), below: 0mm, {
  place(top + if mirrored { left } else { right }, dx: if mirrored { 20mm } else { -20mm }, dy: 10mm, box(width: 0mm, contours))
  set text(fill: white)
  set par(leading: 0.55em)
  grid(
    columns: (1fr, auto),
    text(size: 1.15em, weight: 600, head.brand),
    text(size: 1.05em, fill: white.transparentize(15%), head.kind),
  )
  v(4mm)
  block(width: 78%, below: 3.2mm, text(size: 2.7em, weight: 600, head.title))
  if head.model != "" { block(above: 0mm, below: 3.2mm, text(size: 1.2em, head.model)) }
  box(width: 16mm, height: 1mm, fill: colour.saffron, radius: 0.5mm)
  v(0.2mm)
  text(size: 1.1em, (head.place, head.sector).filter(part => part != "").join("  —  "))
})
#v(-9mm)
#grid(
  columns: (1fr,) * head.facts.len(),
  column-gutter: 3mm,
  ..head.facts.map(fact => block(
    width: 100%, height: 20mm, fill: white, stroke: 0.6pt + colour.line, radius: 2mm, inset: (x: 2.8mm, y: 2.6mm),
    {
      set par(leading: 0.45em)
      muted(fact.label)
      v(-0.35em)
      text(size: 1.55em, weight: 600, fill: colour.primary, fact.value)
      v(-0.55em)
      text(size: 0.78em, fill: colour.muted, fact.note)
    },
  )),
)
#v(2mm)
#block(width: 100%, fill: colour.paper, stroke: (if mirrored { "right" } else { "left" }: 2pt + colour.saffron), inset: (x: 3.5mm, y: 2.8mm), grid(
  columns: (auto, 1fr),
  column-gutter: 4mm,
  align: horizon,
  box(width: 9mm, height: 9mm, radius: 4.5mm, stroke: 1pt + colour.accent, fill: white, align(center + horizon, text(size: 1.5em, weight: 600, fill: colour.accent, top-edge: "cap-height", bottom-edge: "baseline", head.notice.grade))),
  [#strong(head.notice.title). #head.notice.text \ #muted[#head.notice.gradeText: #head.notice.gradeDetail]],
))
`;
