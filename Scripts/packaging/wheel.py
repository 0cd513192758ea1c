"""Makes a Python wheel of an unpacked tarball: `pip install` puts the program on the path, and no Python runs in it.

usage: wheel.py TREE VERSION GLIBC MACHINE FOLDER
"""

import base64
import hashlib
import os
import sys
import time
import zipfile

tree, version, glibc, machine, folder = sys.argv[1:]
tag = f"py3-none-manylinux_{glibc.replace('.', '_')}_{machine}"
info = f"vlens-{version}.dist-info"
data = f"vlens-{version}.data"

METADATA = f"""Metadata-Version: 2.1
Name: vlens
Version: {version}
Summary: Measures whether language models act as they say they would
License: Apache-2.0
Classifier: Environment :: Console
Classifier: License :: OSI Approved :: Apache Software License
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Scientific/Engineering
Requires-Python: >=3.8
"""
WHEEL = f"""Wheel-Version: 1.0
Generator: vlens
Root-Is-Purelib: false
Tag: {tag}
"""


def read(name):
    with open(os.path.join(tree, name), "rb") as file:
        return file.read()


files = [
    (f"{data}/scripts/vlens", read("vlens"), 0o755),
    *(
        (f"{data}/data/share/man/man1/{page}", read(f"man1/{page}"), 0o644)
        for page in sorted(os.listdir(os.path.join(tree, "man1")))
    ),
    (f"{data}/data/share/bash-completion/completions/vlens", read("completions/vlens.bash"), 0o644),
    (f"{data}/data/share/zsh/site-functions/_vlens", read("completions/_vlens"), 0o644),
    (f"{data}/data/share/fish/vendor_completions.d/vlens.fish", read("completions/vlens.fish"), 0o644),
    (f"{info}/licenses/LICENSE", read("LICENSE"), 0o644),
    (f"{info}/METADATA", METADATA.encode(), 0o644),
    (f"{info}/WHEEL", WHEEL.encode(), 0o644),
]


def row(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


record = "".join(row(name, content) for name, content, _ in files) + f"{info}/RECORD,,\n"
files.append((f"{info}/RECORD", record.encode(), 0o644))
# A ZIP file knows no date before 1980.
moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))[:6]
with zipfile.ZipFile(os.path.join(folder, f"vlens-{version}-{tag}.whl"), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as wheel:
    for name, content, mode in files:
        entry = zipfile.ZipInfo(name, moment)
        entry.external_attr = (0o100000 | mode) << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        wheel.writestr(entry, content)
