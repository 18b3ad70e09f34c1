// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The page that the service's framework served when no code of the service answered.
struct FrameworkPage {
    /// The status that it is about.
    let status: Int

    /// The page.
    var text: String {
        """
        <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
        <title>\(status) \(name)</title>
        <h1>\(name)</h1>
        <p>\(explanation)</p>

        """
    }

    private var name: String {
        switch status {
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 413: "Request Entity Too Large"
        default: "Unknown Error"
        }
    }

    private var explanation: String {
        switch status {
        case 400: "The browser (or proxy) sent a request that this server could not understand."
        case 403: "You don't have the permission to access the requested resource."
        case 404:
            "The requested URL was not found on the server.  "
                + "If you entered the URL manually please check your spelling and try again."
        case 405: "The method is not allowed for the requested URL."
        case 413: "The data value transmitted exceeds the capacity limit."
        default: "The request could not be served."
        }
    }
}
