-- passculture — partner kit for the pass Culture
-- SPDX-License-Identifier: Apache-2.0
--
-- Validates each countermark once: `wrk -s patch.lua URL -- FILE SKIP` begins after the first SKIP lines of the file, and says in
-- the end how many it used. What comes after the last line is asked for in vain, which `Scripts/bench` sees by the answers.

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  codes = {}
  local skip = tonumber(arguments[2])
  for line in io.lines(arguments[1]) do
    if skip > 0 then skip = skip - 1 else codes[#codes + 1] = line end
  end
  used = 0
end

function request()
  used = used + 1
  return wrk.format("PATCH", "/bookings/token/" .. (codes[used] or "NONE"))
end

function done()
  for _, thread in ipairs(threads) do print("used: " .. thread:get("used")) end
end
