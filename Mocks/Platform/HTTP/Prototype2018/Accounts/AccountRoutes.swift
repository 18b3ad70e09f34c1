// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

/// The routes about accounts (`contract 2018-12 §4`).
enum AccountRoutes {
    static let routes = [
        Route("POST", "/users/signup/webapp") { call throws(WireError) in try await SignUpRoutes.young(call) },
        Route("POST", "/users/signup/pro") { call throws(WireError) in try await SignUpRoutes.professional(call) },
        Route("POST", "/users/signup") { call throws(WireError) in try await SignUpRoutes.either(call) },
        Route("GET", "/validate/user/{token}") { call throws(WireError) in try SignUpRoutes.validate(call) },
        Route("POST", "/users/signin") { call throws(WireError) in try await SessionRoutes.signIn(call) },
        Route("GET", "/users/signout") { call throws(WireError) in try SessionRoutes.signOut(call) },
        Route("GET", "/users/current") { call throws(WireError) in try ProfileRoutes.current(call) },
        Route("PATCH", "/users/current") { call throws(WireError) in try ProfileRoutes.update(call) },
        Route("POST", "/users/current/change-password") { call throws(WireError) in
            try await PasswordRoutes.change(call)
        },
        Route("POST", "/users/reset-password") { call throws(WireError) in try PasswordRoutes.requestReset(call) },
        Route("POST", "/users/new-password") { call throws(WireError) in try await PasswordRoutes.reset(call) },
    ]
}
