"""Which fonts a document is set in: names of people come in every script of the region.

Our own come as packages: Latin, Greek and Cyrillic with the compiler, and those of PACKAGES. For
Lao, Myanmar, Sinhala and Dhivehi there is no package: where the machine has the Noto fonts
(Debian's fonts-noto-core, as in the image for production), those are used. What still has no
glyph is said in a sentence, never drawn as a box.
"""

from importlib.util import find_spec
from pathlib import Path

PACKAGES = (
    "fontpkg_noto_sans_thai",
    "fontpkg_noto_sans_arabic",
    "fontpkg_noto_sans_devanagari",
    "fontpkg_noto_sans_khmer",
    "fontpkg_noto_sans_tamil",
    "fontpkg_hind_siliguri",
    "cvttf_NotoSansCJK_Regular",
)
# Asked in this order for each letter, and no others: a document looks the same on every machine.
FAMILIES = (
    "Libertinus Serif",
    "Noto Sans Thai",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Khmer",
    "Noto Sans Tamil",
    "Hind Siliguri",
    "Noto Sans CJK TC",
    "Noto Sans Lao",
    "Noto Sans Myanmar",
    "Noto Sans Sinhala",
    "Noto Sans Thaana",
    "New Computer Modern Math",
    "DejaVu Sans Mono",
)


def folders() -> list[Path]:
    """Where the packages keep their fonts; one that is not installed is left out."""
    found = (find_spec(name) for name in PACKAGES)
    return [Path(spec.origin).parent for spec in found if spec and spec.origin]
