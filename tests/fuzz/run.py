"""Fuzz reading and parsing, guided by coverage (`make fuzz FUZZ_SECONDS=600`; needs atheris, on Linux or macOS).

    python -m tests.fuzz.run SECONDS [option of libFuzzer ...]

What breaks a rule of `checks` is kept in build/fuzz/found, one input for each place that it breaks at, and the run
goes on; an input that never ends or fills the memory ends it. The inputs that led somewhere new are kept in
build/fuzz/corpus, so that the next run starts from them. Copy what was found to tests/fuzz/findings, mend it, and it
stays mended.
"""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz import seeds

BUILD = seeds.ROOT / "build" / "fuzz"
CORPUS, FOUND, WORDS = BUILD / "corpus", BUILD / "found", BUILD / "words.dict"
_OPTIONS = ("-max_len=20000", "-timeout=60", "-rss_limit_mb=2048", "-print_final_stats=1", "-use_value_profile=0")
_MARKS = r"""
[[ ]] [[note]] [[/note]] [[labelnote: [[/labelnote]] [[folder: [[/folder]] [[foldercontrol]] [[spoiler: [[redirect:
[[quoteright: [[caption-width-right: [[AC: [[WMG: [[index]] [[/index]] [[hardline]] {{ }} '' ''' ''''' \\\\ [= =] @@
|| %% -> --> ---- !! !!! ** *** ~~~ # > ` ``` ![ ]( ) <br> <i> </i> <!-- --> <sup> &amp; &#0; \[ | {{quote|
{{spoiler| {{examples}} {{trope}} {{work}} {| |} |- |+ [[File: [[Category: <ref> </ref> <nowiki> </nowiki> <div>
</div> <li> <ul> <table> <td> <blockquote> <script> <template> #REDIRECT __NOTOC__ === == id="main-article"
class="folder" id="wikitext" class="mw-parser-output" data-format=" href="/pmwiki/pmwiki.php/Main/ class="twikilink"
class="spoiler" <mediawiki> <page> <text> <title> <ns>0</ns> <redirect "query" "pages" "revisions" "text": "url":
"tropes": WARC/1.0 PK PAR1 ustar *500 *9000 .html .pmwiki .md .mediawiki .txt .jsonl .csv .xml .zip Main/ Film/
Sister\ Trope Compare: TrapDoor Examples: charset=utf-16
"""
r"""Pieces of markup and of containers that the fuzzer puts in and together; "\ " is a space in one."""


def main(seconds: int, options: list[str]) -> int:
    """Fuzz for so many seconds; gives 1 where anything was found."""
    prepare()
    ways = [f"-max_total_time={seconds}", f"-dict={WORDS}", f"-artifact_prefix={FOUND}/", *options]
    command = [sys.executable, "-m", "tests.fuzz.target", str(FOUND), *_OPTIONS, *ways, str(CORPUS)]
    code = subprocess.run(command, cwd=seeds.ROOT, check=False).returncode
    found = sorted(path.name for path in FOUND.iterdir())
    sys.stdout.write("\n  ".join([f"{len(found)} kinds of faults in {FOUND}", *found]) + "\n")
    return int(code != 0 or bool(found))


def prepare() -> None:
    """Write what to start from and the words to put in; forget what was found before."""
    for folder in (CORPUS, FOUND):
        folder.mkdir(parents=True, exist_ok=True)
    for path in FOUND.iterdir():
        path.unlink()
    for seed in seeds.seeds():
        Path(CORPUS, hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    WORDS.write_text("".join(f'"{_escaped(word)}"\n' for word in _words()), "ascii")


def _words() -> list[str]:
    return [word.replace("\\ ", " ") for word in re.findall(r"(?:\\ |\S)+", _MARKS)]


def _escaped(word: str) -> str:
    return word.replace("\\", r"\x5c").replace('"', r"\x22")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
