"""Files as people send them, each with a canary in every place that tells of its maker."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from bot.cleaning.recordings import has_ffmpeg

CANARY = "Канарка Коваль"
LATIN = "CanaryKoval"
GPS_CANARY = (47.0, 42.0, 35.0)
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{LATIN}</x:xmpmeta>".encode()
needs_ffmpeg = pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not here: make ffmpeg")


def picture(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """With something to see in it."""
    made = Image.new("RGB", size)
    made.putdata([(x * 4 % 256, y * 5 % 256, (x + y) % 256) for y in range(size[1]) for x in range(size[0])])
    return made


def exif(orientation: int = 6, thumbnail: bytes = b"") -> bytes:
    made = Image.Exif()
    made[Base.Make] = made[Base.Artist] = made[Base.Software] = LATIN
    made[Base.Orientation] = orientation
    made.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitude: GPS_CANARY, GPS.GPSLatitudeRef: "N"})
    return made.tobytes() + thumbnail


def jpeg(orientation: int = 6, *, progressive: bool = False, size: tuple[int, int] = (64, 48)) -> bytes:
    small = io.BytesIO()
    picture((16, 12)).save(small, "JPEG", comment=LATIN.encode())
    made = io.BytesIO()
    picture(size).save(
        made,
        "JPEG",
        quality=90,
        progressive=progressive,
        exif=exif(orientation, small.getvalue()),
        xmp=XMP,
        comment=LATIN.encode(),
        icc_profile=b"profile",
    )
    return made.getvalue() + b"\xff\xd8" + LATIN.encode()  # as of a moving photo


def png(orientation: int = 6) -> bytes:
    made, info = io.BytesIO(), PngInfo()
    info.add_text("Author", LATIN)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    picture().save(made, "PNG", pnginfo=info, exif=exif(orientation), icc_profile=b"profile")
    return made.getvalue() + LATIN.encode()


def webp(orientation: int = 6, *, frames: int = 1) -> bytes:
    made = io.BytesIO()
    more = [picture((64, 48)).rotate(10 * at) for at in range(1, frames)]
    picture().save(made, "WEBP", exif=exif(orientation), xmp=XMP, save_all=frames > 1, append_images=more)
    return made.getvalue()


def gif() -> bytes:
    made = io.BytesIO()
    frames = [picture().rotate(10 * at) for at in range(3)]
    frames[0].save(made, "GIF", comment=LATIN, save_all=True, append_images=frames[1:], loop=0)
    return made.getvalue() + LATIN.encode()


def pdf(*, password: str = "", photo: bytes | None = None) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    page = made.pages[0]
    photo = jpeg() if photo is None else photo
    image = pikepdf.Stream(made, photo, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=64, Height=48)
    image.ColorSpace, image.BitsPerComponent, image.Filter = pikepdf.Name.DeviceRGB, 8, pikepdf.Name.DCTDecode
    image.Metadata = made.make_stream(XMP)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
    page.Contents = made.make_stream(b"/Im Do")
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], T=CANARY, Contents="Тут", M=LATIN
    )
    signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Name=CANARY, ByteRange=[0, 1, 2, 3], Contents=LATIN.encode())
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="Підпис", Rect=[0, 0, 9, 9]
    )
    field.V = made.make_indirect(signature)
    attached = pikepdf.AttachedFileSpec(made, CANARY.encode(), filename=f"{LATIN}.txt")
    carrying = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9], FS=attached.obj
    )
    page.Annots = pikepdf.Array([made.make_indirect(each) for each in (note, field, carrying)])
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[page.Annots[1]])
    made.attachments[f"{LATIN}.txt"] = attached
    made.docinfo["/Author"] = made.docinfo["/Creator"] = CANARY
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{LATIN}')")
    made.Root.PieceInfo = pikepdf.Dictionary(Word=pikepdf.Dictionary(Private=LATIN))
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]
    out = io.BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else None
    made.save(out, encryption=encryption or False)
    return out.getvalue()


def recording(folder: Path, name: str = "a.mp4") -> bytes:
    """A second of colours and of sound, with where it was made."""
    target = folder / name
    told = ("artist", "comment", "title", "location", "com.apple.quicktime.location.ISO6709")
    inputs = ["-f", "lavfi", "-i", "sine=frequency=440:duration=1"]
    codecs = ["-c:a", "libmp3lame"] if name.endswith(".mp3") else ["-c:a", "aac"]
    if not name.endswith(".mp3"):
        inputs = ["-f", "lavfi", "-i", "testsrc=size=96x64:rate=10:duration=1", *inputs]
        codecs += ["-c:v", "mpeg4", "-movflags", "use_metadata_tags"]
    metadata = [word for key in told for word in ("-metadata", f"{key}={LATIN}")]
    ffmpeg = shutil.which("ffmpeg") or "ffmpeg"
    command = [ffmpeg, "-nostdin", "-v", "error", *inputs, *codecs, *metadata, "-threads", "1", str(target)]
    subprocess.run(command, check=True)
    return target.read_bytes()


CONTENT_TYPES = b"""<Types><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="main"/><Override PartName="/docProps/core.xml" ContentType="c"/>
<Override PartName="/word/people.xml" ContentType="people"/></Types>"""


def docx(**more: bytes) -> bytes:
    """`more`: parts by names in which `__` stands for a dot and `_` for a slash."""
    change = f'<w:ins w:id="1" w:author="{CANARY}" w:date="2026-11-24T10:00:00Z"><w:t>Прошу</w:t></w:ins>'
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": b'<Relationships><Relationship Id="r1" Target="word/document.xml"/>'
        b'<Relationship Id="r2" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f"<dc:creator>{CANARY}</dc:creator>".encode(),
        "docProps/thumbnail.jpeg": jpeg(),
        "word/document.xml": f"<w:document>{change}</w:document>".encode(),
        "word/comments.xml": f"<w:comment w:author='{CANARY}' w:initials='{LATIN}'/>".encode(),
        "word/people.xml": CANARY.encode(),
        "word/media/image1.jpeg": jpeg(),
        "word/_rels/document.xml.rels": b'<Relationships><Relationship Id="r1" Target="people.xml"/>'
        b'<Relationship Id="r2" Target="media/image1.jpeg"/><Relationship Id="r3" Target="https://rada.gov.ua" '
        b'TargetMode="External"/></Relationships>',
        "word/_rels/settings.xml.rels": f'<Relationships><Relationship Id="r1" Target="file:///C:/{LATIN}/a.dotx" '
        f'TargetMode="External"/></Relationships>'.encode(),
        **{name.replace("__", ".").replace("_", "/"): content for name, content in more.items()},
    }
    return packed(parts)


def odt() -> bytes:
    return packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b'<m><manifest:file-entry manifest:full-path="meta.xml"/>'
            b'<manifest:file-entry manifest:full-path="content.xml"/></m>',
            "meta.xml": CANARY.encode(),
            "settings.xml": LATIN.encode(),
            "content.xml": f"<p>Прошу<dc:creator>{CANARY}</dc:creator></p>".encode(),
            "Thumbnails/thumbnail.png": png(),
            "Pictures/1.png": png(),
        }
    )


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def tells(data: bytes) -> list[str]:
    """Which canaries are in a file, packed or not."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data += b"".join(packed.read(name) for name in packed.namelist())
    if data.startswith(b"%PDF"):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as paper:
            paper.save(out, qdf=True, static_id=True)
        data += out.getvalue()
    spellings = [CANARY.encode(), CANARY.encode("utf-16-be"), CANARY.encode("utf-16-le"), LATIN.encode()]
    return [str(each) for each in spellings if each in data]
