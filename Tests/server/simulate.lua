-- What wrk sends to measure POST /api/simulate: a shipped case, the healthy adult with a leaking mitral valve.
local file = assert(io.open("cases/lesion-fixed-orifice.yaml", "rb"))
wrk.method = "POST"
wrk.body = file:read("*a")
wrk.headers["Content-Type"] = "application/yaml"
