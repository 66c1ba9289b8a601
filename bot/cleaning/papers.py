"""PDF, without what tells of its author: properties, metadata, attached files, scripts, names on notes and signatures.

The pages stay as they are. Streams are copied without being unpacked, but for photos, which are cleaned as photos are.
A signature ends to be one: it has its maker's name in it, and it would not be good for a changed file anyway.
"""

import warnings
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from bot.cleaning import Fault, Uncleanable
from bot.cleaning.pictures import clean_jpeg, clean_jpeg_2000

# In any dictionary, a page or a picture or the whole: what an editor says about it, and what happens by itself.
TELLING = {"Metadata", "PieceInfo", "LastModified", "CreatorInfo", "Thumb", "AA", "OpenAction", "JavaScript", "JS"}
TELLING |= {"EmbeddedFiles", "AF", "Collection", "XFA"}
# On a note: its author, its time, and its text in a form of its own with both.
OF_NOTES = {"T", "M", "CreationDate", "NM"}
OF_SIGNATURES = {"Contents", "Cert", "Name", "Location", "Reason", "ContactInfo", "M", "Prop_Build", "ByteRange"}
# Kinds of notes that carry a file or something that plays.
CARRYING = frozenset({"/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"})


def clean_pdf(source: Path, target: Path) -> dict[str, int]:
    """Raises Uncleanable."""
    try:
        with warnings.catch_warnings(action="ignore"), pikepdf.open(source) as pdf:
            if len(pdf.pages) == 0:
                raise Uncleanable(Fault.BROKEN)
            _clean(pdf)
            pdf.save(
                target,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=False,
                deterministic_id=True,
            )
    except pikepdf.PasswordError:
        raise Uncleanable(Fault.LOCKED) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, RecursionError):
        raise Uncleanable(Fault.BROKEN) from None
    return {}


def _clean(pdf: Pdf) -> None:
    if "/Info" in pdf.trailer:
        del pdf.trailer.Info
    if "/ID" in pdf.trailer:
        del pdf.trailer.ID
    for each in pdf.objects:
        _clean_object(each)


def _clean_object(thing: Object) -> None:
    """An object and what is in it directly; what it refers to has a turn of its own."""
    if isinstance(thing, Stream):
        _clean_photo(thing)
    if isinstance(thing, Dictionary | Stream):
        _clean_dictionary(thing)
        inside = [thing[name] for name in list(thing.keys())]
    elif isinstance(thing, Array):
        for at in reversed(range(len(thing))):
            if isinstance(thing[at], Dictionary) and str(thing[at].get("/Subtype", "")) in CARRYING:
                del thing[at]
        inside = list(thing)
    else:
        return
    for each in inside:
        if isinstance(each, Array | Dictionary) and not each.is_indirect:
            _clean_object(each)


def _clean_dictionary(thing: Dictionary | Stream) -> None:
    telling = set(TELLING)
    if "/ByteRange" in thing or thing.get("/Type") == Name.Sig:
        telling |= OF_SIGNATURES
    if _is_note(thing):
        telling |= OF_NOTES
    for name in telling:
        if f"/{name}" in thing:
            del thing[f"/{name}"]


def _is_note(thing: Object) -> bool:
    """Whether it is an annotation; the field of a form is another thing, and needs its name."""
    return "/Rect" in thing and thing.get("/Subtype", Name.Widget) != Name.Widget


def _clean_photo(stream: Stream) -> None:
    """A JPEG with the EXIF of the camera in it, also one that is packed once more; a JPEG 2000 likewise."""
    named = stream.get("/Filter")
    filters = list(named) if isinstance(named, Array) else [named]
    kind = next((each for each in (Name.DCTDecode, Name.JPXDecode) if filters[-1:] == [each]), None)
    if kind is None:
        return
    last = stream.get("/DecodeParms")
    if isinstance(last, Array):
        last = last[-1]
    packed = len(filters) > 1
    data = stream.read_bytes(pikepdf.StreamDecodeLevel.generalized) if packed else stream.read_raw_bytes()
    cleaned = clean_jpeg(data) if kind == Name.DCTDecode else clean_jpeg_2000(data)
    stream.write(cleaned, filter=kind, decode_parms=last if isinstance(last, Dictionary) else None)
