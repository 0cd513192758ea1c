extension PageStyle {
    /// Codes of a codebook on the annotators' pages: boxes by level, each with what it means beside it.
    static let codes = """
        .desk .level{margin:0 0 1.1rem!important}
        .desk .level legend{font-size:.875rem;font-weight:600;color:var(--quiet);padding:0;margin:0 0 .4rem}
        .code-row{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:center;margin:0 0 .4rem}
        .code-row .answer,.none .answer{flex:1 1 13rem;min-height:2.75rem}
        .code-row .answer:has(:checked),.none .answer:has(:checked){background:var(--tint)}
        .none .answer:has(:disabled){opacity:.55;cursor:not-allowed;border-style:dashed}
        .code-row .hint{flex-basis:100%;margin:.1rem 0}
        .code-row details{flex:0 0 auto;margin:0;font-size:.875rem;max-width:100%}.code-row details[open]{flex-basis:100%;padding:0 .2rem .5rem}
        .code-row summary{min-height:2rem;line-height:2rem}
        .aside{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .code-row p,.guide .of{margin:.35rem 0}.code-row .of,.guide .of{font-weight:600;margin-top:.6rem}
        .code-row ul,.guide ul{margin:.25rem 0 .5rem;padding-inline-start:1.2rem}.code-row li,.guide li{margin:.2rem 0}
        .guide h4{margin:1.4rem 0 .2rem;font-size:1.0625rem}
        .tokens mark{background:var(--mark);color:inherit;box-shadow:inset 0 -.1em var(--gap);padding:.12em 0;border-radius:.18em}
        .proposing{margin-top:1rem;font-size:.9375rem}.proposing label{display:block;margin:.6rem 0 .25rem}
        @media screen and (max-width:40rem){.code-row .answer kbd,.none .answer kbd{display:none}}
        """
}
