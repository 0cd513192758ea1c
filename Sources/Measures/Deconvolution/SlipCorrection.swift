/// g*, the classical correction for attenuation (Spearman 1904; Fuller 1987) applied to the gap: the simpler rival of the
/// deconvolved gap. It weighs cells by their steadiness, and so is right only where slips have nothing to do with the gap.
package struct SlipCorrection: Sendable, Hashable {
    /// ½ (1 − E_xz / √(E_xx E_zz)); not held within [0, 1].
    package let gap: Double
    /// S = E_x / √E_xx, A = E_z / √E_zz, R = E_xz / √(E_xx E_zz): the corrected means and product of both tasks, agree as
    /// −1 and disagree as +1.
    package let stated, acted, product: Double
    /// Cells that it rests on.
    package let cells: Int
}

extension SlipCorrection {
    /// The correction over the cells that were read often enough; `nil` where there are none, or where readings of one
    /// cell agree no better than those of two.
    package init?(_ counts: LeaningCounts) {
        var (x, z, xz, xx, zz) = (
            CompensatedSum(), CompensatedSum(), CompensatedSum(), CompensatedSum(), CompensatedSum()
        )
        var cells = 0
        for cell in counts.cells where cell.isRepeated {
            let m = Double(cell.stated)
            let stated = Double(cell.statedHalves) / m - 1
            func mean(_ part: LeaningCounts.Choices) -> Double { 2 * Double(part.disagree) / Double(part.all) - 1 }
            func square(_ mean: Double, _ count: Int) -> Double {
                (Double(count) * mean * mean - 1) / (Double(count) - 1)
            }
            let (first, second) = (mean(cell.agreeFirst), mean(cell.disagreeFirst))
            let acted = (first + second) / 2
            x += stated
            z += acted
            xz += stated * acted
            xx += (m * stated * stated - 1) / (m - 1)
            let squares = (square(first, cell.agreeFirst.all) + square(second, cell.disagreeFirst.all)) / 2
            zz += (squares + first * second) / 2
            cells += 1
        }
        let n = Double(cells)
        guard cells > 0, xx.value > 0, zz.value > 0 else { return nil }
        let (ofStated, ofActed) = ((xx.value / n).squareRoot(), (zz.value / n).squareRoot())
        stated = x.value / n / ofStated
        acted = z.value / n / ofActed
        product = xz.value / n / (ofStated * ofActed)
        gap = (1 - product) / 2
        self.cells = cells
    }

    /// p(s, a) = ¼ (1 + sS + aA + saR), not held within [0, 1].
    package func share(statedDisagree: Bool, actedDisagree: Bool) -> Double {
        let (s, a) = (statedDisagree ? 1.0 : -1, actedDisagree ? 1.0 : -1)
        return (1 + s * stated + a * acted + s * a * product) / 4
    }
}
