// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Duration {
    /// The duration in microseconds, rounded up, so that nothing is waited for too briefly; held at the ends of what fits.
    var microseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !overflows else { return seconds < 0 ? .min : .max }
        let part = attoseconds / 1_000_000_000_000 + (attoseconds % 1_000_000_000_000 > 0 ? 1 : 0)
        let (sum, isTooMuch) = whole.addingReportingOverflow(part)
        return isTooMuch ? (seconds < 0 ? .min : .max) : sum
    }
}
