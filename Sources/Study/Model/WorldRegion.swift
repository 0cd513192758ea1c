import Foundation

/// The macro regions of the United Nations' geoscheme, and which countries lie in them.
///
/// Source: United Nations Statistics Division, Standard country or area codes for statistical use (M49), "Geographic
/// regions". Names are those of the list and the short ones that people use beside them. A region is a way of grouping for
/// statistics and says nothing of how alike its countries are.
package enum WorldRegion: String, Sendable, Hashable, CaseIterable {
    case africa = "Africa"
    case americas = "Americas"
    case asia = "Asia"
    case europe = "Europe"
    case oceania = "Oceania"

    /// The region of a country; `nil` for a name that is not in the list. Case, accents, "the" and signs do not matter.
    package init?(country: String) {
        guard let region = Self.byCountry[Self.folded(country)] else { return nil }
        self = region
    }

    private static let byCountry: [String: WorldRegion] = {
        let pairs = allCases.flatMap { region in
            region.countries.split(whereSeparator: { $0 == ";" || $0.isNewline }).map { (folded(String($0)), region) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// The letters of a name, without accents, in small ones; "&" is "and", a leading "the" is left out.
    private static func folded(_ name: String) -> String {
        let folded = name.replacing("&", with: " and ").decomposedStringWithCanonicalMapping.lowercased()
        let letters = folded.unicodeScalars.compactMap { scalar -> Character? in
            if scalar.properties.generalCategory == .nonspacingMark { return nil }
            return scalar.properties.isAlphabetic ? Character(scalar) : scalar == "." ? nil : " "
        }
        let words = String(letters).split(separator: " ").filter { $0 != "the" }
        return words.joined()
    }

    /// Names apart by semicolons.
    private var countries: String {
        switch self {
        case .africa:
            """
            Algeria; Egypt; Libya; Morocco; Sudan; Tunisia; Western Sahara; British Indian Ocean Territory; Burundi; Comoros
            Djibouti; Eritrea; Ethiopia; French Southern Territories; Kenya; Madagascar; Malawi; Mauritius; Mayotte
            Mozambique; Réunion; Rwanda; Seychelles; Somalia; South Sudan; Uganda; United Republic of Tanzania; Tanzania
            Zambia; Zimbabwe; Angola; Cameroon; Central African Republic; Chad; Congo; Republic of the Congo
            Democratic Republic of the Congo; DR Congo; Equatorial Guinea; Gabon; Sao Tome and Principe; Botswana; Eswatini
            Swaziland; Lesotho; Namibia; South Africa; Benin; Burkina Faso; Cabo Verde; Cape Verde; Côte d’Ivoire
            Ivory Coast; Gambia; Ghana; Guinea; Guinea-Bissau; Liberia; Mali; Mauritania; Niger; Nigeria; Saint Helena
            Senegal; Sierra Leone; Togo
            """
        case .americas:
            """
            Anguilla; Antigua and Barbuda; Aruba; Bahamas; Barbados; Bonaire, Sint Eustatius and Saba
            British Virgin Islands; Cayman Islands; Cuba; Curaçao; Dominica; Dominican Republic; Grenada; Guadeloupe; Haiti
            Jamaica; Martinique; Montserrat; Puerto Rico; Saint Barthélemy; Saint Kitts and Nevis; Saint Lucia; Saint Martin
            Saint Vincent and the Grenadines; Sint Maarten; Trinidad and Tobago; Turks and Caicos Islands
            United States Virgin Islands; Belize; Costa Rica; El Salvador; Guatemala; Honduras; Mexico; Nicaragua; Panama
            Argentina; Bolivia; Plurinational State of Bolivia; Bouvet Island; Brazil; Chile; Colombia; Ecuador
            Falkland Islands; French Guiana; Guyana; Paraguay; Peru; South Georgia and the South Sandwich Islands; Suriname
            Uruguay; Venezuela; Bolivarian Republic of Venezuela; Bermuda; Canada; Greenland; Saint Pierre and Miquelon
            United States of America; United States; USA; US; U.S.; U.S.A.; America
            """
        case .asia:
            """
            Kazakhstan; Kyrgyzstan; Tajikistan; Turkmenistan; Uzbekistan; China; Hong Kong; Macao; Macau
            Democratic People’s Republic of Korea; North Korea; Japan; Mongolia; Republic of Korea; South Korea; Korea
            Korea, Republic of; Brunei Darussalam; Brunei; Cambodia; Indonesia; Lao People’s Democratic Republic; Laos
            Malaysia; Myanmar; Burma; Philippines; Singapore; Thailand; Timor-Leste; East Timor; Viet Nam; Vietnam
            Afghanistan; Bangladesh; Bhutan; India; Iran; Islamic Republic of Iran; Maldives; Nepal; Pakistan; Sri Lanka
            Armenia; Azerbaijan; Bahrain; Cyprus; Georgia; Iraq; Israel; Jordan; Kuwait; Lebanon; Oman; Qatar; Saudi Arabia
            State of Palestine; Palestine; Syrian Arab Republic; Syria; Türkiye; Turkey; United Arab Emirates; UAE; Yemen
            """
        case .europe:
            """
            Belarus; Bulgaria; Czechia; Czech Republic; Hungary; Poland; Republic of Moldova; Moldova; Romania
            Russian Federation; Russia; Slovakia; Ukraine; Åland Islands; Guernsey; Jersey; Denmark; Estonia; Faroe Islands
            Finland; Iceland; Ireland; Isle of Man; Latvia; Lithuania; Norway; Svalbard and Jan Mayen Islands; Sweden
            United Kingdom of Great Britain and Northern Ireland; United Kingdom; UK; Great Britain; Britain; England
            Scotland; Wales; Northern Ireland; Albania; Andorra; Bosnia and Herzegovina; Croatia; Gibraltar; Greece
            Holy See; Vatican City; Italy; Malta; Montenegro; North Macedonia; Macedonia; Portugal; San Marino; Serbia
            Slovenia; Spain; Austria; Belgium; France; Germany; Liechtenstein; Luxembourg; Monaco; Netherlands; Holland
            Switzerland
            """
        case .oceania:
            """
            Australia; Christmas Island; Cocos (Keeling) Islands; Heard Island and McDonald Islands; New Zealand
            Norfolk Island; Fiji; New Caledonia; Papua New Guinea; Solomon Islands; Vanuatu; Guam; Kiribati
            Marshall Islands; Micronesia; Federated States of Micronesia; Nauru; Northern Mariana Islands; Palau
            American Samoa; Cook Islands; French Polynesia; Niue; Pitcairn; Samoa; Tokelau; Tonga; Tuvalu
            Wallis and Futuna Islands
            """
        }
    }
}
