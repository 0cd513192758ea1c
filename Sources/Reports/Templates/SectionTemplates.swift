extension PageTemplates {
    /// What was asked, of whom, and what became of the questions.
    static let asked = """
        <section id="asked" aria-labelledby="asked-title">
        <h2 id="asked-title">What was asked, and of whom</h2>
        <dl class="facts">
        {{#facts}}
        <div><dt>{{label}}</dt><dd><bdi>{{text}}</bdi></dd></div>
        {{/facts}}
        </dl>
        {{#prompts}}
        <details class="prompt" open><summary>{{caption}}</summary><pre dir="auto">{{text}}</pre></details>
        {{/prompts}}
        <h3>What came back</h3>
        {{#stateNotes}}
        <p>{{.}}</p>
        {{/stateNotes}}
        {{{figures.states}}}
        </section>

        """

    /// Rates, inclinations, gaps, heatmaps and ranking.
    static let measures = """
        <section id="rates" aria-labelledby="rates-title">
        <h2 id="rates-title">Does it act as it speaks?</h2>
        <p>Two F1 scores, one for each answer, because the common answer alone is easy to get right.</p>
        {{{figures.countryRates}}}
        {{{figures.topicRates}}}
        <h3>All cells together</h3>
        {{{figures.pooled}}}
        <h3>Where words and actions part</h3>
        {{{figures.inclinations}}}
        </section>
        <section id="gap" aria-labelledby="gap-title">
        <h2 id="gap-title">How far apart, and in which direction?</h2>
        {{{figures.groupGaps}}}
        {{{figures.valueGaps}}}
        </section>
        <section id="heatmaps" aria-labelledby="heatmaps-title">
        <h2 id="heatmaps-title">Value by value, place by place</h2>
        {{{figures.countryHeatmap}}}
        {{{figures.topicHeatmap}}}
        </section>
        <section id="ranking" aria-labelledby="ranking-title">
        <h2 id="ranking-title">Which values have the widest gap in each country?</h2>
        <div class="rankings">
        {{#rankings}}
        <div class="ranking">
        <h3><bdi>{{country}}</bdi></h3>
        <ol>
        {{#places}}
        <li><span class="rank">{{rank}}</span> <span class="place"><bdi>{{value}}</bdi></span>{{#range}} <span class="range">{{.}}</span>{{/range}} <span class="number">{{distance}}</span></li>
        {{/places}}
        </ol>
        </div>
        {{/rankings}}
        </div>
        {{{figures.ranks}}}
        </section>

        """

    /// The most misaligned cells.
    static let cells = """
        <section id="cells" aria-labelledby="cells-title">
        <h2 id="cells-title">The widest single gaps</h2>
        {{^misaligned}}
        <p>No cell with a gap has an action to show.</p>
        {{/misaligned}}
        <div class="cells">
        {{#misaligned}}
        <article class="cell">
        <h3><bdi>{{value}}</bdi></h3>
        <p class="where"><bdi>{{place}}</bdi>{{#gloss}} — <bdi>{{.}}</bdi>{{/gloss}}</p>
        <p class="scores"><span class="stated">stated {{stated}}</span> <span class="acted">acted {{acted}}</span> <span class="gap">gap {{gap}}</span></p>
        <p class="choice">{{choice}}:</p>
        <blockquote dir="auto">{{{action}}}</blockquote>
        {{#explanation}}
        <p class="explanation" dir="auto">{{.}}</p>
        {{/explanation}}
        {{#elsewhere}}
        <p class="elsewhere" dir="auto">Attributed, but not in the action word by word: {{.}}</p>
        {{/elsewhere}}
        </article>
        {{/misaligned}}
        </div>
        </section>

        """

    /// The instrument's own errors, where they were looked for.
    static let instrument = """
        {{#instrument}}
        <section id="instrument" aria-labelledby="instrument-title">
        <h2 id="instrument-title">The instrument</h2>
        <p>How much of what was found is due to how it was asked?</p>
        <ul class="findings">
        {{#findings}}
        <li>{{.}}</li>
        {{/findings}}
        </ul>
        {{{effects}}}
        {{#effectNotes}}
        <p>{{.}}</p>
        {{/effectNotes}}
        <h3>Where the variance lies</h3>
        {{{variance}}}
        {{#varianceNotes}}
        <p>{{.}}</p>
        {{/varianceNotes}}
        <h3>What missing answers and ties could change</h3>
        <p>{{sensitivityNote}}</p>
        {{{sensitivity}}}
        </section>
        {{/instrument}}

        """

    /// Definitions.
    static let methods = """
        <section id="methods" aria-labelledby="methods-title">
        <h2 id="methods-title">How it was measured</h2>
        <dl class="methods">
        {{#methods}}
        <dt>{{label}}</dt>
        <dd>{{text}}</dd>
        {{/methods}}
        </dl>
        </section>

        """
}
