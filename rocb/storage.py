"""Where files are kept: what people send in whole or not at all, static files under hashed names."""

import errno
from contextlib import suppress

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Large, rarely asked for, and not ours: compressing them would take most of a minute.
LEFT_ALONE = ("admin/", "rest_framework/", "drf_spectacular_sidecar/")


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full(error: BaseException | None) -> bool:
    """Whether it is a disk, a quota or a limit that is reached."""
    return isinstance(error, OSError) and error.errno in NO_ROOM


class WholeFiles(FileSystemStorage):
    """What people send in. A disk that is full while a file is written keeps no half of it."""

    def _save(self, name, content):
        is_new = not self.exists(name)
        try:
            return super()._save(name, content)
        except OSError:
            if is_new:
                with suppress(OSError):
                    self.delete(name)
            raise


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Hashed names also with DEBUG on; only the files of the portal's own pages are compressed."""

    def url(self, name, force=False):
        """The address with the hash, DEBUG or not."""
        return super().url(name, force=True)

    def compress_files(self, paths):
        """Yield (name, compressed name) for what the pages use."""
        return super().compress_files([path for path in paths if not path.startswith(LEFT_ALONE)])
