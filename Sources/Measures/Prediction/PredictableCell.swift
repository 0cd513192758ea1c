/// A cell whose stated side is to be predicted from what was chosen there.
package struct PredictableCell: Sendable, Hashable {
    /// Its number among the cells of the study.
    package var number: Int
    /// Where it lies, and the group of its value.
    package var country, topic, value, group: String
    /// The stated score in [0, 1], 0 = agree; `nil` where it is not known. 0.5 states no side, and such a cell is not predicted.
    package var stated: Double?
    /// The acted score in [0, 1], 0 = agree; `nil` where it is not known.
    package var acted: Double?
    /// The standard deviation of the stated readings over the prompt variants; `nil` with fewer than two.
    package var statedSpread: Double?
    /// The part of the cells that it belongs to in cross-validation, from 0: cells that share what is kept apart (a value, a country, a topic) share it.
    package var fold: Int

    /// A cell.
    package init(
        number: Int, country: String, topic: String, value: String, group: String, stated: Double?, acted: Double?,
        statedSpread: Double? = nil, fold: Int
    ) {
        (self.number, self.country, self.topic, self.value) = (number, country, topic, value)
        (self.group, self.stated, self.acted) = (group, stated, acted)
        (self.statedSpread, self.fold) = (statedSpread, fold)
    }
}
