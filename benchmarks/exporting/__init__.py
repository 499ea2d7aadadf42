"""Hand the records and the catalogues to other tools: one JSON file with every text in every language.

Other tools know nothing of gettext, French elision or micro-typography. They are spared all of it: texts are
typeset Markdown that still has to be made into HTML, messages are ready but for their ``{placeholders}``, and
every fact of every code is said in each of the ways that a page may need.
"""
