// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The form of a BIC (ISO 9362), and the French banks that the platform knows.
enum BIC {
    /// Whether a text is well-formed: bank, country, place, and possibly a branch.
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 8 || bytes.count == 11 else { return false }
        return bytes[..<6].allSatisfy(isLetter) && bytes[6...].allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// Whether the platform knows a bank by this BIC.
    ///
    /// The service had a list of about 2,100 French BICs, in which a BIC stood with its branch or without, but not in both
    /// forms (`contract 2018-12 §5.2`). This one is much shorter: the head offices of the banks that hold nearly all French
    /// accounts, and the branches whose BICs are most often seen.
    static func isKnown(_ text: String) -> Bool { known.contains(text) }

    private static let known: Set<String> = {
        var known = Set(headOffices)
        for (bank, branches) in branches {
            for branch in branches.split(separator: " ") { known.insert(bank + branch) }
        }
        return known
    }()

    private static let headOffices = [
        "AGRIFRPP", "AXABFRPP", "BDFEFRPP", "BMMMFR2A", "BNPAFRPP", "BOUSFRPP", "BREDFRPP", "BSAVFR2C", "CCBPFRPP",
        "CCFRFRPP", "CCOPFRPP", "CDCGFRPP", "CEPAFRPP", "CMBRFR2B", "CMCIFR2A", "CMCIFRPP", "COURFR2T", "CRLYFRPP",
        "DELUFR22", "FTNOFRP1", "INGBFRPP", "KOLBFR21", "LAYDFR2W", "NORDFRPP", "PSSTFRPP", "RALPFR2G", "SMCTFR2A",
        "SOGEFRPP", "TARNFR2L", "TRPUFRP1",
    ]

    /// Branches that have a BIC of their own, by bank.
    private static let branches = [
        "AGRIFRPP": "802 806 810 812 813 817 820 822 824 825 829 831 833 835 836 839 844 845 847 848 861 866 867 "
            + "868 869 871 872 878 879 881 882 883 887 891 894",
        "BDFEFR2L": "CCB",
        "BDFEFRPP": "CCT",
        "CCBPFRPP": "BDX DJN GRE LIL LYO MAR MTG MTZ NAN NCE PPG TLS VER",
        "CEPAFRPP": "131 142 183 313 333 348 382 423 444 513 627 751 831 871 878",
        "PSSTFRPP": "BOR CHA CLE DIJ GRE LIL LIM LYO MAR MON NCY NTE PAR REN ROU SCE STR TOU",
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
