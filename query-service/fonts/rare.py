"""Makes src/main/resources/fonts/DoorstepRare.ttf; see docs/decisions/0015-printed-forms.md.

Needs fonttools (Debian: python3-fonttools), HanaMinA.ttf and HanaMinB.ttf (Debian: fonts-hanazono 20170904) and the Unihan
database (Debian: unicode-data 15.0.0):

    python3 rare.py /usr/share/fonts/truetype/hanazono /usr/share/unicode DoorstepRare.ttf
"""

import bz2
import collections
import os
import re
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import reorderFontTables

HANAZONO, UNIHAN, OUT = sys.argv[1:4]
FILES = "IRGSources OtherMappings DictionaryLikeData Readings DictionaryIndices".split()
DROPPED = "BASE GSUB GPOS GDEF vhea vmtx FFTM prop gasp fpgm prep".split() + ["cvt "]
# what Droid Sans Fallback and Open Sans lack of the basic plane: signs that people type, and some late characters
SIGNS = [
    (0x2010, 0x206F), (0x2100, 0x22FF), (0x2460, 0x26FF), (0x2FF0, 0x303F), (0x3200, 0x33FF), (0x3400, 0x3400),
    (0x9FA6, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF),
]  # fmt: skip


def unihan():
    known = collections.defaultdict(dict)
    for name in FILES:
        with bz2.open(os.path.join(UNIHAN, f"Unihan_{name}.txt.bz2"), "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("U+"):
                    code, field, value = line.rstrip("\n").split("\t", 2)
                    if int(code[2:], 16) > 0xFFFF:
                        known[int(code[2:], 16)][field] = value
    return known


def wanted(known):
    """Characters beyond the basic plane, the likelier ones of names first in mind, within ten megabytes."""
    chosen = set()
    for code, fields in known.items():
        china = fields.get("kIRG_GSource", "")
        # the list of 2013, the police's own list (GIDC), dictionaries of today, place names, minorities' characters …
        modern = china and not re.match("GKX|GHZ", china)
        elsewhere = {"kTGH", "kTGHZ2013", "kXHC1983", "kHKSCS", "kIRG_JSource", "kIRG_HSource", "kDefinition", "kCantonese"}
        # of the two great historical dictionaries: what can be read aloud and written without too much trouble
        strokes = int(fields.get("kTotalStrokes", "99").split()[0])
        readable = china and strokes <= 13 and ("kMandarin" in fields or "kHanyuPinyin" in fields)
        if modern or elsewhere & fields.keys() or readable or strokes <= 8:
            chosen.add(code)
    return chosen


def cut(name, codes, out):
    options = subset.Options(hinting=False, glyph_names=False, notdef_outline=True, name_IDs=[], layout_features=[])
    options.drop_tables += DROPPED
    font = subset.load_font(os.path.join(HANAZONO, name), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    font.save(out)
    return out


with tempfile.TemporaryDirectory() as work:
    signs = {code for first, last in SIGNS for code in range(first, last + 1)}
    font = merge.Merger().merge([
        cut("HanaMinA.ttf", signs, os.path.join(work, "a.ttf")),
        cut("HanaMinB.ttf", wanted(unihan()), os.path.join(work, "b.ttf")),
    ])
for entry, text in {
    0: "Created by GlyphWiki. Cut for Doorstep from HanaMinA and HanaMinB of 2017-09-04.",
    1: "Doorstep Rare",
    2: "Regular",
    4: "Doorstep Rare",
    5: "Version 1.000",
    6: "DoorstepRare",
    13: "Unlimited permission is granted to use, copy, and distribute it, with or without modification. NO WARRANTY.",
}.items():
    font["name"].setName(text, entry, 3, 1, 0x409)
# the same file from the same sources, byte for byte
font["head"].created = font["head"].modified = 3_850_000_000
font.recalcTimestamp = False
font["post"].formatType = 3.0
font.save(OUT + ".tmp")
# PDFBox warns at every use when the table of (no) glyph names is the last of the file
with open(OUT + ".tmp", "rb") as plain, open(OUT, "wb") as ordered:
    reorderFontTables(plain, ordered, ["head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "post", "name", "loca", "glyf"])
os.remove(OUT + ".tmp")
print(OUT, os.path.getsize(OUT), "bytes,", len(font.getBestCmap()), "characters")
