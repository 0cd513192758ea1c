extension PageStyle {
    /// The annotators' pages: an item beside its questions, calm enough to be looked at for hours.
    static let annotate = """
        body:has(.desk) header{padding-top:1.25rem}
        body:has(.desk) h1{font-size:1.35rem;margin:.1rem 0 .2rem}
        body:has(.desk) .subtitle{font-size:.9375rem;margin:0}
        body:has(.desk) main>section{padding-top:.75rem}
        body:has(.desk) h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);border:0;padding:0}
        .desk{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:1rem 3rem;align-items:start;\
        border-top:1px solid var(--line);padding-top:1.25rem}
        .desk fieldset{border:0;margin:0;padding:0;min-width:0}
        .desk .read{position:sticky;top:1rem}
        .passage{padding-top:1.3rem!important}.passage legend{float:left;width:100%;margin:0 0 .2rem!important}.tokens{clear:both}
        .desk h3,.passage legend{font-size:.875rem;font-weight:600;color:var(--quiet);margin:1.4rem 0 .35rem;padding:0}
        .passage legend{margin-top:1.2rem}
        .about{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1.1rem;margin:0;font-size:.9375rem}
        .about div{display:contents}.about dt{color:var(--quiet)}.about dd{margin:0;overflow-wrap:anywhere}
        .tokens{margin:0;max-width:38rem;font-size:1.3rem;line-height:1.75;letter-spacing:-.003em;unicode-bidi:plaintext;\
        text-align:start;overflow-wrap:anywhere}
        .tokens .between{white-space:pre-wrap}
        .w{position:relative;cursor:pointer}
        .w input{position:absolute;inset:0;opacity:0;margin:0;width:100%;height:100%;pointer-events:none}
        .w span{border-radius:.18em;padding:.12em 0}
        .w:hover span{box-shadow:inset 0 -.12em var(--quiet)}
        .w input:checked+span,.w:has(:checked)+.between:has(+.w :checked){background:var(--mark);box-shadow:inset 0 -.1em var(--gap)}
        .w:has(:checked)+.between:has(+.w :checked){padding:.12em 0}
        .w input:focus-visible+span{outline:2px solid var(--gap);outline-offset:2px}
        .explained{margin:0;max-width:38rem;font-size:1.0625rem;line-height:1.6;unicode-bidi:plaintext;text-align:start;\
        overflow-wrap:anywhere}
        .hint{color:var(--quiet);font-size:.875rem;margin:.5rem 0 0}.hint q{margin-inline-end:.4rem}
        .question{padding:.85rem 1rem 1rem!important;margin:0 -1rem!important;border-inline-start:3px solid transparent!important;\
        border-radius:.2rem}
        .question[data-active]{border-inline-start-color:var(--gap)!important;background:var(--tint)}
        .question legend{float:left;width:100%;padding:0;font-weight:600;line-height:1.4;margin-bottom:.55rem}
        .question legend small{display:block;font-size:.8125rem;font-weight:400;color:var(--quiet)}
        .answers{clear:both;display:flex;flex-wrap:wrap;gap:.5rem}
        .answer{position:relative;flex:1 1 6.5rem;display:flex;align-items:center;gap:.55rem;min-height:2.9rem;padding:.4rem .8rem;\
        border:1px solid var(--quiet);border-radius:.4rem;background:var(--paper);cursor:pointer}
        .answer:hover{border-color:var(--ink)}
        .answer input{accent-color:var(--stated);width:1.1rem;height:1.1rem;margin:0;flex:none}
        .answer:has(:checked){border-color:var(--stated);box-shadow:inset 0 0 0 1px var(--stated);font-weight:600}
        .answer:focus-within:has(:focus-visible){outline:2px solid var(--gap);outline-offset:2px}
        .answer input:focus-visible{outline:none}
        kbd{font:.8125rem/1 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--quiet);\
        border:1px solid var(--line);border-radius:.25rem;padding:.15rem .35rem;background:var(--paper)}
        .answer kbd{margin-inline-start:auto;font-weight:400}.keyless kbd{visibility:hidden}
        .main kbd{background:none;color:inherit;border-color:currentColor;opacity:.75}
        .question details{margin-top:.5rem;font-size:.875rem}.question details p{margin:.35rem 0}
        .note{margin:.9rem 0 0;max-width:none}.note label,.agreeing label{display:block;font-size:.9375rem;margin-bottom:.3rem}
        .desk textarea,.desk input[type=text],.agreeing input,.agreeing select{font:inherit;color:inherit;background:var(--paper);\
        border:1px solid var(--quiet);border-radius:.35rem;padding:.45rem .6rem;width:100%;max-width:100%;min-height:2.75rem}
        .desk textarea{resize:vertical;display:block}
        .go{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0 0;max-width:none}
        .go button,.agreeing button,.skipping button,button.main{min-height:2.75rem;border-radius:.4rem}
        button.main{background:var(--ink);color:var(--paper);border-color:var(--ink);font-weight:600;padding:.45rem 1.3rem}
        .skipping{margin-top:.9rem;font-size:.9375rem}.skipping button{margin-top:.5rem}
        .state{margin:.9rem 0 0;padding:.5rem .8rem;border-radius:.35rem;font-size:.9375rem;color:var(--quiet);max-width:none;\
        min-height:2.6rem}
        .state[data-kind=problem]{color:var(--ink);background:var(--mark);border-inline-start:3px solid var(--gap)}
        .state button{margin:.2rem .3rem .2rem 0}
        .models ul{margin:.3rem 0;padding-inline-start:1.1rem}
        .beside{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:.8rem}.beside+.beside{margin-top:.8rem}
        .keys dl{margin:.5rem 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:.3rem 2rem}
        .keys dl div{display:flex;gap:.7rem}.keys dt{flex:0 0 4rem}.keys dd{margin:0}
        .keys label{display:flex;gap:.5rem;align-items:center;min-height:2rem}
        .agreeing{max-width:34rem;margin-top:1.5rem}.agreeing .agree label{display:flex;gap:.7rem;align-items:start;font-size:1rem}
        .agreeing input[type=checkbox]{width:1.3rem;height:1.3rem;min-height:0;flex:none;margin:.15rem 0 0}
        .agreeing .hint{display:block;margin:.25rem 0 0}.agreeing input[type=number]{max-width:8rem}
        .guide{max-width:42rem;font-size:1.0625rem;line-height:1.65}.guide p{margin:.7rem 0}
        .given{list-style:none;margin:0 0 1.5rem;padding:0;max-width:56rem}
        .given li{display:grid;grid-template-columns:5rem 9.5rem minmax(0,1fr);gap:.2rem 1rem;padding:.6rem 0;\
        border-bottom:1px solid var(--line)}
        .given .quiet{color:var(--quiet);unicode-bidi:plaintext;text-align:start;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .given .standing{color:var(--quiet)}
        .code code{font-size:1.35rem;font-weight:600;padding:.2rem .6rem;background:var(--tint);border-radius:.3rem}
        @media screen and (max-width:60rem){.desk{grid-template-columns:1fr;gap:.5rem}.desk .read{position:static}
        .tokens{font-size:1.2rem}}
        @media screen and (max-width:40rem){.question{margin:0 -.6rem!important;padding:.7rem .6rem .8rem!important}
        .given li{grid-template-columns:1fr auto}.given .quiet{grid-column:1/-1}.answer{flex-basis:5.5rem;padding:.4rem .6rem}
        .answer kbd,.go kbd{display:none}.go .main{flex:1 0 100%}}
        """
}
