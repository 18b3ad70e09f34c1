// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The BICs of French banks, 255 of them: written by `Scripts/french-bics`, from the registry of schwifty 2026.10.1 (MIT).
enum KnownBICs {
    /// A line for each bank: its eight characters, then its branches; `-` for the bank without a branch.
    static let packed: StaticString = """
        AFOPFR21 XXX
        AGFBFRCC XXX
        AGRIFRP1 ACF EFG
        AGRIFRPP - 802 806 810 812 813 817 820 822 824 825 829 831 833 835 836 839 844 845 847 848 860 861 866 867 868
        AGRIFRPP 869 871 872 878 879 881 882 883 887 891 894 895
        AGRIGPGX -
        AGRIMQMX -
        AGRIRERX -
        AXABFRPP -
        BAMYFR22 -
        BARCFRPC -
        BATIFRP1 XXX
        BBVAFRPP XXX
        BCADNCNN -
        BCDMFRPP XXX
        BCHAFR21 -
        BCITFRPP -
        BCMAFRPP -
        BDEIFRPP XXX
        BDFEFR2L CCB
        BDFEFRPP - CCT
        BDUPFR2S XXX
        BFBKFRP1 XXX
        BFCORERX XXX
        BFCOYTYT XXX
        BIKCFRP1 XXX
        BMMMFR2A -
        BMRZFR21 XXX
        BNPAFRPP - 039 BOR CRM CRN ENG IFN IFO MED NEU NFE ORE PAA PAC PAE PBQ PEE PGN PLZ PTX PVD PXV
        BNPAMQMX XXX
        BNPARERX XXX
        BNPCFR21 XXX
        BNUGFR21 -
        BOFAFRPP -
        BOUSFRPP -
        BPOLPFTP XXX
        BPSMFRPP XXX
        BREDFRPP -
        BREUFR22 XXX
        BSAVFR2C -
        BSPFFRPP XXX
        BSUIFRPP -
        BUNQFRP2 -
        CCBPFRPP - BDX DJN GRE LIL LYO MAR MTG MTZ NAN NCE PPG TLS VER
        CCDFFRPP XXX
        CCFRFRPP -
        CCMNFR21 -
        CCMOFR21 XXX
        CCOPFRPP -
        CDCGFRPP -
        CEFNNCN1 -
        CEPAFRPP - 131 142 183 213 313 333 348 382 423 426 444 450 513 627 751 831 871 878
        CEPAPFTP -
        CFFIFR21 XXX
        CFFRFRPP XXX
        CGCPFRP1 XXX
        CGDIFRPP -
        CHASFRPP XXX
        CITIFRPP -
        CMBRFR2B - ARK CME
        CMCIFR2A -
        CMCIFRP1 MON XXX
        CMCIFRPA -
        CMCIFRPP - COR
        COBAFRPX XXX
        COURFR2T -
        CPMEFRPP XXX
        CRLYFRPP -
        CRNPFRP1 XXX
        DBLKFR22 -
        DELUFR22 -
        DEUTFRPP XXX
        EDELFRP1 XXX
        EDPIFR21 XXX
        ELFAFRP1 XXX
        ESCBFRPP -
        FACFFRPP -
        FEFIFR21 XXX
        FIDCFR21 XXX
        FNOMFRP2 -
        FPELFR21 -
        FTNOFRP1 -
        FXBBFRPP -
        GPBAFRPP -
        GRCSFRP1 XXX
        HRFRFRP1 XXX
        INGBFR21 -
        INGBFRPP -
        ISAEFRPP -
        KOLBFR21 -
        KREDFRPP XXX
        LAYDFR2W -
        LAZPFRPP XXX
        LBDIFRP1 XXX
        LYDIFRP2 -
        MEMOFRP2 XXX
        MOBQFR22 XXX
        MONTFRPP XXX
        MPAYFRP1 -
        MRNGFR21 XXX
        NATXFRPP BPS PAI XXX
        NORDFRPP -
        NOVUFR21 XXX
        NSMBFRPP XXX
        NTSBFRM1 -
        OFTPPFT1 -
        OPSPFR21 OLK
        PREUFRP1 XXX
        PRIVFRPP XXX
        PRNSFRP1 XXX
        PSSSFR22 -
        PSSTFRPP - BOR BTE CAY CHA CLE CNE DIJ FDF GRE LIL LIM LYO MAR MON NCY NTE PAR REN ROU SCE SDR STR TOU
        QNTOFRP1 XXX
        RALPFR2G -
        RCINFRPP XXX
        REVOFRP2 -
        SBEXFRP1 XXX
        SCSYFRP2 -
        SFBSFRP1 XXX
        SFPEFRP2 -
        SMCTFR2A -
        SNNNFR22 -
        SOAPFR22 XXX
        SOCBPFTX XXX
        SOGEFRPP - HPO
        SOGENCNN -
        SORMFR2N XXX
        SOXAFR2L -
        STFEFR21 XXX
        SWNBFR22 -
        TARNFR2L -
        TRAVFRPP XXX
        TRPUFRP1 -
        TRZOFR21 XXX
        UTUBFRPP XXX
        """
}
