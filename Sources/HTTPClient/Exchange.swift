// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

internal import CCurl

/// One request under way on one of libcurl's handles, and what has come back so far.
///
/// Sets the handle up, is called by libcurl on the thread that drives the handle, and says in the end what it came to.
/// It must live until the handle is done or taken away, and has one user at a time, as its handle has.
final class Exchange: @unchecked Sendable {
    /// More header bytes than this are no answer of a pass Culture.
    private static let mostHeaderBytes = 256 << 10

    let handle: EasyHandle
    let gate: SendGate
    /// The names of the header fields that are wanted; nil for all.
    let wantedFields: [String]?
    private(set) var body: [UInt8] = []
    /// Whether anything came back that looks like an answer.
    private(set) var hasBegun = false
    /// The status of the final answer, interim ones (1xx) apart, once its status line came in whole.
    private(set) var finalStatus: Int?
    /// Whether the header fields of the final answer, interim ones apart, came in whole.
    private(set) var hasAllHeaders = false
    private(set) var isTooLarge = false
    /// Whether libcurl wanted to send the request a second time and was not allowed to.
    private(set) var wasSecondSendRefused = false

    private var headerBytes = 0

    /// Sets a handle up for a request: everything in which one request may differ from another, lest anything be left of the last.
    ///
    /// - Throws: an error when libcurl does not take it.
    init(_ checked: CheckedRequest, on handle: EasyHandle, gate: SendGate) throws(HTTPClientError) {
        wantedFields = checked.request.wantedFields
        self.handle = handle
        self.gate = gate
        handle.errorText[0] = 0
        guard handle.set(checked) else {
            throw HTTPClientError(.neverSent(.preparation), detail: "libcurl did not take the request")
        }
        handle.exchange = Unmanaged.passUnretained(self)
    }

    // MARK: Called by libcurl

    /// The connection stands, the request is about to leave; false to keep it from leaving.
    func isSendingAllowed() -> Bool {
        let wasPassed = gate.isPassed
        let isAllowed = gate.pass()
        if wasPassed { wasSecondSendRefused = true }
        return isAllowed
    }

    /// One line of the header, its end included; false to break off.
    func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Self.mostHeaderBytes else {
            isTooLarge = true
            return false
        }
        // Without the gate passed, this is a proxy's answer to CONNECT.
        guard gate.isPassed else { return true }
        hasBegun = true
        if line.first == UInt8(ascii: "H"), line.starts(with: "HTTP/".utf8) {
            finalStatus = Self.finalStatus(line)
            hasAllHeaders = false
        } else if line.count <= 2, line.elementsEqual("\r\n".utf8) || line.elementsEqual("\n".utf8) {
            hasAllHeaders = finalStatus != nil
        }
        return true
    }

    /// The status in a status line; nil for that of an interim answer, and when the line broke off.
    private static func finalStatus(_ line: UnsafeRawBufferPointer) -> Int? {
        guard line.last == UInt8(ascii: "\n") else { return nil }
        let digits = line.drop { $0 != UInt8(ascii: " ") }.drop { $0 == UInt8(ascii: " ") }.prefix(3)
        let status = Int(String(decoding: digits, as: UTF8.self))
        return status.flatMap { (200...999).contains($0) ? $0 : nil }
    }

    /// Some bytes of the body; false to break off.
    func receive(bodyBytes bytes: UnsafeRawBufferPointer) -> Bool {
        hasBegun = true
        guard body.count + bytes.count <= handle.configuration.maximumAnswerBytes else {
            isTooLarge = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }
}
