extension PageStyle {
    /// Pages of projects that people judge: the queue of disagreements, and the form that decides.
    static let projects = """
        .disputes{list-style:none;margin:1rem 0;padding:0}
        .disputes>li{padding:1rem 0;border-top:1px solid var(--line)}
        p.range{white-space:normal;max-width:60rem}
        .disputes h3{margin:0 0 .4rem}.disputes .range{white-space:normal;font-weight:400}
        .disputes blockquote{overflow-wrap:anywhere;margin:.4rem 0;padding:0;padding-inline-start:1rem;border-left:0;\
        border-inline-start:3px solid var(--acted);max-width:60rem}
        .votes{margin:.3rem 0;padding-left:1.1rem;overflow-wrap:anywhere}.votes li{margin:.2rem 0}
        .decide fieldset{margin:0 0 1.25rem;padding:.75rem 1rem 1rem;border:1px solid var(--line);border-radius:.4rem;min-width:0;\
        max-width:60rem}
        .decide legend{font-weight:650;padding:0 .35rem}
        .decide .said{margin:.2rem 0 .6rem;color:var(--quiet)}
        .decide .answers{display:flex;flex-wrap:wrap;gap:.4rem 1.25rem}
        .decide .choice{display:inline-flex;align-items:center;gap:.4rem;min-height:2rem}
        .decide input[type=radio]{width:1.15rem;height:1.15rem}
        .decide p label{display:block;color:var(--quiet);font-size:.875rem;margin-bottom:.15rem}
        .decide select,.decide textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);\
        border-radius:.3rem;padding:.35rem .6rem;max-width:100%}
        .decide textarea{width:100%;max-width:60rem}
        """
}
