import Foundation
import Text

/// What tests ask of a page that is open.
extension WebDriver {
    /// How wide the page's content is, and how much of it the window shows: equal where nothing is cut off at the side.
    package func widths() async throws -> (content: Int, window: Int) {
        let pair =
            try await script(
                "const e = document.documentElement; return [e.scrollWidth, e.clientWidth];"
            ).array ?? []
        return (pair.first?.integer ?? -1, pair.last?.integer ?? -2)
    }

    /// What sticks out at the side of the window and is in no box that scrolls, for the message of a failure.
    package func wideElements() async throws -> [String] {
        let found = try await script(
            """
            const width = document.documentElement.clientWidth, found = [];
            const boxed = e => { for (let p = e.parentElement; p; p = p.parentElement)
                if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) return true; return false; };
            for (const e of document.body.querySelectorAll('*')) {
                const r = e.getBoundingClientRect();
                if (r.right > width + 1 && r.width > 0 && !boxed(e)) found.push(e.outerHTML.slice(0, 120));
                if (found.length > 4) break;
            }
            return found;
            """)
        return (found.array ?? []).map { $0.string ?? "" }
    }

    /// How many elements, texts and comments the page has.
    package func nodeCount() async throws -> Int {
        let count = try await script(
            """
            let count = 0; const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
            while (walker.nextNode()) count++; return count;
            """)
        return count.integer ?? -1
    }

    /// Links, buttons, fields, disclosures and scrolling boxes that Tab alone does not reach, all disclosures open.
    package func unreachable() async throws -> [String] {
        let count = try await script(Self.noteTargets).integer ?? 0
        var left = count + 20
        while left > 0 {
            try await press(Self.tab, times: min(left, 100))
            left -= 100
        }
        let found = try await script(
            "return window.vlensTargets.filter(e => !window.vlensReached.has(e)).map(e => e.outerHTML.slice(0, 160));")
        return (found.array ?? []).map { $0.string ?? "" }
    }

    /// Opens what is folded, lists what must be reached, and notes what gets the focus.
    private static let noteTargets = """
        for (const e of document.querySelectorAll('details')) e.open = true;
        const scrolls = e => { const s = getComputedStyle(e);
            return ['auto', 'scroll'].includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1
                || ['auto', 'scroll'].includes(s.overflowY) && e.scrollHeight > e.clientHeight + 1; };
        const usual = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
        window.vlensTargets = [...document.body.querySelectorAll('*')].filter(e => {
            if (!e.matches(usual) && !scrolls(e)) return false;
            if (e.disabled || e.type === 'hidden' || !e.checkVisibility({visibilityProperty: true})) return false;
            // Arrow keys lead from one of a group to the next.
            if (e.type === 'radio') return false;
            return e !== document.body;
        });
        window.vlensReached = new Set();
        document.addEventListener('focusin', e => window.vlensReached.add(e.target));
        if (document.activeElement) document.activeElement.blur();
        window.scrollTo(0, 0);
        return window.vlensTargets.length;
        """

    /// Figures (drawings) that have no title, no description, or no table in their figure element.
    package func mutedFigures() async throws -> [String] {
        let found = try await script(
            """
            return [...document.querySelectorAll('figure')].filter(f => f.querySelector('svg')).flatMap(f => {
                const drawings = [...f.querySelectorAll('svg')].filter(s => !s.closest('[aria-hidden=true]'));
                const lacks = [];
                if (!drawings.some(s => s.querySelector('title') || s.getAttribute('aria-label'))) lacks.push('title');
                if (!drawings.some(s => s.querySelector('desc') || s.getAttribute('aria-describedby'))) lacks.push('description');
                if (!f.querySelector('table, pre.numbers')) lacks.push('table');
                return lacks.length ? [(f.id || f.outerHTML.slice(0, 80)) + ': no ' + lacks.join(', ')] : [];
            });
            """)
        return (found.array ?? []).map { $0.string ?? "" }
    }

    /// What axe-core finds wrong with the page: the rule, how often, and the first place.
    package func violations(axe: String) async throws -> [String] {
        try await script(axe + "\n;window.vlensAxe = typeof axe === 'undefined' ? module.exports : axe;")
        let found = try await asynchronousScript(
            """
            const done = arguments[arguments.length - 1];
            window.vlensAxe.run(document, {resultTypes: ['violations']}).then(
                r => done(r.violations.map(v => v.id + ' (' + v.nodes.length + '): ' + v.help + ' — '
                    + v.nodes[0].html.slice(0, 160) + ' — ' + (v.nodes[0].failureSummary || '').slice(0, 300))),
                e => done(['axe-core failed: ' + e]));
            """)
        return (found.array ?? [.string("axe-core gave no list")]).map { $0.string ?? "" }
    }
}
