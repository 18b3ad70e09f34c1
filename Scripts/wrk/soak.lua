-- passculture — partner kit for the pass Culture
-- SPDX-License-Identifier: Apache-2.0
--
-- Checks a valid countermark and tries to validate a used one, in turn: `wrk -s soak.lua URL -- VALID USED`.

function init(arguments)
  requests = {
    wrk.format("GET", "/bookings/token/" .. arguments[1]),
    wrk.format("PATCH", "/bookings/token/" .. arguments[2]),
  }
  turn = 0
end

function request()
  turn = turn + 1
  return requests[turn % 2 + 1]
end
