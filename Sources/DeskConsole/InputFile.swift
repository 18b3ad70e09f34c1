// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file that somebody names: read whole, within a limit.
package enum InputFile {
    /// Why a file was not read.
    package enum Failure: Error, Hashable, Sendable {
        /// The system does not let it be read; with the number that it gives.
        case unreadable(Int32)
        /// It is a pipe, a device or the like, which may never end.
        case noFile
        /// It is longer than a list may be.
        case tooLong

        /// What is wrong, in French and English.
        package func sentence(_ path: String) -> (french: String, english: String) {
            switch self {
            case .unreadable(let number):
                (
                    "\(path) est illisible (\(Self.french(number))).",
                    "\(path) cannot be read (\(String(cString: strerror(number))))."
                )
            case .noFile: ("\(path) n'est pas un fichier.", "\(path) is no file.")
            case .tooLong:
                ("\(path) est trop long (plus de 32 Mio).", "\(path) is too long (more than 32 MiB).")
            }
        }

        /// What a number of the system means, in French.
        package static func french(_ number: Int32) -> String {
            switch number {
            case ENOENT, ENOTDIR: "fichier introuvable"
            case EISDIR: "c'est un dossier"
            case EACCES, EPERM: "accès refusé"
            default: "erreur \(number) du système"
            }
        }
    }

    /// No list is longer.
    private static let longest = 32 << 20

    /// The bytes of a file, or of a pipe, however long its writer takes.
    package static func read(_ path: String) throws(Failure) -> [UInt8] {
        try read(path, O_RDONLY, waiting: true)
    }

    /// The bytes of a file; what may never end is refused and not waited for.
    package static func readWithoutWaiting(_ path: String) throws(Failure) -> [UInt8] {
        var status = stat()
        // Not opened at all: opening may be something to a device.
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            throw .noFile
        }
        return try read(path, O_RDONLY | O_NONBLOCK, waiting: false)
    }

    private static func read(_ path: String, _ way: Int32, waiting: Bool) throws(Failure) -> [UInt8] {
        let file = open(path, way | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(errno) }
        defer { close(file) }
        return try read(file, waiting: waiting)
    }

    /// The bytes of the standard input, until its end.
    package static func standardInput() throws(Failure) -> [UInt8] { try read(descriptor: STDIN_FILENO) }

    /// The bytes of what is open already, until its end, however long its writer takes.
    package static func read(descriptor: Int32) throws(Failure) -> [UInt8] { try read(descriptor, waiting: true) }

    private static func read(_ file: Int32, waiting: Bool) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try next(file, &buffer, waiting: waiting)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= longest else { throw .tooLong }
        }
    }

    /// Reads what comes next into a buffer, and says how much; nothing at the end.
    ///
    /// - Parameter waiting: Whether a descriptor that itself does not wait, as whoever opened it may have set, is waited for.
    static func next(_ file: Int32, _ buffer: inout [UInt8], waiting: Bool) throws(Failure) -> Int {
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count < 0 else { return count }
            switch errno {
            case EINTR: break
            case EAGAIN where waiting: waitForBytes(of: file)
            case let number: throw .unreadable(number)
            }
        }
    }

    private static func waitForBytes(of file: Int32) {
        var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        _ = poll(&ready, 1, -1)
    }
}
