// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

import JSON
import Testing

@testable import Platform

/// Holds what the platform answers to its OpenAPI document: every answer that a test of the routes gets passes through here.
enum DocumentedAnswers {
    private static let document = OpenAPIDocument.document(Operations.all)
    private static let validator = SchemaValidator(components: document["components"]?["schemas"]?.objectValue ?? [:])
    private static let table = RouteTable(
        Operations.all.map { operation in
            Route(operation.method, operation.template) { _ in .text(operation.path) }
        })

    /// What is undocumented about an answer; nothing for paths and methods that no route has, which have no operation, and for magic
    /// countermarks, whose answers are wrong by design.
    static func problems(
        _ method: String, _ path: String, status: Int, contentType: String?, body: [UInt8]
    ) -> [String] {
        guard status != 0, status != 405, case .found(let route, let parameters) = table.match(method, path),
            parameters["token"].flatMap({ MagicCountermark.find($0.uppercased()) }) == nil,
            let operation = Operations.all.first(where: { $0.method == method && $0.template == route.template }),
            let described = document["paths"]?[operation.path]?[method.lowercased()]?["responses"]
        else { return [] }
        guard let response = described["\(status)"].map(resolved) else {
            return ["\(operation.route) answers an undocumented \(status)"]
        }
        guard !body.isEmpty else {
            return response["content"] == nil
                || operation.replies.contains { $0.status == status && $0.mediaType == nil }
                ? [] : ["\(operation.route) answers \(status) without its body"]
        }
        let type = (contentType ?? "").split(separator: ";").first.map(String.init) ?? ""
        guard let schema = response["content"]?[type]?["schema"]?.objectValue else {
            return ["\(operation.route) answers \(status) as an undocumented \(type)"]
        }
        guard type == "application/json" else { return [] }
        guard let value = try? JSONValue(parsing: body) else {
            return ["\(operation.route) answers \(status) with no JSON"]
        }
        return validator.problems(value, schema).map { "\(operation.route) answers \(status): \($0)" }
    }

    /// A response, or the shared one that it names.
    private static func resolved(_ response: JSONValue) -> JSONValue {
        guard let name = response["$ref"]?.stringValue?.split(separator: "/").last else { return response }
        return document["components"]?["responses"]?[String(name)] ?? response
    }

    /// Fails the running test if an answer is not as documented.
    static func check(_ method: String, _ target: String, _ answer: Answer) {
        check(method, target, status: answer.status, contentType: answer.contentType, body: answer.body)
    }

    /// Fails the running test if an answer is not as documented.
    static func check(_ method: String, _ target: String, status: Int, contentType: String?, body: [UInt8]) {
        let path = String(target.prefix { $0 != "?" })
        for problem in problems(method, path, status: status, contentType: contentType, body: body) {
            Issue.record("\(problem) (OpenAPI)")
        }
    }
}
