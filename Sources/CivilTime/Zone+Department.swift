// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension Zone {
    /// The official time of a département or overseas territory, such as `93`, `2A`, `974` or `988`; that of Paris when there is none.
    ///
    /// The platform of today writes times for partners by the clocks of the offer's département (`today §2.3`, sentence E).
    public static func officialTime(inDepartment code: String?) -> Zone {
        switch code {
        case "971", "972", "977", "978": .fixed(.hours(-4))
        case "973": .cayenne
        case "974": .fixed(.hours(4))
        case "975": .miquelon
        case "976": .fixed(.hours(3))
        case "984": .fixed(.hours(5))
        case "986": .fixed(.hours(12))
        case "987": .fixed(.hours(-10))
        case "988": .fixed(.hours(11))
        case "989": .fixed(.hours(-8))
        default: .paris
        }
    }
}
