"""Downloads that can be taken up again where the line broke: HTTP ranges for files."""

import re

from django.http import FileResponse, HttpResponse

ASKED = re.compile(r"bytes=(\d*)-(\d*)\Z")


class Piece:
    """A file from its present place on, for `left` bytes."""

    def __init__(self, file, left: int) -> None:
        self.file, self.left = file, left

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(piece)
        return piece

    def close(self) -> None:
        self.file.close()


def in_ranges(request, response: FileResponse, file, size: int):
    """Answer one range of a file where the request asks for one that can be given.

    Several ranges at once, and such as make no sense, get the whole file, as the standard allows;
    one that lies behind the end gets 416.
    """
    response["Accept-Ranges"] = "bytes"
    asked = ASKED.match(request.headers.get("Range", ""))
    if asked is None or not any(asked.groups()):
        return response
    first, last = asked.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start >= size or start > end:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    file.seek(start)
    piece = Piece(file, end - start + 1)
    response.streaming_content = iter(lambda: piece.read(65536), b"")
    response.status_code = 206
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    return response
