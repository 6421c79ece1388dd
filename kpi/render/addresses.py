"""Web addresses: which texts may be a link, and how a calendar and a feed hold one.

Those ask for URIs, with no letter that RFC 3986 lacks. People copy addresses as a browser shows
them, with Korean letters and bars. Browsers mend that; a calendar drops the address.
"""

from __future__ import annotations

#: What a URI holds as it is, beside letters, digits and `_.-~`.
_HELD = "%/:?#[]@!$&'()*+,;="


def is_link(text: str) -> bool:
    """Whether a text may be a link: one to http and https only.

    >>> is_link("https://example.org"), is_link("javascript:alert(1)")
    (True, False)
    """
    return text.startswith(("https://", "http://"))


def uri(address: str) -> str:
    """`address` with every other letter as the octets of its UTF-8; its host as DNS knows it.

    >>> uri("https://example.org/가?a|b=50%25")
    'https://example.org/%EA%B0%80?a%7Cb=50%25'
    >>> uri("https://예.kr/100%")
    'https://xn--2j5b.kr/100%25'
    """
    import re  # only an export with addresses pays for it
    from urllib.parse import quote

    if not address.isascii():
        scheme, mark, rest = address.partition("://")
        end = next((n for n, letter in enumerate(rest) if letter in "/?#"), len(rest))
        user, at, host = rest[:end].rpartition("@")
        name, colon, port = host.partition(":")
        address = f"{scheme}{mark}{user}{at}{_known(name)}{colon}{port}{rest[end:]}"
    return quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", address), safe=_HELD)


def _known(name: str) -> str:
    """The name of a host in ASCII; as it is if it is none."""
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return name
