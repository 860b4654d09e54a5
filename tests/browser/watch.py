"""A page under watch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page


@contextmanager
def watched(browser: Browser, address: str, **options: object) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the list of whatever goes wrong in it: errors, warnings of the policy, requests to other hosts."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page, wrong = context.new_page(), list[str]()
    page.on(
        "console",
        lambda message: (
            wrong.append(f"{message.type}: {message.text}") if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: wrong.append(f"exception: {error}"))
    # An icon that is still on its way when the next page is asked for is given up; that is no fault.
    page.on(
        "requestfailed",
        lambda request: (
            None if request.failure == "net::ERR_ABORTED" else wrong.append(f"failed: {request.url}")
        ),
    )
    page.on(
        "response",
        lambda response: (
            wrong.append(f"{response.status}: {response.url}") if response.status >= 400 else None
        ),
    )
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((address, "data:")) else wrong.append(f"elsewhere: {request.url}")
        ),
    )
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI));"
    )
    try:
        yield page, wrong
    finally:
        context.close()
