"""The development server: pages made when they are asked for, and made again when a file is saved.

It keeps everything in one warm process: documents, checked records, compiled templates, rendered parts of codes. A
saved record is read, checked and put in its place by itself; then the pages that are open are made and told to
load again, before any other. Nothing is written to disk. No other module of the program knows of this package, and
nothing of it is ever published.
"""
