import Text

extension StudyDefinition {
    /// The variants of a task, in the order of their index.
    package func variants(of task: StudyTask) -> [Variant] {
        let wordings = wordings(of: task)
        guard task == .acted, !furtherActions.isEmpty else { return wordings }
        return generators.enumerated().flatMap { place, generator in
            wordings.map { wording in
                Variant(
                    task: task, index: place * wordings.count + wording.index, framing: wording.framing,
                    order: wording.order, requirement: wording.requirement, generator: generator)
            }
        }
    }

    /// The variants of a task as one generator's actions are asked.
    private func wordings(of task: StudyTask) -> [Variant] {
        let framings = task == .stated ? stated.framings.map(\.name) : acted.contexts.map(\.name)
        let orders = task == .stated ? stated.orders.map(\.name) : acted.orders
        let requirements = (task == .stated ? stated.requirements : acted.requirements).map(\.name)
        return framings.indices.flatMap { framing in
            orders.indices.flatMap { order in
                requirements.indices.map { requirement in
                    let index = (framing * orders.count + order) * requirements.count + requirement
                    return Variant(
                        task: task, index: index, framing: framings[framing], order: orders[order],
                        requirement: requirements[requirement],
                        scaleStart: task == .stated ? scaleStart(inVariant: index) : nil)
                }
            }
        }
    }

    /// The end of the scale that stands first in a variant of Task 1; `nil` where scales always start at agreement.
    ///
    /// Where the study says `balanced`, disagreement stands first where the levels of framing, order and requirement add
    /// up to an odd number: the half-fraction of the four factors' cross with defining relation I = ABCD, so that, two
    /// levels each, neither factors nor pairs of them are confounded with the direction (Box, Hunter & Hunter 2005,
    /// chapter 6).
    package func scaleStart(inVariant index: Int) -> Inclination? {
        switch stated.first {
        case .agree: return nil
        case .disagree: return .disagree
        case .balanced:
            let requirements = max(1, stated.requirements.count)
            let orders = max(1, stated.orders.count)
            let levels = index / (requirements * orders) + index / requirements % orders + index % requirements
            return levels.isMultiple(of: 2) ? .agree : .disagree
        }
    }

    /// The inclination of the action that stands first in a cell, at a level (0 or 1) of Task 2's order factor.
    ///
    /// Level 1 is always the reverse of level 0, so each cell sees both orders equally often over all variants. Where
    /// the study says `balanced`, level 0 starts with the agree-action in one half of the cells. Which half hangs on
    /// the names alone, not on their place in a list, so that a part of a study asks the same questions as the whole.
    package func first(in cell: Cell, order level: Int) -> Inclination {
        let base: Inclination =
            switch acted.first {
            case .agree: .agree
            case .disagree: .disagree
            case .balanced: OrderBalance.startsWithAgree(cell) ? .agree : .disagree
            }
        return level == 0 ? base : base.opposite
    }
}

/// One bit for each name; a cell's bit is the sum of its three. Over a cross, a sum of bits is balanced as soon as one
/// of the lists is. The salt was searched for (1 to 60,000) so that the countries, the topics, the values, those of the
/// pilot and, as nearly as odd numbers allow, those of each Schwartz group all are. Changing it changes ids.
enum OrderBalance {
    static let salt = "vlens-order-41583"

    static func startsWithAgree(_ cell: Cell) -> Bool {
        bit("country", cell.scenario.country) ^ bit("topic", cell.scenario.topic) ^ bit("value", cell.value) == 0
    }

    static func bit(_ kind: String, _ name: String) -> UInt8 {
        var encoding = CanonicalEncoding(version: salt)
        encoding.append(kind)
        encoding.append(name)
        return encoding.firstByte & 1
    }
}
