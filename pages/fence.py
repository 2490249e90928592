"""The fence around every answer of the server: what a browser may do with what it gets.

A label from a file may hold Markdown, and an address of a picture in it would tell somebody outside
that this page is being looked at. So the browser may load from this server alone, whatever a page
shows. What Streamlit and Vega need of themselves (styles and scripts within the page) is allowed.
"""

from collections.abc import Mapping
from typing import Final

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SOURCES: Final[Mapping[str, str]] = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' ws: wss: data: blob:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""From where each kind of thing may come; ``'self'`` is this server."""

HEADERS: Final = {
    "content-security-policy": "; ".join(f"{kind} {source}" for kind, source in SOURCES.items()),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def with_headers(app: ASGIApp) -> ASGIApp:
    """Put HEADERS on every answer; where an application set one of them itself, ours stands too."""
    fence = [(name.encode(), value.encode()) for name, value in HEADERS.items()]

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_fenced(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *fence]}
            await send(message)

        await app(scope, receive, send_fenced)

    return answer


def fence() -> list[Middleware]:
    """List what stands in front of the application, the outermost first."""
    return [Middleware(with_headers)]
