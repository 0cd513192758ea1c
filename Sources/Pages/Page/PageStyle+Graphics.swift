extension PageStyle {
    /// What belongs to figures: links to their files, and numbers that are too many for a table.
    ///
    /// Paper is smaller than a screen: there all is set smaller, so that figures of 56 rows leave room for a second one.
    static let graphics = """
        .forms{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.5rem 0 0;color:var(--quiet);font-size:.875rem}
        pre.numbers{max-width:none;margin:.5rem 0;padding:.4rem 0;background:none;white-space:pre;font-size:.8125rem}
        .compact td{white-space:pre-line}.compact .number{white-space:pre}
        .ranking p{margin:0;white-space:pre-line;unicode-bidi:plaintext;font-size:.9375rem;line-height:1.6}
        @media print{body{zoom:.74}.forms{display:none}#fig-ranks svg{width:auto;height:auto;max-height:150mm}}
        """
}
