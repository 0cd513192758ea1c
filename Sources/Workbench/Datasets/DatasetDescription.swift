package import Text

/// What a person says of a dataset that no record knows.
package struct DatasetDescription: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// What it is, in a sentence or two; `nil` for what the record says.
    package var summary: String?
    /// Its version, as three numbers: "1.0.0".
    package var version: String
    /// Under what it may be used: an SPDX identifier, such as CC-BY-4.0, or an address; `nil` where nobody said.
    package var license: String?
    /// Who made it.
    package var creators: [String]
    /// Where it is to be found.
    package var url: String?
    /// When it was published, as year-month-day. The program adds no date of its own: the same record gives the same card.
    package var published: String?
    /// How to cite it.
    package var citation: String?

    /// A description.
    package init(
        name: String, summary: String? = nil, version: String = "1.0.0", license: String? = nil,
        creators: [String] = [], url: String? = nil, published: String? = nil, citation: String? = nil
    ) {
        (self.name, self.summary, self.version, self.license) = (name, summary, version, license)
        (self.creators, self.url, self.published, self.citation) = (creators, url, published, citation)
    }

    /// What is wrong with it, in words; `nil` where nothing is.
    package var problem: String? {
        if name.trimmed.isEmpty { return "the dataset needs a name" }
        if version.wholeMatch(of: /\d{1,6}\.\d{1,6}\.\d{1,6}/) == nil {
            return "the version '\(version.excerpt)' must be three numbers, such as 1.0.0"
        }
        if let published, published.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) == nil {
            return "the date '\(published.excerpt)' must be year-month-day, such as 2026-03-02"
        }
        for (what, address) in [("address", url), ("license", license)] {
            guard let address, what == "address" || address.contains("/") else { continue }
            if address.wholeMatch(of: /https?:\/\/[^\s<>"]+/) == nil {
                return "the \(what) '\(address.excerpt)' must begin with https:// or http://"
            }
        }
        if let license, !license.contains("/"), license.wholeMatch(of: /[A-Za-z0-9.+-]{1,64}/) == nil {
            return "the license '\(license.excerpt)' must be an SPDX identifier, such as CC-BY-4.0, or an address"
        }
        return nil
    }

    /// The license as an address.
    package var licenseAddress: String? {
        license.map { $0.contains("/") ? $0 : "https://spdx.org/licenses/\($0)" }
    }

    /// How to cite it where its makers don't say.
    package var citedAs: String {
        if let citation { return citation }
        let year = published.map { " (\($0.prefix(4)))" } ?? ""
        let makers = creators.isEmpty ? "" : creators.joined(separator: ", ") + year + ": "
        return "\(makers)\(name), version \(version)" + (creators.isEmpty ? year : "") + (url.map { ", \($0)" } ?? "")
    }
}
