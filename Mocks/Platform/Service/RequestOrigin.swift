// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The `Origin` of the request being served, where a link in a mail has to lead back to it (`contract 2018-12 §10`).
enum RequestOrigin {
    /// The origin; nothing outside a request and for requests that read.
    @TaskLocal static var current: String?
}
