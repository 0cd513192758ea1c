/// Order statistics without sorting: an interval needs two or four of thousands of numbers.
package struct OrderStatistics {
    private var numbers: [Double]

    /// - Parameter numbers: at least one, none of them NaN.
    package init(_ numbers: [Double]) {
        self.numbers = numbers
    }

    /// The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7, the rule of NumPy and
    /// R).
    package mutating func quantile(_ share: Double) -> Double {
        let place = min(max(share, 0), 1) * Double(numbers.count - 1)
        let lower = Int(place)
        let isWhole = lower + 1 >= numbers.count || place <= Double(lower)
        // Of the two neighbours the one nearer to the middle is selected: the other is then the extreme of a short rest.
        let inner = isWhole || 2 * lower >= numbers.count ? lower : lower + 1
        return numbers.withUnsafeMutableBufferPointer { numbers in
            Self.select(inner, of: numbers, from: 0, through: numbers.count - 1)
            if isWhole { return numbers[lower] }
            var (low, high) = (numbers[inner], numbers[inner])
            if inner == lower {
                high = .infinity
                for number in numbers[(lower + 1)...] where number < high { high = number }
            } else {
                low = -.infinity
                for number in numbers[...lower] where number > low { low = number }
            }
            return low + (place - Double(lower)) * (high - low)
        }
    }

    /// Puts at a place the number that would stand there if all were sorted; then none before it is larger, none behind
    /// smaller (Floyd and Rivest 1975, algorithm 489: the pivot is selected in a small sample around the place, so that
    /// one pass throws nearly everything away).
    private static func select(
        _ place: Int, of numbers: UnsafeMutableBufferPointer<Double>, from first: Int, through last: Int
    ) {
        var (left, right) = (first, last)
        while left < right {
            if right - left > 100 {
                let (count, rank) = (Double(right - left + 1), Double(place - left + 1))
                let sample = 2 * count.squareRoot()
                let margin = sample.squareRoot() * (2 * rank < count ? -1 : 1)
                let (from, through) = (rank * sample / count - margin, (count - rank) * sample / count + margin)
                select(
                    place, of: numbers, from: max(left, place - Int(max(0, from))),
                    through: min(right, place + Int(max(0, through))))
            }
            let pivot = numbers[place]
            var (low, high) = (left, right)
            while low <= high {
                while numbers[low] < pivot { low += 1 }
                while pivot < numbers[high] { high -= 1 }
                if low <= high {
                    numbers.swapAt(low, high)
                    low += 1
                    high -= 1
                }
            }
            if place <= high {
                right = high
            } else if place >= low {
                left = low
            } else {
                return
            }
        }
    }
}
