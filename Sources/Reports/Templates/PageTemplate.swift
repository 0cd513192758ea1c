extension PageTemplates {
    /// What every page of ours begins with, up to what its header says.
    static let head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="ValueActionLens {{version}}">
        <title>{{title}}</title>
        <style>
        {{{style}}}
        </style>
        </head>
        <body>
        <a class="skip" href="#findings">Skip to the findings</a>
        <header>

        """

    /// What every page of ours ends with.
    static let foot = """
        </main>
        <footer>
        <p>Made by ValueActionLens {{version}}. In every figure agree = 0 and disagree = 1.</p>
        </footer>
        </body>
        </html>

        """

    /// The whole page: the frame, with a part for each section.
    static let page =
        head + """
            <p class="eyebrow">Value–action gap</p>
            <h1><bdi>{{respondent}}</bdi>{{#isSimulated}} <span class="kind">simulated respondent</span>{{/isSimulated}}{{#isImported}} <span class="kind">imported replies</span>{{/isImported}}</h1>
            <p class="subtitle"><bdi>{{study}}</bdi> · {{scope}}</p>
            {{#notices}}
            <p class="notice">{{.}}</p>
            {{/notices}}
            <nav aria-label="Sections">
            <a href="#findings">Findings</a>
            <a href="#asked">What was asked</a>
            <a href="#rates">Alignment rate</a>
            <a href="#gap">Gap</a>
            <a href="#heatmaps">Heatmaps</a>
            <a href="#ranking">Ranking</a>
            <a href="#cells">Cells</a>
            {{#instrument}}
            <a href="#instrument">Instrument</a>
            {{/instrument}}
            <a href="#methods">Methods</a>
            </nav>
            </header>
            <main>
            {{> findings}}
            {{> asked}}
            {{> measures}}
            {{> cells}}
            {{> instrument}}
            {{> methods}}

            """ + foot

    /// The key figures and the findings in sentences.
    static let findings = """
        <section id="findings" aria-labelledby="findings-title">
        <h2 id="findings-title">Findings</h2>
        <ul class="key">
        {{#keyFigures}}
        <li><span class="figure">{{number}}</span>{{#range}} <span class="range">{{.}}</span>{{/range}} <span class="label">{{label}}</span> <span class="note">{{note}}</span></li>
        {{/keyFigures}}
        </ul>
        <ul class="findings">
        {{#findings}}
        <li>{{.}}</li>
        {{/findings}}
        </ul>
        </section>

        """
}
