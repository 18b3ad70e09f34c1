// passculture — partner kit for the pass Culture
// SPDX-License-Identifier: Apache-2.0

extension ExchangeLoop {
    /// Makes a request, again where that is safe and helps, without holding a thread.
    ///
    /// - Parameter start: When the call began, by the monotonic time.
    /// - Returns: What a machine is told: an answer, or why there is none.
    func send(_ request: consuming TransportRequest, start: Duration) async -> ExchangeInput {
        var errand = Errand(request, on: self, start: start)
        var step = errand.begin()
        while true {
            switch step {
            case .attempt:
                do throws(TransportFailure) {
                    step = errand.attempted(.success(try await transport.send(errand.request)))
                } catch {
                    step = errand.attempted(.failure(error))
                }
            case .wait(let duration):
                await options.time.wait(for: duration)
                step = errand.waited(isCancelled: Task.isCancelled)
            case .end(let input):
                return input
            }
        }
    }

    /// Makes a request, again where that is safe and helps, on the caller's thread.
    func sendBlocking(_ request: consuming TransportRequest, start: Duration) -> ExchangeInput {
        var errand = Errand(request, on: self, start: start)
        var step = errand.begin()
        while true {
            switch step {
            case .attempt:
                do throws(TransportFailure) {
                    step = errand.attempted(.success(try transport.sendBlocking(errand.request)))
                } catch {
                    step = errand.attempted(.failure(error))
                }
            case .wait(let duration):
                options.time.waitBlocking(for: duration)
                step = errand.waited(isCancelled: false)
            case .end(let input):
                return input
            }
        }
    }
}
