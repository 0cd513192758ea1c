extension PageStyle {
    /// Lists that are filtered: their form, what is set, the rows, and what was found in texts.
    static let browse = """
        .filters{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr));gap:.7rem 1.25rem;\
        margin:0 0 1rem;padding:1rem 1.1rem;background:var(--tint);border-radius:.4rem;align-items:end}
        .filters p{margin:0;min-width:0}.filters .wide{grid-column:1/-1}
        .filters label{display:block;color:var(--quiet);font-size:.875rem;margin-bottom:.15rem}
        .filters select,.filters input{width:100%;font:inherit;color:inherit;background:var(--paper);min-height:2.4rem;\
        border:1px solid var(--quiet);border-radius:.3rem;padding:.25rem .5rem}
        .filters button{font:inherit;font-weight:600;color:var(--paper);background:var(--ink);border:0;border-radius:.3rem;\
        padding:.45rem 1.1rem;min-height:2.4rem;cursor:pointer}
        .filters :focus-visible,.set a:focus-visible,.pages a:focus-visible{outline:2px solid var(--gap);outline-offset:2px}
        .filters .hint{color:var(--quiet);font-size:.8125rem;margin-top:.2rem}
        .set{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem .6rem;margin:0 0 1rem;padding:0}
        .set a{display:inline-block;padding:.2rem .7rem;border:1px solid var(--quiet);border-radius:1rem;text-decoration:none;\
        max-width:100%}
        .set a:hover{text-decoration:underline}
        .pages{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.75rem 0}
        .browse{width:100%}.browse td,.browse th{vertical-align:top;overflow-wrap:anywhere}
        .browse .name{min-width:6.75rem}.browse .score{white-space:nowrap;overflow-wrap:normal}
        .browse thead th{vertical-align:bottom}.browse thead a{white-space:nowrap}
        .browse .action{min-width:16rem;max-width:26rem}.browse .state{min-width:7rem}
        .browse .value{min-width:8rem;font-weight:600}.browse .quiet{display:block;color:var(--quiet);font-size:.8125rem;font-weight:400}
        .scroll .browse svg{display:inline-block;margin-right:.4rem;vertical-align:-.05em}
        .fig .dashed{stroke-dasharray:2 2}
        .found{list-style:none;margin:0 0 .6rem;padding:0 0 0 .9rem;border-left:3px solid var(--line);max-width:60rem}
        .found li{margin:.35rem 0}.found p{margin:0;max-width:none}.found .quiet{color:var(--quiet);font-size:.8125rem}
        .pairs{list-style:none;margin:0;padding:0}
        .pairs>li{padding:1.1rem 0 1.3rem;border-top:1px solid var(--line)}
        .pairs h3{margin:0 0 .3rem}.pairs .where{margin:0 0 .6rem;color:var(--quiet);font-size:.9375rem;max-width:none}
        .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:.5rem 2.5rem}
        .sides h4{margin:0 0 .2rem;font-size:.9375rem}.sides>div{min-width:0}
        .sides blockquote{overflow-wrap:anywhere;padding:0;padding-inline-start:1rem;border-left:0;\
        border-inline-start:3px solid var(--acted)}.sides blockquote.agree{border-inline-start-color:var(--stated)}
        .sides .explanation{margin:.2rem 0;color:var(--quiet);font-size:.9375rem;overflow-wrap:anywhere}
        .filters details{grid-column:1/-1;margin:0}
        .filters details>div{display:grid;gap:.7rem 1.25rem;margin-top:.7rem;align-items:end;\
        grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr))}
        .flags{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .5rem;margin:.3rem 0 0;padding:0;font-size:.875rem}
        .flags a{color:var(--gap)}
        @media screen and (max-width:40rem){.filters,.filters details>div{grid-template-columns:1fr 1fr;gap:.5rem .75rem}\
        .filters{padding:.8rem}}
        @media screen and (max-width:56rem){.browse thead{display:none}\
        .browse,.browse caption,.browse tbody,.browse tr,.browse th,.browse td{display:block;width:100%}
        .browse tr{display:grid;grid-template-columns:1fr 1fr;gap:0 1.25rem;border-bottom:1px solid var(--line);padding:.5rem 0}\
        .browse th,.browse .action,.browse td[colspan]{grid-column:1/-1}.browse th,.browse td{border:0;padding:.1rem 0;text-align:left}
        .browse td[data-label]::before{content:attr(data-label) ": ";color:var(--quiet)}
        .browse .action{max-width:none;min-width:0}.browse td,.browse .name,.browse .state{min-width:0}.browse td .quiet{display:inline}}
        @media print{.filters,.set,.pages{display:none}}
        """
}
