extension PageStyle {
    /// What the explorer's frame and its list of runs have beside what reports have.
    static let site = """
        .runs progress{display:block;width:9rem;max-width:100%;height:.55rem;accent-color:var(--stated);margin-bottom:.2rem}
        .runs .kind{margin-left:.4rem}.runs input{width:1.15rem;height:1.15rem}
        .runs .caveat{max-width:26rem;color:var(--quiet)}
        .replies>span{display:block}
        @media screen and (max-width:56rem){.runs thead{display:none}.runs,.runs tbody,.runs tr,.runs th{display:block;width:100%}
        .runs tr{border-bottom:1px solid var(--line);padding:.6rem 0}.runs th{border:0;font-weight:600}
        .runs td{display:flex;gap:1rem;border:0;padding:.15rem 0;white-space:normal;text-align:right}
        .runs td::before{content:attr(data-label);color:var(--quiet);margin-right:auto}
        .runs td.caveat{display:block;max-width:none;text-align:left}.runs progress{margin-left:auto}}
        .formats{color:var(--quiet);font-size:.9375rem}
        a.word{text-decoration-style:dotted}
        button{font:inherit;padding:.45rem 1rem;border:1px solid var(--quiet);border-radius:.3rem;background:var(--tint);\
        color:inherit;cursor:pointer}
        button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:2px solid var(--gap);\
        outline-offset:2px}
        code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        .lost{position:sticky;bottom:0;margin:0;max-width:none;padding:.6rem 1.5rem;background:var(--mark)}
        """
}
