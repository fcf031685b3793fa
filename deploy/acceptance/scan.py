# Starts wapiti as Debian has it. Its 3.0.4 puts the flags of a pattern at its end, which Python refuses from 3.11 on.
import fnmatch
import re

import wapitiCore.net.crawler as crawler

crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))

from wapitiCore.main.wapiti import wapiti_main

wapiti_main()
