/// The page's style sheet: light by default and on paper, dark where the reader's screen is.
package enum PageStyle {
    /// All rules. Nothing in them comes from outside.
    package static let sheet = Markup(styleRules: [
        ":root{color-scheme:light dark;\(variables(.light))}",
        "@media screen and (prefers-color-scheme:dark){:root{\(variables(.dark))}}",
        page, blocks, graphics, FigureStyle.shape, FigureStyle.rules(.light),
        "@media screen and (prefers-color-scheme:dark){\n\(FigureStyle.rules(.dark))\n}",
        site, replies, compare, browse, run, projects, annotate, codes, narrow, print,
    ])

    private static func variables(_ theme: Theme) -> String {
        let colours = [
            ("paper", theme.paper), ("ink", theme.ink), ("quiet", theme.quiet), ("line", theme.line),
            ("tint", theme.tint), ("stated", theme.stated), ("acted", theme.acted), ("gap", theme.gap),
            ("mark", theme.mark),
        ]
        return colours.map { "--\($0.0):\($0.1.hex)" }.joined(separator: ";")
    }

    private static let page = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 ui-sans-serif,system-ui,-apple-system,\
        "Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        header,main,footer{max-width:73rem;margin:0 auto;padding:0 1.5rem}
        header{padding-top:2rem}
        footer{padding-top:1.5rem;padding-bottom:3rem;color:var(--quiet);font-size:.875rem}
        section{padding-top:3.25rem}main>section:first-child{padding-top:1.5rem}
        p,ul.findings,dl.methods{max-width:44rem}
        h1{font-size:clamp(1.6rem,4.5vw,2.5rem);line-height:1.15;letter-spacing:-.02em;font-weight:650;margin:.2rem 0 .6rem}
        h2{font-size:1.45rem;line-height:1.25;letter-spacing:-.012em;font-weight:650;margin:0 0 1rem;\
        padding-top:1rem;border-top:2px solid var(--ink)}
        h3{font-size:1.05rem;line-height:1.35;font-weight:650;margin:2rem 0 .6rem}
        a{color:inherit;text-underline-offset:.2em;text-decoration-color:var(--quiet)}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--gap);outline-offset:2px}
        .skip{position:absolute;left:-100vw}
        .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
        .eyebrow{margin:0;color:var(--quiet);font-size:.875rem;letter-spacing:.02em}
        .subtitle{max-width:none;margin:0 0 1rem;color:var(--quiet);font-size:1.06rem}
        .kind{font-size:.5em;letter-spacing:0;font-weight:600;color:var(--gap);border:1.5px solid var(--gap);\
        border-radius:.4em;padding:.15em .5em;vertical-align:.35em;white-space:nowrap}
        .notice{margin:.4rem 0;padding:.15rem 0 .15rem .8rem;border-left:3px solid var(--gap)}
        .contents{max-width:73rem;margin:1rem auto 0;padding:.5rem 1.5rem}
        section,figure{scroll-margin-top:3rem}
        figcaption a{text-decoration:none}figcaption a:hover{text-decoration:underline}
        nav{display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;margin-top:1.5rem;font-size:.9375rem}
        """

    private static let blocks = """
        .lead{max-width:60rem;font-size:1.25rem;line-height:1.4;font-weight:500;margin:0 0 1.25rem}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,32.5rem),1fr));gap:0 2.5rem}
        .pair figure{margin:.5rem 0 1.5rem;min-width:0}
        .key{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1.25rem 1.75rem;\
        margin:0 0 1.9rem;padding:0}
        .key span{display:block}
        .key .figure{font-size:2.35rem;line-height:1.1;font-weight:600;letter-spacing:-.025em}
        .key .label{font-weight:600}
        .key .note{color:var(--quiet);font-size:.875rem;line-height:1.35}
        .findings{padding-left:1.1rem;margin:0}
        .findings li{margin:.5rem 0}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 3rem;margin:0 0 1.5rem}
        .facts div{display:flex;gap:1rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
        .facts dt{flex:0 0 8.5rem;color:var(--quiet)}
        .facts dd{margin:0;min-width:0}
        .methods dt{font-weight:650;margin-top:1.1rem}
        .methods dd{margin:.15rem 0 0}
        figure{margin:1.75rem 0 2.75rem}
        figcaption{max-width:44rem;margin-bottom:.9rem;color:var(--quiet);font-size:.9375rem}
        figcaption strong{color:var(--ink);font-weight:650}
        .scroll{overflow-x:auto;max-width:100%}
        .scroll svg{display:block}
        .scroll svg.wide,.scroll svg.narrow,.scroll svg.paper{max-width:100%;height:auto}
        .scroll svg.narrow,.scroll svg.paper{display:none}
        details{margin-top:.75rem;font-size:.9375rem}
        summary{cursor:pointer;color:var(--quiet)}
        pre{max-width:56rem;margin:.5rem 0 0;padding:.9rem 1.1rem;background:var(--tint);border-radius:.35rem;white-space:pre-wrap;\
        font:.8438rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        table{border-collapse:collapse;font-size:.875rem;line-height:1.35;margin:.75rem 0}
        caption{text-align:left;color:var(--quiet);padding:.35rem 0}
        th,td{padding:.3rem .75rem .3rem 0;text-align:left;vertical-align:bottom;border-bottom:1px solid var(--line);\
        overflow-wrap:normal}
        thead th{border-bottom-color:var(--quiet);font-weight:600}
        tbody th{font-weight:400;min-width:9rem}
        tbody th,tbody td{vertical-align:top}
        .number{text-align:right;padding-left:.5rem;white-space:nowrap}
        thead .number{white-space:normal;min-width:3.6rem}
        .range{display:block;color:var(--quiet);font-size:.8125rem;white-space:nowrap}
        .ranking .range{flex:0 0 auto}
        .rankings{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15.5rem),1fr));gap:.25rem 2.5rem}
        h4{font-size:1rem;font-weight:650;margin:1rem 0 .35rem}
        .ranking ol{list-style:none;margin:0;padding:0;font-size:.9375rem}
        .ranking li{display:flex;gap:.6rem;padding:.2rem 0;border-bottom:1px solid var(--line)}
        .ranking .rank{flex:0 0 1.35rem;text-align:right;color:var(--quiet)}
        .ranking .place{flex:1;min-width:0}
        .ranking .number{color:var(--quiet)}
        .cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));gap:0 3rem}
        .cell{padding:1.3rem 0 1.5rem;border-top:1px solid var(--line)}
        .cell h3,.cell p{margin:0}
        .cell .where,.cell .elsewhere{color:var(--quiet);font-size:.9375rem}
        .cell .scores{margin:.45rem 0;font-weight:600}
        .cell .scores span{margin-right:1rem}
        .cell .scores .sign{vertical-align:-.05em}
        .sign{display:inline-block}.on-paper{display:none}
        .legend{color:var(--quiet);font-size:.9375rem}
        .cell .choice{color:var(--quiet);font-size:.9375rem}
        .cell .explanation{font-size:.9375rem}
        .stated{color:var(--stated)}.acted{color:var(--acted)}.gap{color:var(--gap)}
        blockquote{margin:.35rem 0 .65rem;padding:0 0 0 1rem;border-left:3px solid var(--acted)}
        blockquote.other{border-left-color:var(--line)}
        blockquote.own{border-left-color:var(--ink)}
        .files{list-style:none;padding:0;margin:0}
        .files li{margin:.25rem 0}
        mark{background:var(--mark);color:inherit;padding:.05em .12em;border-radius:.2em;\
        box-decoration-break:clone;-webkit-box-decoration-break:clone}
        """

    /// A figure's parts in the place of its wide drawing, which stays on the page, since the parts refer to it.
    private static let parts =
        ".scroll svg.wide{position:absolute;width:0;height:0;overflow:hidden}"
        + ".scroll svg.narrow{display:block;margin-bottom:.5rem}"

    private static let narrow = """
        @media screen and (max-width:56rem){\(parts)}
        @media screen and (min-width:56.01rem){.contents{position:sticky;top:0;z-index:1;background:var(--paper);\
        max-width:none;padding-left:max(1.5rem,50vw - 35rem);padding-right:max(1.5rem,50vw - 35rem);\
        border-bottom:1px solid var(--line)}}
        @media screen and (max-width:40rem){header,main,footer,.contents{padding-left:1rem;padding-right:1rem}header{padding-top:2rem}\
        .facts div{flex-direction:column;gap:0}.facts dt{flex-basis:auto;font-size:.875rem}.key{gap:1rem}\
        .key .figure{font-size:1.9rem}
        .stack thead{display:none}.stack,.stack caption,.stack tbody,.stack tr,.stack th{display:block;width:100%}
        .stack th{font-weight:600;border:0;padding-bottom:0}.stack tr{border-bottom:1px solid var(--line);padding:.3rem 0}
        .stack td{display:flex;gap:1rem;border:0;padding:.1rem 0;white-space:normal}
        .stack td::before{content:attr(data-label);color:var(--quiet);margin-right:auto}}
        """

    /// Paper: small figures stand side by side in their narrow form; nothing that is folded away, for clicking, or said
    /// again by a figure.
    private static let print = """
        @page{size:A4;margin:12mm 13mm}
        @media print{html{font-size:9.5pt}body{line-height:1.38}header{padding-top:0}
        header,main,footer{max-width:none;padding-left:0;padding-right:0}
        nav,.skip,figure details,#files,.rankings,.rankings-title{display:none}section{padding-top:1rem}
        h2{padding-top:.5rem;margin-bottom:.5rem}h3{margin:.9rem 0 .3rem}
        p,ul.findings,dl.methods,figcaption{max-width:none}p{margin:.4rem 0}.findings li{margin:.2rem 0}
        .scroll{overflow:visible}.scroll svg.wide{max-height:236mm}figure{margin:.6rem 0 1rem}
        figcaption{font-size:8.5pt;margin-bottom:.4rem}
        .pair .scroll svg.wide,.twins .scroll svg.wide,.scroll svg.screen{position:absolute;width:0;height:0;overflow:hidden}
        .pair,.twins{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
        .pair .scroll svg.narrow,.twins .scroll svg.narrow{display:block}
        .twins .scroll svg.narrow{max-height:102mm;width:auto}#fig-ranks svg.wide{max-height:120mm;width:auto}
        .cell:nth-child(n+10){display:none}.on-paper{display:inline}
        .scroll svg.paper{display:block;width:100%;height:auto;max-height:236mm}
        h2,h3,h4,section>p,figcaption{break-after:avoid}figure,.cell,table,.key li{break-inside:avoid}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .facts{grid-template-columns:1fr 1fr;gap:0 2rem;font-size:8.5pt}.facts div{padding:.1rem 0}
        .facts dt{flex-basis:6.5rem}.prompts{columns:2;column-gap:2rem}.prompts pre{font-size:6.5pt;padding:.5rem .7rem}
        .cells{display:block;columns:3;column-gap:1.5rem;font-size:7.5pt;line-height:1.3}.cell{padding:.4rem 0}
        .cell h3{font-size:1.1em}.cell p,.cell blockquote{margin:.1rem 0 .2rem}
        .cell p,.cell .where,.cell .choice,.cell .elsewhere,.cell blockquote{font-size:1em}.cell .explanation{display:none}
        .key{grid-template-columns:repeat(5,1fr);gap:.6rem 1rem;margin-bottom:.8rem}.key .figure{font-size:16pt}
        .key .note,.legend{font-size:8pt}
        .methods{columns:3;column-gap:1.5rem;font-size:7.5pt;line-height:1.3}.methods dt{break-after:avoid;margin-top:.5rem}
        .methods dd{break-inside:avoid}table{font-size:8pt;margin:.3rem 0}th,td{padding:.1rem .6rem .1rem 0}}
        """
}
