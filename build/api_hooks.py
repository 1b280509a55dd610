"""What schemathesis does not know of the HTTP API by itself."""

import schemathesis


@schemathesis.serializer("application/sql")
def sql(_context, value):
    return str(value).encode()
