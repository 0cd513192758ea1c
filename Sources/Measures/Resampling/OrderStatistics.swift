/// Order statistics without sorting: an interval needs two or four of thousands of numbers.
struct OrderStatistics {
    private var numbers: [Double]

    /// - Parameter numbers: at least one, none of them NaN.
    init(_ numbers: [Double]) {
        self.numbers = numbers
    }

    /// The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7, the rule of NumPy and
    /// R).
    mutating func quantile(_ share: Double) -> Double {
        let place = min(max(share, 0), 1) * Double(numbers.count - 1)
        let lower = Int(place)
        let low = select(lower)
        guard lower + 1 < numbers.count, place > Double(lower) else { return low }
        // After the selection all that is larger stands behind.
        var next = Double.infinity
        for number in numbers[(lower + 1)...] where number < next { next = number }
        return low + (place - Double(lower)) * (next - low)
    }

    /// The number that would stand at a place if all were sorted; then none before it is larger, none behind smaller
    /// (Hoare's selection).
    private mutating func select(_ place: Int) -> Double {
        numbers.withUnsafeMutableBufferPointer { numbers in
            var (left, right) = (0, numbers.count - 1)
            while left < right {
                let pivot = Self.middle(numbers[left], numbers[(left + right) / 2], numbers[right])
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
                    break
                }
            }
            return numbers[place]
        }
    }

    private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
        max(min(a, b), min(max(a, b), c))
    }
}
