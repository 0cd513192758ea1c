extension PageStyle {
    /// The page of a run: what is said at a glance, choices that are links, tables as aligned text.
    static let run = """
        .glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1.25rem 2rem;\
        margin:0 0 2rem}
        .glance>div{border-top:2px solid var(--line);padding-top:.6rem}
        .glance h3{margin:0 0 .4rem;font-size:.9375rem;color:var(--quiet);font-weight:600}
        .glance p{margin:.3rem 0}
        .glance dl{margin:0;display:grid;grid-template-columns:1fr auto;gap:.2rem .75rem}
        .glance dt{min-width:0}.glance dd{margin:0;text-align:right;font-weight:600;white-space:nowrap}
        .glance dd .range{font-weight:400}
        .glance .more{color:var(--quiet);font-size:.875rem;line-height:1.4}
        .choices{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;margin:.4rem 0;padding:0;list-style:none;font-size:.9375rem}
        .choices [aria-current]{font-weight:650;text-decoration:none}
        .chooser{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;margin:.75rem 0 1.25rem}
        .chooser label{display:flex;flex-direction:column;gap:.2rem;font-size:.875rem;color:var(--quiet);max-width:100%}
        .chooser select,.chooser button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--quiet);\
        border-radius:.3rem;padding:.35rem .6rem;max-width:100%}
        .chooser select:focus-visible,.chooser button:focus-visible{outline:2px solid var(--gap);outline-offset:2px}
        .formats{color:var(--quiet);font-size:.9375rem}
        @media print{.choices,.chooser,.formats{display:none}.glance{grid-template-columns:repeat(4,1fr);gap:.5rem 1rem}}
        """
}
