extension PageStyle {
    /// Pages that set runs against one another: links to parts, the form that chooses, replies side by side.
    static let compare = """
        .parts{align-items:baseline;margin:.4rem 0}
        .parts a[aria-current]{font-weight:650;text-decoration-thickness:2px;text-decoration-color:var(--ink)}
        .parts span{color:var(--quiet)}
        .pick fieldset{border:1px solid var(--line);border-radius:.35rem;margin:1rem 0;padding:.6rem 1rem;min-width:0}
        .pick legend{color:var(--quiet);padding:0 .4rem}
        .pick label{display:block;padding:.25rem 0}
        .pick input{width:1.1rem;height:1.1rem;vertical-align:-.15rem;accent-color:var(--ink)}
        .pick button,.sift button{font:inherit;padding:.4rem 1rem;color:var(--paper);background:var(--ink);\
        border:1px solid var(--ink);border-radius:.35rem;cursor:pointer}
        .sift{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:1rem 0}
        .sift label{display:block;font-size:.875rem;color:var(--quiet);min-width:0}
        .sift select{display:block;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--quiet);\
        border-radius:.35rem;padding:.35rem .5rem;max-width:min(18rem,100%)}
        .pick :focus-visible,.sift :focus-visible{outline:2px solid var(--gap);outline-offset:2px}
        .question{padding:1.2rem 0 1.5rem;border-top:1px solid var(--line)}
        .question h3,.question p{margin:.2rem 0}
        .question .why{color:var(--quiet);font-size:.9375rem}
        .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem 1.5rem;\
        margin:.8rem 0 0}
        .side{min-width:0;border-left:3px solid var(--line);padding-left:.9rem}
        .side h4{margin:0;font-size:.9375rem}
        .side .said{font-weight:600}
        .side .stop{color:var(--quiet);font-size:.875rem}
        .side .words{max-height:14rem;overflow:auto;white-space:pre-wrap;margin:.4rem 0;padding:.6rem .8rem;\
        background:var(--tint);border-radius:.35rem;font-size:.9375rem}
        .pages{align-items:baseline}
        @media print{#choose,.sift,.pages{display:none}.side .words{max-height:none}.question h3,.side h4{break-after:avoid}}
        """
}
