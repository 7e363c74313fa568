"""E-mail (.eml, RFC 5322): the body as a document, the headers as hints; attachments ignored."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from dragoman.errors import SourceError
from dragoman.sources.fetched import Fetched, Hints

__all__ = ["open_mail"]


def open_mail(data: bytes, source: str) -> Fetched:
    """The body of a message: its HTML where it has one that says as much as the plain text.

    The bytes keep their transfer-decoded form with the part's charset in ``content_type``, so that
    one place (reading) decides on charsets. Raises SourceError when no readable part is there.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = [part for part in message.walk() if _is_body(part)]
        bodies = [(part.get_content_type(), _payload(part), _charset(part)) for part in parts]
    except (RecursionError, ValueError, LookupError, AttributeError, KeyError) as fault:
        raise SourceError(f"a mail that cannot be taken apart ({fault}); save its text") from fault
    plain = [body for body in bodies if body[0] == "text/plain" and body[1].strip()]
    html = [body for body in bodies if body[0] == "text/html" and body[1].strip()]
    if not plain and not html:
        raise SourceError("a mail without a text or HTML part; save its attachment as a file")
    # An HTML part can be a stub ("see this mail in your browser") beside the real plain text.
    use_html = bool(html) and (not plain or len(html[0][1]) >= len(plain[0][1]))
    kind, body, charset = html[0] if use_html else plain[0]
    return Fetched(
        source=source,
        data=body,
        content_type=f"{kind}; charset={charset}" if charset else kind,
        hints=_read_headers(message),
        form="html" if use_html else "text",
    )


def _is_body(part: EmailMessage) -> bool:
    attached = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_type() in ("text/plain", "text/html") and not attached


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: EmailMessage) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None


def _read_headers(message: EmailMessage) -> Hints:
    subject = _header(message, "subject")
    sender = None
    try:
        addresses: tuple[Address, ...] = message["from"].addresses if message["from"] else ()
        sender = (addresses[0].display_name or addresses[0].domain or None) if addresses else None
    except (AttributeError, ValueError, IndexError):
        sender = None
    published = None
    if raw := _header(message, "date"):
        try:
            published = parsedate_to_datetime(raw).isoformat()
        except (ValueError, TypeError, IndexError):
            published = None
    return Hints(title=subject, published=published, publisher=sender, genre="mail")


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, IndexError, AttributeError, TypeError):
        # The standard library's header parser trips over some broken headers.
        return None
    return " ".join(str(value).split()) or None if value is not None else None
