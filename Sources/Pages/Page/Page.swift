/// A page: what is said first, then sections with a list of them, then a last line. A report holds its style itself; a
/// page of a server links its style, and scripts for parts that change while it is read.
package struct Page: Sendable {
    /// A part of the page under a heading of its own, listed among the page's contents.
    package struct Section: Sendable {
        /// Where links find it.
        package let anchor: Anchor
        /// What the list of contents calls it.
        package let label: String
        /// What stands above it.
        package let heading: String
        /// What it holds below its heading, with a line feed at the end.
        package let body: Markup
        /// Where the site's script gets the section anew; nil where nothing changes while the page is read.
        package let live: Link?

        /// A section.
        package init(_ anchor: Anchor, label: String, heading: String, body: Markup, live: Link? = nil) {
            (self.anchor, self.label, self.heading) = (anchor, label, heading)
            (self.body, self.live) = (body, live)
        }
    }

    /// What a page says before its sections.
    package struct Header: Sendable {
        /// A short line above the heading.
        package let eyebrow: String
        /// The page's heading.
        package let heading: Markup
        /// What must not be missed beside the heading, such as “simulated respondent”.
        package let kinds: [String]
        /// A line below the heading.
        package let subtitle: Markup
        /// What must be known before anything is read, a paragraph each.
        package let notices: [String]

        /// A header.
        package init(
            eyebrow: String, heading: Markup, kinds: [String] = [], subtitle: Markup, notices: [String] = []
        ) {
            (self.eyebrow, self.heading, self.kinds) = (eyebrow, heading, kinds)
            (self.subtitle, self.notices) = (subtitle, notices)
        }
    }

    /// Where a page's style comes from, and its scripts.
    package enum Resources: Sendable {
        /// The style is part of the page, and there is no script: the page needs nothing but itself.
        case inside
        /// The site that serves the page has them.
        case linked(styles: [Link], scripts: [Link])
    }

    /// A link under a label.
    package struct Entry: Sendable {
        /// The words of the link.
        package let label: String
        /// Where it leads.
        package let link: Link

        /// A link under a label.
        package init(_ label: String, _ link: Link) {
            (self.label, self.link) = (label, link)
        }
    }

    /// The window's title, plain text.
    package var title: String
    /// The program that made the page, with its version.
    package var generator: String
    /// The way to this page from the site's first one; empty for a page that stands alone.
    package var trail: [Entry] = []
    /// What is said first.
    package var header: Header
    /// What a link before everything else says: it leads to the first section.
    package var skip: String
    /// The sections in the order of reading.
    package var sections: [Section]
    /// The last line.
    package var footer: String
    /// Where the style comes from, and scripts.
    package var resources = Resources.inside
    /// The sign that a browser shows beside the title; without one it asks the site for one by itself.
    package var icon: Link?

    /// A page that stands alone.
    package init(
        title: String, generator: String, header: Header, skip: String, sections: [Section], footer: String
    ) {
        (self.title, self.generator, self.header) = (title, generator, header)
        (self.skip, self.sections, self.footer) = (skip, sections, footer)
    }
}
