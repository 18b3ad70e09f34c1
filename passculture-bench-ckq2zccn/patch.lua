
local tokens, index = {}, 0
for token in io.lines("./passculture-bench-ckq2zccn/tokens") do tokens[#tokens + 1] = token end
request = function()
    index = index + 1
    if index >= #tokens then wrk.thread:stop() end
    return wrk.format("PATCH", "/bookings/token/" .. (tokens[index] or tokens[1]), nil, "")
end
