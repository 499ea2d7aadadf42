"""What browsers may do with the pages: the Content-Security-Policy and other headers.

No inline script and no inline style, nothing from another host. ``wasm-unsafe-eval`` lets the search by words run
its WebAssembly, and allows nothing else (CSP Level 3, 6.7.1). Data blocks, such as JSON-LD, are no scripts.
"""

from __future__ import annotations


__all__ = ["CONTENT_SECURITY_POLICY", "HEADERS", "policy_with"]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The policy as every page has it."""


def policy_with(origin: str) -> str:
    """Return the policy of pages that load what is theirs from ``origin`` by absolute addresses.

    The 404 page does, and is also shown where a host tries a site out under another name.
    """
    return CONTENT_SECURITY_POLICY.replace("'self'", f"'self' {origin}")


HEADERS = {
    "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers of every file; a page itself cannot forbid to be framed, so that the policy is longer here."""
