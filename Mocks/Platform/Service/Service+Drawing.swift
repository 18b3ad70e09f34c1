// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import PlatformDomain

extension Service {
    private static let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)

    /// A text of so many letters and digits, drawn as everything is: what keys are made of.
    func drawnText(length: Int) -> String {
        withCore { core in
            let characters = (0..<length).map { _ in
                Self.letters[Int.random(in: 0..<Self.letters.count, using: &core.drawing)]
            }
            return String(decoding: characters, as: UTF8.self)
        }
    }

    /// A countermark of today's edition that no booking has.
    func unusedCountermark() -> String {
        withCore { core in core.state.freshCountermark(isPublicV1: true, drawing: &core.drawing) }
    }
}
