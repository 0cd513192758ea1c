/// A number of a scale as a small coloured mark in a line of text or a table.
package enum GapMark {
    /// The signed gap, −1…1: blue below nothing, orange above, as in every figure. What is missing is a dashed frame.
    package static func signed(_ value: Double?, label: String) -> Markup {
        var drawing = Drawing()
        if let step = Scale.signed.step(value) {
            drawing.box(x: 0.5, y: 0.5, width: 16, height: 10, style: Scale.signed.style(step))
            drawing.frame(x: 0.5, y: 0.5, width: 16, height: 10, style: "grid")
        } else {
            drawing.frame(x: 0.5, y: 0.5, width: 16, height: 10, style: "axis dashed")
        }
        return drawing.inline(width: 17, height: 11, label: label)
    }
}
