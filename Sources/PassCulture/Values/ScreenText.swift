// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON

/// Text of others made fit for a screen or a printer: what stands in a name or in the title of an offer, somebody has typed.
///
/// ``BookingDetails``, ``DayList/Entry`` and ``ServerSentence`` have it as it came, for a program to compare; a terminal would take some of it
/// for orders, such as to go back and write over the line before.
public enum ScreenText {
    /// The text on one line: each character that steers a terminal, ends a line or turns the direction of writing is a `�`.
    ///
    /// - Parameter text: A name, a title or a sentence, as it came.
    public static func plain(_ text: some StringProtocol) -> String { Visible.plain(text) }
}
