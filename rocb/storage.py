"""Static files: hashed names for all, compressed copies for our own."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

# Large, rarely asked for, and not ours: compressing them would take most of a minute.
LEFT_ALONE = ("admin/", "rest_framework/", "drf_spectacular_sidecar/")


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Hashed names also with DEBUG on; only the files of the portal's own pages are compressed."""

    def url(self, name, force=False):
        """The address with the hash, DEBUG or not."""
        return super().url(name, force=True)

    def compress_files(self, paths):
        """Yield (name, compressed name) for what the pages use."""
        return super().compress_files([path for path in paths if not path.startswith(LEFT_ALONE)])
