extension PageStyle {
    /// Questions, replies, what was read in them, and the form by which a person overrules that.
    static let replies = """
        .said{max-width:56rem;margin:.5rem 0;padding:.7rem 1rem;background:var(--tint);border-radius:.35rem;white-space:pre-wrap;\
        unicode-bidi:plaintext;text-align:start;overflow-wrap:anywhere;font-size:1rem;line-height:1.55}
        .said.asked{color:var(--quiet);background:none;border:1px solid var(--line)}
        .said.thoughts,.said.lines{font-size:.9375rem}
        .said.why{margin:.25rem 0;padding:.2rem .8rem;background:none;border-inline-start:3px solid var(--gap);border-radius:0}
        .cut,.unknown,.label,.permanent,.states,.words{color:var(--quiet);font-size:.9375rem;margin:.4rem 0}
        .permanent a{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875rem}
        .raw{overflow-wrap:anywhere}
        .readings{list-style:none;padding:0;margin:.6rem 0;max-width:56rem}
        .readings li{padding:.25rem 0;color:var(--quiet)}
        .readings .current{color:var(--ink)}.readings .current .read{font-weight:600}
        .readings .person .by{font-weight:600}
        .came{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;margin:.5rem 0;font-size:.875rem}
        .came div{display:flex;gap:.45rem}.came dt{color:var(--quiet)}.came dd{margin:0;overflow-wrap:anywhere;min-width:0}
        .entry{margin:0;padding:.55rem 0;border-top:1px solid var(--line);font-size:1rem}
        .entry>summary{color:var(--ink)}.entry .read{font-weight:600}
        .entry[open]{padding-bottom:1.2rem}
        .entry>:not(summary){margin-left:1.1rem}
        .reply{padding:.4rem 0 1.2rem;border-top:1px solid var(--line)}.reply h3{margin-top:.8rem}
        .action h3{margin:1.2rem 0 .3rem}
        blockquote.for{border-left-color:var(--stated)}
        blockquote:dir(rtl){padding:0 1rem 0 0;border-left:0;border-right:3px solid var(--acted)}
        blockquote.for:dir(rtl){border-right-color:var(--stated)}
        .failed{border-left:3px solid var(--line);padding-left:.8rem}
        .pager{gap:.3rem 1.25rem;margin:1rem 0;align-items:baseline}.pager span{color:var(--quiet)}
        .overrule{max-width:44rem;margin:1rem 0;padding:1rem 1.2rem;border:1px solid var(--line);border-radius:.35rem}
        .overrule fieldset{border:0;margin:0 0 .8rem;padding:0}.overrule legend{font-weight:600;padding:0}
        .overrule .choice{display:block;padding:.2rem 0}
        .overrule .field{display:block;font-weight:600;margin-top:.7rem}
        .overrule input[type=text],.overrule textarea,.overrule select{font:inherit;color:inherit;background:var(--paper);\
        border:1px solid var(--quiet);border-radius:.25rem;padding:.35rem .5rem;max-width:100%}
        .overrule input[type=text],.overrule textarea{width:100%}
        .overrule .ratings{columns:2;column-gap:2rem}.overrule .ratings legend{column-span:all}
        .overrule .rating{display:flex;justify-content:space-between;align-items:center;gap:.6rem;padding:.15rem 0;break-inside:avoid}
        .overrule .rating select{max-width:11rem}
        .overrule button{font:inherit;font-weight:600;margin-top:1rem;padding:.45rem 1rem;color:var(--paper);background:var(--ink);\
        border:0;border-radius:.25rem;cursor:pointer}
        .overrule :focus-visible{outline:2px solid var(--gap);outline-offset:2px}
        @media screen and (max-width:40rem){.overrule .ratings{columns:1}.entry>:not(summary){margin-left:0}}
        @media print{.overrule,.pager,.formats{display:none}.entry{break-inside:auto}}
        """
}
