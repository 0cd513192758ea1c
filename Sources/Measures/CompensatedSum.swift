/// A sum that carries the digits which plain addition loses (Neumaier's form of Kahan's method).
///
/// Sums of the same cells grouped differently then agree far below the 1e-12 at which distances count as tied.
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    var value: Double { sum + lost }

    static func += (total: inout CompensatedSum, term: Double) {
        let next = total.sum + term
        total.lost += abs(total.sum) >= abs(term) ? (total.sum - next) + term : (term - next) + total.sum
        total.sum = next
    }

    static func += (total: inout CompensatedSum, other: CompensatedSum) {
        total += other.sum
        total.lost += other.lost
    }
}
